/** A line whose cells are held apart by spaces: its words, and the numbers that end it. */
import type { Span } from '../../../model/index.ts';
import type { Line } from '../../../text/lines.ts';
import { isWideInPrint } from '../../../text/width.ts';
import { isNumberCell } from '../stream.ts';

/** Text between spaces, with its place on the line. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
  /** Columns from the line's beginning, in characters. */
  readonly from: number;
  readonly to: number;
  /** How much wider all before it, and itself, is where a Chinese character takes two columns. */
  readonly wideBefore: number;
  readonly wideInside: number;
  /** Spaces in front of it. */
  readonly gap: number;
}

export interface SplitLine {
  readonly words: readonly Piece[];
  /** The numbers behind the last word. */
  readonly numbers: readonly Piece[];
}

const MOST_PIECES = 80;
/** So many spaces divide columns, fewer divide words. */
export const WIDE_GAP = 2;
/** An ordinal that is held apart from its label: 1. 属于国家秘密 */
const ORDINAL = /^\d{1,2}[.、．)]$/;

/** Splits a line at its spaces; `null` for one that has too many to be a row. */
export function splitLine(text: string, { span, raw }: Line): SplitLine | null {
  const pieces: Piece[] = [];
  const start = text.charCodeAt(raw.start) === FORM_FEED ? raw.start + 1 : raw.start;
  let wide = 0;
  for (let at = span.start, last = start; at < span.end; ) {
    let end = at;
    let wideInside = 0;
    for (; end < span.end && !isSpace(text.charCodeAt(end)); end++)
      if (isWideInPrint(text.charCodeAt(end))) wideInside++;
    if (pieces.length === MOST_PIECES) return null;
    pieces.push({
      text: text.slice(at, end),
      span: { start: at, end },
      from: at - start,
      to: end - start,
      wideBefore: wide,
      wideInside,
      gap: at - last,
    });
    wide += wideInside;
    for (at = last = end; at < span.end && isSpace(text.charCodeAt(at)); at++)
      if (text.charCodeAt(at) === IDEOGRAPHIC_SPACE) wide++;
  }
  let first = pieces.length;
  while (first > 0 && isNumber(pieces[first - 1]!.text)) first--;
  return { words: pieces.slice(0, first), numbers: pieces.slice(first) };
}

const FORM_FEED = 12;
const IDEOGRAPHIC_SPACE = 0x3000;

function isSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === IDEOGRAPHIC_SPACE || (code >= 9 && code <= 13);
}

/** Whether a piece is a number of a table and not the ordinal of a label. */
export function isNumber(text: string): boolean {
  return isNumberCell(text) && !ORDINAL.test(text);
}

/** Several pieces of a line as one, the spaces between them included. */
export function joinPieces(text: string, pieces: readonly Piece[]): Piece {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (first === last) return first;
  const span = { start: first.span.start, end: last.span.end };
  return {
    text: text.slice(span.start, span.end),
    span,
    from: first.from,
    to: last.to,
    wideBefore: first.wideBefore,
    wideInside: last.wideBefore + last.wideInside - first.wideBefore,
    gap: first.gap,
  };
}
