/** Cells that come one after the other, and the rows that they make. */
import type { LineForm } from '../../model/index.ts';
import type { GridCell } from './grid.ts';

export interface StreamCell extends GridCell {
  /** Behind the mark that closes it, else where its text ends. */
  readonly end: number;
  /** An empty cell that only fills a row up to the table's width: it may stand for a cell dropped elsewhere. */
  readonly isPadding: boolean;
  /** Where the blank lines between this cell and the one before begin. */
  readonly gap: readonly number[];
}

/** A row with its cells told apart, before it is decided what its blanks mean. */
export interface StreamRow {
  readonly labels: StreamCell[];
  /** The form's line; `null` for a row that carries no numbers, or that the form does not know. */
  readonly line: LineForm | null;
  /** How many numbers the form asks for in it. */
  readonly wanted: number | null;
  readonly values: StreamCell[];
  /** The blank lines between its last cell and the next row; `null` at the end. */
  gapBehind: readonly number[] | null;
  /** Numbers of rows that stand column by column, below their labels or above: it cannot be told whose they are. */
  readonly isApart?: boolean;
}
