/**
 * Header labels that reach over several columns: blank cells follow them, and rows below name the columns. Pure: no VS Code.
 */
import type { Cell, Row } from './row.ts';
import { type Columns, isHeader } from './tables.ts';

export interface Span {
  readonly row: Row;
  readonly cell: Cell;
  /** Columns, counted with those of the labels; `last` is at least one behind `first`. */
  readonly first: number;
  readonly last: number;
}

export function spansOf(rows: readonly Row[], { stub }: Columns): Span[] {
  return rows.flatMap((row, index) => {
    if (!isHeader(row, stub)) return [];
    const named = namedBelow(rows, index, stub);
    return row.cells.flatMap((cell, first) => {
      if (first < stub || cell.kind !== 'text') return [];
      const last = lastOf(row, first, named);
      return last > first ? [{ row, cell, first, last }] : [];
    });
  });
}

/** The columns that the rest of the header has words for. */
function namedBelow(rows: readonly Row[], above: number, stub: number): ReadonlySet<number> {
  const named = new Set<number>();
  for (let at = above + 1; ; at++) {
    const row = rows[at];
    if (!row || !isHeader(row, stub)) return named;
    row.cells.forEach((cell, index) => {
      if (cell.kind === 'text') named.add(index);
    });
  }
}

/** Blank cells belong to the label before them up to the last one that has a name below. */
function lastOf({ cells }: Row, first: number, named: ReadonlySet<number>): number {
  let last = first;
  for (let index = first + 1; cells[index]?.kind === 'blank'; index++) if (named.has(index)) last = index;
  return last;
}

/**
 * The columns that the header above a row has names for: where a number belongs. None in a header, and none in a title right
 * above one.
 */
export function namedColumns(
  rows: readonly Row[],
  index: number,
  { stub }: Columns,
  spans: readonly Span[],
): ReadonlySet<number> {
  const isHead = (row: Row | undefined): boolean => row !== undefined && isHeader(row, stub);
  const named = new Set<number>();
  if (isHead(rows[index]) || isHead(rows[index + 1])) return named;
  let at = index;
  while (at >= 0 && !isHead(rows[at])) at--;
  for (; isHead(rows[at]); at--) {
    rows[at]?.cells.forEach((cell, column) => {
      if (cell.kind === 'text') named.add(column);
    });
    for (const { first, last } of spans.filter(({ row }) => row === rows[at]))
      for (let column = first; column <= last; column++) named.add(column);
  }
  return named;
}
