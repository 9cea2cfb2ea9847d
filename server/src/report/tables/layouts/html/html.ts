/** HTML tables as grids: merged cells are spread over the places they cover. */
import type { Grid, GridCell, GridRow, Layout } from '../grid.ts';
import type { RawCell, RawRow, RawTable } from './tableBuilder.ts';

export const html: Layout = {
  id: 'html',
  isStream: false,
  writeCellBefore: (text) => `${text}</td><td>`,
};

const MOST_COLUMNS = 60;

/** Reads a table; every row has a cell for each column up to its last one. */
export function readHtmlTable(table: RawTable): Grid {
  const regular = regularRows(table.rows);
  /** By column: how many further rows a cell above reaches into. */
  const reaching: number[] = [];
  const rows = table.rows.map((row, index) => spread(row, reaching, regular.has(index)));
  return { rows, layout: html };
}

function spread(row: RawRow, reaching: number[], isRegular: boolean): GridRow {
  const cells: GridCell[] = [];
  const late: GridCell[] = [];
  const above = { text: '', span: { start: row.span.start, end: row.span.start }, isCovered: true };
  const passReached = (): void => {
    while ((reaching[cells.length] ?? 0) > 0 && cells.length < MOST_COLUMNS) {
      reaching[cells.length]!--;
      cells.push(above);
    }
  };
  for (const cell of row.cells) {
    passReached();
    if (cells.length >= MOST_COLUMNS) break;
    const column = cells.length;
    const covered = Math.min(cell.columns, MOST_COLUMNS - column);
    for (let at = column; at < column + covered; at++) reaching[at] = cell.rows - 1;
    const blank = { text: '', span: { start: cell.span.end, end: cell.span.end }, isCovered: true };
    cells.push(cell);
    for (let at = 1; at < covered; at++) (isRegular && column > 0 ? late : cells).push(blank);
  }
  cells.push(...late);
  passReached();
  return { cells, span: row.span };
}

/**
 * Neighbouring rows of equally many cells, none of them reaching over rows, have them in the same order even if
 * they are merged from different columns (a header "1 + 2 + 1", a row "2 + 1 + 1"): each cell is one column.
 */
function regularRows(rows: readonly RawRow[]): Set<number> {
  const regular = new Set<number>();
  let rest = 0;
  let run: number[] = [];
  let previous = '';
  const close = (): void => {
    const merges = new Set(run.map((index) => rows[index]!.cells.map((cell) => cell.columns).join()));
    if (merges.size > 1) for (const index of run) regular.add(index);
    run = [];
  };
  rows.forEach((row, index) => {
    const isFree = rest === 0 && row.cells.every((cell) => cell.rows === 1);
    rest = row.cells.reduce((most, cell) => Math.max(most, cell.rows - 1), Math.max(rest - 1, 0));
    const shape = isFree ? `${row.cells.length} ${row.cells[0]!.columns} ${widthOf(row.cells)}` : '';
    if (shape === '' || shape !== previous) close();
    if (shape !== '') run.push(index);
    previous = shape;
  });
  close();
  return regular;
}

function widthOf(cells: readonly RawCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columns, 0);
}
