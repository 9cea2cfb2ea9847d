/** What every layout is read into: rows of cells, each with its place in the text. */
import type { LayoutId, Reach, Span } from '../../model/index.ts';

export interface GridCell {
  /** Trimmed. */
  readonly text: string;
  /** The trimmed text; empty, at the place where a value would go, for a blank cell. */
  readonly span: Span;
  /** Where other things stand between its first and last character (tags, numbers of the row): its pieces. */
  readonly parts?: readonly Span[];
  /** Where it covers further rows. */
  readonly reach?: Reach;
  /** Another cell, merged over it, stands in its place: there is nowhere to write a value. */
  readonly isCovered?: boolean;
  /** For a blank cell with no room on its line: how many spaces belong in front of its value. */
  readonly indent?: number;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** The row's text without surrounding white space. */
  readonly span: Span;
  /** The layout dropped blank cells: the numbers are in their order, but not each in its column. */
  readonly hasDroppedBlanks?: boolean;
  /** Of a grid's first row: the short line of words above the grid. */
  readonly caption?: string;
  /** The numbers of several rows, column by column: it cannot be told whose they are. */
  readonly isApart?: boolean;
  /** The cells behind the label stand for the form's columns one to one, whatever the header says. */
  readonly isPlaced?: boolean;
}

/** Rows that stand together. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly layout: Layout;
}

/** How a layout writes what a fix adds to a row. */
export interface Layout {
  readonly id: LayoutId;
  /** Cells come one after the other: nothing but the form's words tells where a row, or a header's word, ends. */
  readonly isStream: boolean;
  /** What to insert in front of a cell so that a new cell with this text precedes it. */
  writeCellBefore(text: string): string;
}
