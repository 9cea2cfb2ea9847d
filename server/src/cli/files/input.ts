/** The documents a command is to work on. */
import type { Console } from '../console.ts';
import { type Candidate, collectFiles, type Failure } from './collect.ts';
import { decode } from './encoding.ts';
import { failureMessage } from './failure.ts';
import { type Document, readFiles } from './read.ts';

const CURRENT_FOLDER = '.';

/** Documents in order; what cannot be read is told to `fail`, and the rest goes on. */
export async function* readDocuments(
  paths: readonly string[],
  fail: (failure: Failure) => void,
): AsyncGenerator<Document> {
  const { candidates, failures } = collectFiles(paths.length === 0 ? [CURRENT_FOLDER] : paths);
  failures.forEach(fail);
  for await (const reading of readFiles(candidates)) {
    if ('failure' in reading) fail(reading.failure);
    else yield reading.document;
  }
}

/** The one document on standard input, under the name it was given. */
export async function* readInput(
  name: string,
  console: Console,
  fail: (failure: Failure) => void,
): AsyncGenerator<Document> {
  const candidate: Candidate = { shown: name, path: name, isCertain: true };
  try {
    yield { ...candidate, content: decode(console.readInput()) };
  } catch (error) {
    fail({ shown: name, reason: failureMessage(error) });
  }
}
