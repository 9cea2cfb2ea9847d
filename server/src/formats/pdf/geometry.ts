/** What is drawn on a page. Units are points, from the upper left corner of the page as it is shown. */

/** As PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function transformed(
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Characters of one code, as they are drawn. */
export interface Glyph {
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Along its line. */
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** Whether a space stands in front of it. */
  readonly isApart: boolean;
  /** Where its line goes: `columns` are Chinese vertical writing, the first column on the right. */
  readonly direction: Direction;
}

export type Direction = 'right' | 'left' | 'up' | 'down' | 'columns';

/** A straight line across or down the page. */
export interface Rule {
  readonly isAcross: boolean;
  /** Its place on the other axis. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly pictures: number;
  /** Characters that the page shows and does not name, and that it names and does not show (text behind a scan). */
  readonly unnamed: number;
  readonly invisible: number;
}

/** The sum of what makes a box: its borders, in ascending order. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
