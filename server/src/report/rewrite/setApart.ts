/** Keeps what is written into a document apart from what stands before and behind it. */

import type { Span } from '../model/index.ts';
import { countBreaks } from '../text/lines.ts';
import type { SourceText } from '../text/text.ts';

/**
 * The text with the line breaks it needs at its place.
 *
 * @param breaks line breaks on either side, those that are there included: one for a line of its own, two for a blank line
 */
export function setApart(source: SourceText, { start, end }: Span, text: string, breaks: 1 | 2): string {
  const above = /\s*$/.exec(source.text.slice(Math.max(0, start - FAR), start))![0];
  const below = /^\s*/.exec(source.text.slice(end, end + FAR))![0];
  const present = {
    above: start - above.length <= 0 ? breaks : countBreaks(above),
    below: end + below.length >= source.text.length ? breaks : countBreaks(below),
  };
  return missing(breaks - present.above) + text + missing(breaks - present.below);
}

/** As far as line breaks are looked for. */
const FAR = 200;

function missing(count: number): string {
  return '\n'.repeat(Math.max(0, count));
}
