/** Tells which number of a line belongs to which column of the form, or that it cannot be told. */

import type { LineForm, TextEdit } from '../../model/index.ts';
import { parseNumber } from '../../text/number.ts';
import type { GridCell } from '../layouts/grid.ts';
import type { ReadRow } from './row.ts';

/** What stands in a column of the form: a cell, a number that the row's total proves, or nothing known (`null`). */
export type Slot = GridCell | number | null;

export interface Assignment {
  readonly slots: readonly Slot[];
  /** Whether every column of the form has its own cell in the text. */
  readonly complete: boolean;
  /** Whether blank cells left no trace, so that the numbers are known but not their columns. */
  readonly isUnclear: boolean;
  readonly repair: readonly TextEdit[];
}

/** What a table as a whole says of where its columns stand. */
export interface ColumnEvidence {
  readonly positions: readonly number[] | null;
  /** Cell index of the first column in the lines that have every number; `null` if there is none. */
  readonly origin: number | null;
  /** Columns of the form that the header does not name and no row has a number for; `null` where that is not sure. */
  readonly lost: readonly number[] | null;
  /** How many cells name the block's column, where it has only one: a merged cell's text is repeated by some converters. */
  readonly repeats: number;
}

const none: readonly TextEdit[] = [];

/**
 * Assigns the cells behind a line's label to the form's columns.
 *
 * @param evidenceOf what the table says of a block; most lines have as many numbers as columns and need not ask
 */
export function assignColumns(
  row: ReadRow,
  line: LineForm,
  evidenceOf: (block: number) => ColumnEvidence,
): Assignment {
  const wanted = line.cells.length;
  const { filled, separators } = row;
  if (separators && separators.length > 0 && filled.length === wanted)
    return { ...whole(filled), complete: false, repair: separators };
  if (filled.length === wanted) return whole(filled);
  if (separators) return unread(line, row.row.hasDroppedBlanks === true);
  const evidence = evidenceOf(line.block);
  const rest = row.row.cells.slice(row.valuesFrom);
  if (row.row.isPlaced && rest.length === wanted) return whole(rest);
  if (filled.length > wanted)
    return isRepeated(filled, wanted, evidence.repeats)
      ? whole(filled.slice(0, 1))
      : (withoutRemark(filled, line) ?? unread(line, row.row.hasDroppedBlanks === true));
  if (row.row.hasDroppedBlanks) return placeInOrder(row, line, evidence.lost) ?? unread(line, true);
  const placed = placeByHeader(row, evidence.positions) ?? placeByOrigin(row, wanted, evidence.origin);
  if (placed && !placed.includes(undefined)) return whole(placed as GridCell[]);
  if (placed) return completeByTotal(placed, line, row);
  const inOrder = placeInOrder(row, line, evidence.lost);
  if (inOrder) return inOrder;
  if (evidence.positions?.includes(-1)) return readLostColumns(filled, line, row);
  if (rest.length === wanted && !startsBefore(row, evidence.origin)) return whole(rest);
  if (filled.length === 0 && rest.length > wanted)
    return whole(wanted > 3 ? rest.slice(-wanted) : rest.slice(0, wanted));
  return readLostColumns(filled, line, row);
}

/** Whether blanks that belong to the label stand where the numbers of other lines have not begun: then a number at the end is gone. */
function startsBefore({ valuesFrom, filled }: ReadRow, origin: number | null): boolean {
  return origin !== null && valuesFrom < origin && filled.length > 0;
}

function whole(cells: readonly GridCell[]): Assignment {
  return { slots: cells, complete: true, isUnclear: false, repair: none };
}

function unread(line: LineForm, isUnclear: boolean): Assignment {
  return { slots: line.cells.map(() => null), complete: false, isUnclear, repair: none };
}

/** One number as often as the header's one column is named: both stand in merged cells. */
function isRepeated(filled: readonly GridCell[], wanted: number, repeats: number): boolean {
  return wanted === 1 && filled.length === repeats && filled.every(({ text }) => text === filled[0]!.text);
}

const REMARK = /^\D*[\u4e00-\u9fff]{2}/;

/** As many numbers as the line has columns, and words behind them: a remark. */
function withoutRemark(filled: readonly GridCell[], line: LineForm): Assignment | null {
  const { cells } = line;
  const own = filled.slice(0, cells.length);
  const isWhole = own.every(({ text }, index) => parseNumber(text, cells[index]!.kind).state !== 'invalid');
  return isWhole && filled.slice(cells.length).every(({ text }) => REMARK.test(text)) ? whole(own) : null;
}

/** As many numbers as the header names columns, one after the other. */
function placeInOrder(row: ReadRow, line: LineForm, lost: readonly number[] | null): Assignment | null {
  if (!lost || lost.length === 0 || row.filled.length + lost.length !== line.cells.length) return null;
  let next = 0;
  const placed = line.cells.map((_, column) => (lost.includes(column) ? undefined : row.filled[next++]!));
  return completeByTotal(placed, line, row);
}

/** Each number under its header label; `undefined` for a column the header does not name. */
function placeByHeader(row: ReadRow, positions: readonly number[] | null): (GridCell | undefined)[] | null {
  if (!positions) return null;
  const { cells } = row.row;
  for (let i = row.valuesFrom; i < cells.length; i++)
    if (cells[i]!.text !== '' && !positions.includes(i)) return null;
  const present = positions.filter((position) => position !== -1);
  if (present.length === 0 || present[0]! < row.valuesFrom || present.at(-1)! >= cells.length) return null;
  return positions.map((position) => (position === -1 ? undefined : cells[position]!));
}

function placeByOrigin(row: ReadRow, wanted: number, origin: number | null): (GridCell | undefined)[] | null {
  const { cells } = row.row;
  if (origin === null || origin < row.valuesFrom || cells.length < origin + wanted) return null;
  for (let i = row.valuesFrom; i < cells.length; i++) {
    if (cells[i]!.text !== '' && (i < origin || i >= origin + wanted)) return null;
  }
  return cells.slice(origin, origin + wanted);
}

/** The columns that the header lost: what the row's own total leaves for them, if it leaves no choice. */
function completeByTotal(
  placed: readonly (GridCell | undefined)[],
  line: LineForm,
  row: ReadRow,
): Assignment {
  const lost = placed.flatMap((cell, index) => (cell ? [] : [index]));
  const rest = remainder(
    placed.map((cell, index) => (cell ? numberOf(cell, line, index) : 0)),
    line.total,
  );
  const isProved = rest === 0 || (rest !== null && rest > 0 && lost.length === 1 && lost[0] !== line.total);
  const slots = placed.map((cell): Slot => cell ?? (isProved ? rest : null));
  if (!isProved) return { slots, complete: false, isUnclear: false, repair: none };
  return { slots, complete: false, isUnclear: false, repair: insertions(slots, row) };
}

/**
 * Fewer numbers than columns, and nothing says which are missing: the first number is taken for the first column
 * and the last for the last, as long as they add up so that every number left out can only be 0. What stands
 * between them is known where each way of placing it says the same.
 */
function readLostColumns(filled: readonly GridCell[], line: LineForm, row: ReadRow): Assignment {
  const slots: Slot[] = line.cells.map(() => null);
  const unknown: Assignment = { slots, complete: false, isUnclear: false, repair: none };
  const { total } = line;
  if (filled.length < 2 || total !== line.cells.length - 1) return unknown;
  const values = filled.map((cell, index) => numberOf(cell, line, index));
  const sum = values
    .slice(0, -1)
    .reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0);
  if (sum === null || sum !== values.at(-1)) return unknown;
  const between = filled.slice(1, -1);
  const free = line.cells.length - 2 - between.length;
  slots[0] = filled[0]!;
  slots[total] = filled.at(-1)!;
  for (let column = 1; column < total; column++) {
    const possible = between.slice(Math.max(0, column - 1 - free), column);
    if (possible.every((cell) => numberOf(cell, line, column) === 0)) slots[column] = 0;
  }
  if (between.some((cell, index) => numberOf(cell, line, index) !== 0)) return unknown;
  return { slots, complete: false, isUnclear: false, repair: zerosBefore(filled.at(-1)!, free, row) };
}

function zerosBefore(cell: GridCell, count: number, row: ReadRow): TextEdit[] {
  const at = cell.span.start;
  return [{ span: { start: at, end: at }, newText: row.layout.writeCellBefore('0').repeat(count) }];
}

function insertions(slots: readonly Slot[], row: ReadRow): TextEdit[] {
  const edits: TextEdit[] = [];
  let waiting = '';
  for (const slot of slots) {
    if (typeof slot === 'number') waiting += row.layout.writeCellBefore(String(slot));
    else if (slot !== null && waiting !== '') {
      edits.push({ span: { start: slot.span.start, end: slot.span.start }, newText: waiting });
      waiting = '';
    }
  }
  return waiting === '' ? edits : [];
}

/** Total less addends; `null` where the line has no total of its own or a number is none. */
function remainder(values: readonly (number | null)[], total: number | null): number | null {
  if (total === null) return null;
  let rest = values[total] ?? null;
  for (const [index, value] of values.entries()) {
    if (index === total) continue;
    if (rest === null || value === null) return null;
    rest -= value;
  }
  return rest;
}

function numberOf(cell: GridCell, line: LineForm, index: number): number | null {
  const parsed = parseNumber(cell.text, line.cells[index]!.kind);
  return parsed.state === 'blank' || parsed.state === 'dash' ? 0 : parsed.value;
}
