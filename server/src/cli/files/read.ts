/** Reads many files at once and hands them on in order. */
import { readFile } from 'node:fs';
import { promisify } from 'node:util';
import type { Candidate, Failure } from './collect.ts';
import { type Decoded, decode } from './encoding.ts';
import { failureMessage, NotTextError } from './failure.ts';

export interface Document extends Candidate {
  readonly content: Decoded;
}

export type Reading = { readonly document: Document } | { readonly failure: Failure };

/** The promise-based `readFile` takes four times as long for small files. */
const read = promisify(readFile);

/** Enough to keep the disk busy, few enough to keep memory small. */
const READ_AHEAD = 32;

/** Files as they were read, in the order of the candidates. A file that only may be a report and is no text is left out. */
export async function* readFiles(candidates: readonly Candidate[]): AsyncGenerator<Reading> {
  const ahead: Promise<Reading | null>[] = [];
  let next = 0;
  while (next < candidates.length || ahead.length > 0) {
    while (next < candidates.length && ahead.length < READ_AHEAD) ahead.push(readOne(candidates[next++]!));
    const reading = await ahead.shift();
    if (reading) yield reading;
  }
}

async function readOne(candidate: Candidate): Promise<Reading | null> {
  try {
    return { document: { ...candidate, content: decode(await read(candidate.path)) } };
  } catch (error) {
    if (error instanceof NotTextError && !candidate.isCertain) return null;
    return { failure: { shown: candidate.shown, reason: failureMessage(error) } };
  }
}
