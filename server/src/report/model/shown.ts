/** What a reader of the published text sees. */
import type { Span } from '../text/span.ts';

/**
 * As long as the source, each character in its place: without tags and comments, what is struck out or hidden, and the
 * backslashes of escapes. Written-out characters and a PDF's radicals are the characters that they stand for.
 */
export interface Shown {
  readonly text: string;
  /** Tags, in order. */
  readonly tags: readonly Span[];
  /** Comments, code, what is struck out or hidden, in order. */
  readonly unseen: readonly Span[];
}
