/** The words of a line as its reader sees them: the gaps that tags leave between them closed, each in its place. */
import type { Line } from '../text/lines.ts';
import { UNSEEN } from '../text/unseen.ts';

export interface Words {
  readonly text: string;
  /** The offset in the source of a character of `text`. */
  placeOf(at: number): number;
}

/** Where a tag stands or something that is not shown; an author's space between words is shorter. */
const GAP = / {3,}|\ufeff+/g;
const SHORTEST_GAP = '   ';

/** The words of a line. Linear; a line without wide gaps is taken as it is. */
export function wordsOf({ text, span: { start } }: Line): Words {
  if (!text.includes(SHORTEST_GAP) && !text.includes(UNSEEN)) return { text, placeOf: (at) => start + at };
  return { text: text.replace(GAP, ''), placeOf: (at) => start + placeAmongGaps(text, at) };
}

/** Where in a text stands what has an index when its gaps are closed. A trimmed text ends in no gap. */
function placeAmongGaps(text: string, index: number): number {
  let place = index;
  for (const gap of text.matchAll(GAP)) {
    if (gap.index > place) break;
    place += gap[0].length;
  }
  return place;
}

/** The span of the characters from an index on, so many of them and at least one. */
export function spanIn({ placeOf }: Words, from: number, length: number): { start: number; end: number } {
  return { start: placeOf(from), end: placeOf(from + length - 1) + 1 };
}
