/** Ways from cell to cell, as in a spreadsheet. Pure: no VS Code. */
import { type AlignedTable, type Alignment, tableAt } from './alignment.ts';
import type { Cell, Row } from './row.ts';
import { isHeader } from './tables.ts';

/** A place in the text: line and UTF-16 offset in it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What stands in a cell: from `start` up to `end`. */
export interface Target {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Whether the cell is not there yet: its delimiter is to be put in at `start` first. */
  readonly isMissing: boolean;
}

export type Direction = 'next' | 'previous' | 'below' | 'above';

/** The cell at a place. */
export interface CellAt {
  readonly table: AlignedTable;
  readonly row: Row;
  /** Of the row in its table, and of the cell in its row. */
  readonly rowIndex: number;
  readonly index: number;
  readonly isNumber: boolean;
}

export function cellAt(alignment: Alignment, { line, character }: Place): CellAt | undefined {
  const table = tableAt(alignment, line);
  const rowIndex = line - (table?.line ?? 0);
  const row = table?.rows[rowIndex];
  if (!table || !row || row.isRule) return undefined;
  const index = row.cells.findIndex(({ from, to }) => from <= character && character <= to);
  const { stub } = table.columns;
  return index < 0
    ? undefined
    : { table, row, rowIndex, index, isNumber: index >= stub && !isHeader(row, stub) };
}

/** Where a way from a place leads; `undefined` where it leads out of the table. */
export function targetFrom(alignment: Alignment, place: Place, direction: Direction): Target | undefined {
  const at = cellAt(alignment, place);
  if (!at) return undefined;
  if (direction === 'next') return next(at);
  return direction === 'previous' ? previous(at) : inColumn(at, place, direction === 'below' ? 1 : -1);
}

/** The cells one goes through: numbers, and in the header names. */
function stopsIn(row: Row | undefined, stub: number): number[] {
  if (!row || row.isRule) return [];
  const header = isHeader(row, stub);
  return row.cells.flatMap(({ kind }, index) =>
    index >= stub && (!header || kind === 'text') ? [index] : [],
  );
}

function next({ table, row, rowIndex, index, isNumber }: CellAt): Target | undefined {
  const { stub, count } = table.columns;
  const stop = stopsIn(row, stub).find((each) => each > index);
  if (stop !== undefined) return targetOf(table, rowIndex, stop);
  if (isNumber && row.kind === 'tabs' && row.cells.length < count) return missing(table, rowIndex, row);
  for (let below = rowIndex + 1; below < table.rows.length; below++) {
    const first = stopsIn(table.rows[below], stub)[0];
    if (first !== undefined) return targetOf(table, below, first);
  }
  return undefined;
}

function previous({ table, row, rowIndex, index }: CellAt): Target | undefined {
  const { stub } = table.columns;
  const stop = stopsIn(row, stub).findLast((each) => each < index);
  if (stop !== undefined) return targetOf(table, rowIndex, stop);
  for (let above = rowIndex - 1; above >= 0; above--) {
    const last = stopsIn(table.rows[above], stub).at(-1);
    if (last !== undefined) return targetOf(table, above, last);
  }
  return undefined;
}

/** The same column in the nearest row that has it, as far from the right end as before. */
function inColumn({ table, row, rowIndex, index }: CellAt, place: Place, step: 1 | -1): Target | undefined {
  const back = Math.max(0, (row.cells[index]?.end ?? 0) - place.character);
  for (let at = rowIndex + step; at >= 0 && at < table.rows.length; at += step) {
    const cell = table.rows[at]?.isRule ? undefined : table.rows[at]?.cells[index];
    if (!cell) continue;
    const character = Math.max(cell.start, cell.end - back);
    return { line: table.line + at, start: character, end: character, isMissing: false };
  }
  return undefined;
}

function targetOf(table: AlignedTable, rowIndex: number, index: number): Target | undefined {
  const cell: Cell | undefined = table.rows[rowIndex]?.cells[index];
  return cell && { line: table.line + rowIndex, start: cell.start, end: cell.end, isMissing: false };
}

function missing(table: AlignedTable, rowIndex: number, { length }: Row): Target {
  return { line: table.line + rowIndex, start: length, end: length, isMissing: true };
}
