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
