/** A line of source with a part of it marked, made to fit. */
import { printable } from '../../../printable.ts';
import { displayWidth } from '../../../report/text/width.ts';

export interface Excerpt {
  readonly line: string;
  /** Columns before the mark. */
  readonly indent: number;
  /** Columns that the mark covers, at least one. */
  readonly width: number;
}

const ELLIPSIS = '…';

/**
 * The part of a line around `[start, end)`, at most `columns` wide; what is left out shows as an ellipsis.
 * A mark that is itself too wide is cut.
 */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  // No more characters than that can matter, so that a line of megabytes costs no more than a short one.
  const reach = 4 * columns;
  const mark = clipEnd(printable(line.slice(start, Math.min(end, start + reach))), columns);
  const room = columns - displayWidth(mark);
  const before = printable(line.slice(Math.max(0, start - reach), start));
  const after = printable(line.slice(end, end + reach));
  // What comes before names the row, so it may take whatever what comes after leaves, and half at least.
  const left = clipStart(before, Math.max(Math.floor(room / 2), room - displayWidth(after)));
  const right = clipEnd(after, room - displayWidth(left));
  return { line: left + mark + right, indent: displayWidth(left), width: Math.max(1, displayWidth(mark)) };
}

function clipEnd(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width >= columns) break;
    kept += character;
  }
  return kept + (columns > 0 ? ELLIPSIS : '');
}

function clipStart(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = [...text];
  let width = 0;
  let from = characters.length;
  while (from > 0 && width + displayWidth(characters[from - 1]!) < columns)
    width += displayWidth(characters[--from]!);
  return (columns > 0 ? ELLIPSIS : '') + characters.slice(from).join('');
}
