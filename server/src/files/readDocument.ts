/** Reads one file after the other. */
import { readFileSync, statSync } from 'node:fs';
import { SourceText } from '../report/text/text.ts';
import type { Candidate, Failure } from './collect.ts';
import { type Decoded, decode } from './encoding.ts';
import { failureMessage, NotTextError } from './failure.ts';
import { LARGEST_UNKNOWN } from './paths.ts';

export interface Document extends Candidate {
  readonly content: Decoded;
}

/** A file's text, why there is none, or `null` where it is no report. */
export type ReadResult = { readonly document: Document } | { readonly failure: Failure } | null;

/** What is to be said of a document of which some bytes are no characters; the rest of it is read. */
export function damageOf({ shown, content }: Document): Failure | null {
  const [first] = content.damage;
  if (first === undefined) return null;
  const place = new SourceText(content.text).positionAt(first);
  const args = { count: content.damage.length, encoding: content.encoding };
  return { shown, place, reason: { key: 'cli.failure.damaged', args } };
}

/**
 * A file's text, or why there is none; `null` for a file that only may be a report and is no text, or too large for one.
 *
 * Reading synchronously is on purpose: handing two thousand small files to other threads and back was measured
 * to take longer than reading and checking them here, one by one.
 */
export function readDocument(candidate: Candidate & { readonly isCertain: true }): Exclude<ReadResult, null>;
export function readDocument(candidate: Candidate): ReadResult;
export function readDocument(candidate: Candidate): ReadResult {
  try {
    if (!candidate.isCertain && statSync(candidate.path).size > LARGEST_UNKNOWN) return null;
    return { document: { ...candidate, content: decode(readFileSync(candidate.path)) } };
  } catch (error) {
    if (error instanceof NotTextError && !candidate.isCertain) return null;
    return { failure: { shown: candidate.shown, reason: failureMessage(error) } };
  }
}
