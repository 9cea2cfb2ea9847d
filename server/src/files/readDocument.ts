/** Reads one file after the other. */
import { readFileSync, statSync } from 'node:fs';
import type { OpenDocument } from '../formats/model.ts';
import { open } from '../formats/open.ts';
import { SourceText } from '../report/text/text.ts';
import type { Candidate, Failure } from './collect.ts';
import { type Decoded, decode } from './encoding.ts';
import { failureMessage, NotTextError } from './failure.ts';
import { isDocumentName, isTextName, LARGEST_UNKNOWN } from './paths.ts';

/** A file that was read: text, or a document of another kind with what text it says. */
export interface Document extends Candidate {
  readonly text: string;
  /** Its bytes as text; `null` of another kind. */
  readonly content: Decoded | null;
  /** The document; `null` of text. */
  readonly opened: OpenDocument | null;
}

/** A file's text, why there is none, or `null` where it is no report. */
export type ReadResult = { readonly document: Document } | { readonly failure: Failure } | null;

/** What is to be said of a document of which some bytes are no characters; the rest of it is read. */
export function damageOf({ shown, text, content }: Document): Failure | null {
  const first = content?.damage[0];
  if (first === undefined || content === null) return null;
  const place = new SourceText(text).positionAt(first);
  const args = { count: content.damage.length, encoding: content.encoding };
  return { shown, place, reason: { key: 'cli.failure.damaged', args } };
}

type Awaitable<T> = T | Promise<T>;

/**
 * A file's text, or why there is none; `null` for a file that only may be a report and is no text, or too large for one.
 *
 * Reading text synchronously is on purpose: handing two thousand small files to other threads and back was measured
 * to take longer than reading and checking them here, one by one.
 */
export function readDocument(
  candidate: Candidate & { readonly isCertain: true },
): Awaitable<Exclude<ReadResult, null>>;
export function readDocument(candidate: Candidate): Awaitable<ReadResult>;
export function readDocument(candidate: Candidate): Awaitable<ReadResult> {
  try {
    const { size } = statSync(candidate.path);
    if (!candidate.isCertain && size > LARGEST_UNKNOWN) return null;
    return readBytes(readFileSync(candidate.path), candidate);
  } catch (error) {
    return failureOf(error, candidate);
  }
}

/** The same of bytes that are there already, under the name of a candidate. */
export function readBytes(bytes: Buffer, candidate: Candidate): Awaitable<ReadResult> {
  if (isDocumentName(candidate.shown)) return openDocument(bytes, candidate);
  try {
    const content = decode(bytes);
    return { document: { ...candidate, text: content.text, content, opened: null } };
  } catch (error) {
    // Whatever it is called: perhaps a document that lost its ending.
    if (error instanceof NotTextError && candidate.isCertain) return openDocument(bytes, candidate, error);
    return failureOf(error, candidate);
  }
}

/** @param otherwise why it is no text, said of what is called one and is no document either */
async function openDocument(bytes: Buffer, candidate: Candidate, otherwise?: Error): Promise<ReadResult> {
  try {
    const opened = await open(bytes, candidate.shown);
    return { document: { ...candidate, text: opened.text, content: null, opened } };
  } catch (error) {
    return failureOf(otherwise && isTextName(candidate.shown) ? otherwise : error, candidate);
  }
}

function failureOf(error: unknown, { shown, isCertain }: Candidate): ReadResult {
  if (error instanceof NotTextError && !isCertain) return null;
  return { failure: { shown, reason: failureMessage(error) } };
}
