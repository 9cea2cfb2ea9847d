/** In which column a number stands, told from where the numbers of whole rows and the header's words stand. */

import { isWideInPrint } from '../../../text/width.ts';
import type { GridCell } from '../grid.ts';
import type { Piece } from './line.ts';

/** Whether a Chinese character takes one column or two in the spacing of a text. */
export type Measure = 'characters' | 'columns';

/** Where a piece begins, in the units of the measure. */
export function beginOf(piece: Piece, measure: Measure): number {
  return measure === 'characters' ? piece.from : piece.from + piece.wideBefore;
}

/** Where a piece ends, in the units of the measure. */
export function endOf(piece: Piece, measure: Measure): number {
  return measure === 'characters' ? piece.to : piece.to + piece.wideBefore + piece.wideInside;
}

function centreOf(piece: Piece, measure: Measure): number {
  return (beginOf(piece, measure) + endOf(piece, measure)) / 2;
}

/** The measure in which numbers stand under each other best: in the fewest columns. */
export function measureOf(numbers: readonly Piece[]): Measure {
  const isWide = numbers.some((number) => number.wideBefore !== numbers[0]!.wideBefore);
  if (!isWide) return 'characters';
  const columns = gather(numbers, 'columns').length;
  return columns < gather(numbers, 'characters').length ? 'columns' : 'characters';
}

/** Numbers further apart than this stand in different columns. */
const WIDEST_COLUMN = 4;

/** The places of numbers, those of one column together. */
function gather(numbers: readonly Piece[], measure: Measure): number[][] {
  const places = numbers.map((number) => centreOf(number, measure)).sort((a, b) => a - b);
  const columns: number[][] = [];
  for (const place of places) {
    const last = columns.at(-1);
    if (last && place - last[0]! <= WIDEST_COLUMN) last.push(place);
    else columns.push([place]);
  }
  return columns;
}

/** The centre of each column, from rows that have a piece for every one; `null` if they are out of order. */
export function centresOf(rows: readonly (readonly Piece[])[], measure: Measure): number[] | null {
  const centres = rows[0]!.map((_, index) => {
    const all = rows.map((row) => centreOf(row[index]!, measure)).sort((a, b) => a - b);
    return all[all.length >> 1]!;
  });
  return centres.every((centre, index) => index === 0 || centre > centres[index - 1]!) ? centres : null;
}

/** The centres of columns out of numbers in no order, if they stand in just as many columns as are wanted. */
export function gatheredCentres(
  numbers: readonly Piece[],
  wanted: number,
  measure: Measure,
): number[] | null {
  const columns = gather(numbers, measure);
  const areApart = columns.every(
    (column, index) => index === 0 || column[0]! - columns[index - 1]!.at(-1)! > WIDEST_COLUMN,
  );
  return columns.length === wanted && areApart
    ? columns.map((column) => (column[0]! + column.at(-1)!) / 2)
    : null;
}

/** How far from a column's centre a number may stand, as a share of the way to the next column. */
const REACH = 0.4;

/** Each number in its column, `undefined` for a column without; `null` where one could be in either of two. */
export function placeNumbers(
  numbers: readonly Piece[],
  centres: readonly number[],
  measure: Measure,
): (Piece | undefined)[] | null {
  const placed = new Array<Piece | undefined>(centres.length);
  for (const number of numbers) {
    const at = centreOf(number, measure);
    const column = nearest(centres, at);
    const neighbour = centres[at < centres[column]! ? column - 1 : column + 1];
    const room = neighbour === undefined ? roomAtEnd(centres) : Math.abs(neighbour - centres[column]!);
    if (placed[column] || Math.abs(at - centres[column]!) > room * REACH) return null;
    placed[column] = number;
  }
  return placed;
}

function nearest(centres: readonly number[], at: number): number {
  let best = 0;
  for (const [index, centre] of centres.entries())
    if (Math.abs(centre - at) < Math.abs(centres[best]! - at)) best = index;
  return best;
}

function roomAtEnd(centres: readonly number[]): number {
  return centres.length < 2 ? ROOM_OF_ONE : (centres.at(-1)! - centres[0]!) / (centres.length - 1);
}

/** A column that stands alone has all the room there is. */
const ROOM_OF_ONE = 40;
/** Spaces from a value to the next where nothing tells where columns stand. */
const USUAL_ROOM = 4;

/** The line that a row's numbers stand on. */
export interface Ground {
  readonly start: number;
  /** Behind its last word or number, in the text and in columns. */
  readonly end: number;
  readonly width: number;
  readonly text: string;
}

/**
 * The cells of a row, blank ones at the places where their values would go; `null` where there is no room for one.
 *
 * @param centres the columns, or `null` where nothing tells: then there are no numbers either
 */
export function cellsOf(
  placed: readonly (Piece | undefined)[],
  centres: readonly number[] | null,
  ground: Ground,
  measure: Measure,
): GridCell[] | null {
  const cells: GridCell[] = [];
  for (const [column, piece] of placed.entries()) {
    const centre = centres?.[column] ?? ground.width + (column + 1) * USUAL_ROOM;
    const cell = piece ?? blankAt(Math.floor(centre), ground, measure);
    if (!cell) return null;
    cells.push({ text: cell.text, span: cell.span, ...('indent' in cell ? { indent: cell.indent } : {}) });
  }
  return cells;
}

function blankAt(column: number, { start, end, width, text }: Ground, measure: Measure): GridCell | null {
  if (column > width)
    return { text: '', span: { start: end, end }, indent: Math.max(column - width, WIDE_ENOUGH) };
  const at = measure === 'characters' ? start + column : offsetOf(column, start, text);
  const around = text.slice(at - 1, at + 1);
  return at < end && around === '  ' ? { text: '', span: { start: at, end: at } } : null;
}

const WIDE_ENOUGH = 2;

function offsetOf(column: number, start: number, text: string): number {
  let at = start;
  for (let width = 0; width < column; at++) width += isWideInPrint(text.charCodeAt(at)) ? 2 : 1;
  return at;
}
