/** Tables as they were read and held against the form. */
import type { CellForm, ColumnForm, EquationForm, LineForm, TableForm } from '../form/formModel.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from './finding.ts';

/**
 * How a cell's value came about:
 * `number` read as written; `blank` nothing there; `dash` "/", "-" or "—"; `invalid` something that is no
 * number of the kind asked for; `derived` not in the text, but proved by the row's own total;
 * `unknown` the text does not say which number it is, or the row or column is absent.
 */
export type CellState = 'number' | 'blank' | 'dash' | 'invalid' | 'derived' | 'unknown';

/** A fact: one number of the form, as this text has it. */
export interface Cell {
  readonly form: CellForm;
  /** The characters of the value; for a blank cell the empty place where it belongs; for a derived or
   * unknown cell its line, or the whole table where the line is absent. */
  readonly span: Span;
  readonly text: string;
  readonly state: CellState;
  /** The number as read; `null` unless the state is `number`, `derived`, or `invalid` with an evident value
   * (full-width digits, separators). */
  readonly value: number | null;
  /** Another cell, merged over it, stands in its place: there is nowhere to write a value. */
  readonly isCovered?: boolean;
  /** For a blank cell with no room on its line: how many spaces belong in front of a number written there. */
  readonly indent?: number;
}

/** A line of a table that was bound to a line of the form. */
export interface TableLine {
  readonly form: LineForm;
  readonly span: Span;
  /** The pieces of its label in reading order; more than one where a page break cut it. Empty if unlabelled. */
  readonly label: readonly Span[];
  /** The label's text, pieces joined. */
  readonly labelText: string;
  /** The group label cells on this line (三、本年度办理结果, （三）不予公开). */
  readonly groups: readonly Span[];
  /** How the label agrees with the form's. */
  readonly wording: 'form' | 'accepted' | 'other';
  /** Whether words beside the label, in rows of their own, may belong to it, or words of it to another row. */
  readonly mayGoOn: boolean;
  readonly cells: readonly Cell[];
  /** How many numbers stand on the line, and where; equal to `form.cells.length` on a sound line. */
  readonly numbers: readonly Span[];
  /** Whether `numbers` fills the form's columns one to one, blanks included. */
  readonly complete: boolean;
  /** Whether the layout dropped blank cells, so that it cannot be told which of its numbers are missing. */
  readonly isUnclear: boolean;
  /** Whether numbers stand in one cell with each other or with the label: all are known, and `repair` parts them. */
  readonly hasLostSeparators: boolean;
  /** Edits that make the line whole where its own total proves the reading; empty otherwise. */
  readonly repair: readonly TextEdit[];
}

/** A header label found in the text. */
export interface HeaderLabel {
  readonly text: string;
  readonly span: Span;
  readonly kind: 'title' | 'column' | 'group';
  readonly block: number;
  /** The form's column, `null` if it is none of them. */
  readonly column: string | null;
}

/**
 * How a table is written: tab-separated, between pipes, in HTML tags, a cell a line, in columns held apart by
 * spaces, or a row's numbers on a line with single spaces between, as a PDF's raw text has them.
 */
export type LayoutId = 'tabs' | 'pipes' | 'html' | 'lines' | 'aligned' | 'raw';

/** A blank one has no text, and an empty span where a value would go. */
export interface TableCell {
  readonly text: string;
  readonly span: Span;
  /** Its pieces, where other things stand between them. */
  readonly parts?: readonly Span[];
  readonly reach?: Reach;
}

/** How many rows a cell covers, its own included, and where the text says so. */
export interface Reach {
  readonly rows: number;
  readonly place: Span;
}

/** A row as it was read. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

/** A row of numbers whose label was lost: its first number, and what writes the label. */
export interface UnlabelledRow {
  readonly form: LineForm;
  readonly span: Span;
  readonly label: TextEdit;
}

/** Rows of numbers on lines of their own, as a block that was pasted leaves them. */
export interface NumberBlock {
  /** Each with its numbers alone. */
  readonly rows: readonly TableRow[];
  /** The lines of the form beside it without a number, or without a row, in order: the numbers may be theirs. */
  readonly lines: readonly LineForm[];
}

/** Rows of numbers whose label was lost. They are not bound. */
export interface UnlabelledRows {
  /** Those whose place tells which they are. */
  readonly rows: readonly UnlabelledRow[];
  /** The missing lines of the form that such rows are, or may be where it cannot be told which. */
  readonly lines: readonly LineForm[];
  /** Those of which it is not known, beside rows without a number or where some are missing. */
  readonly blocks: readonly NumberBlock[];
}

export interface Table {
  readonly form: TableForm;
  /** The layout of its first row; further rows can be written in another. */
  readonly layout: LayoutId;
  readonly span: Span;
  /** Every row that was read, whatever it was bound to, in order. Words that made no row stand between them. */
  readonly rows: readonly TableRow[];
  readonly header: readonly HeaderLabel[];
  /** Form columns that no header label names, by block; only where the block has a header at all. */
  readonly missingColumns: readonly {
    readonly block: number;
    readonly column: ColumnForm;
    readonly span: Span;
  }[];
  readonly unknownColumns: readonly HeaderLabel[];
  readonly lines: readonly TableLine[];
  /** Lines bound a second time to a form line that has one already. */
  readonly duplicates: readonly { readonly line: TableLine; readonly first: TableLine }[];
  readonly missingLines: readonly LineForm[];
  readonly unlabelled: UnlabelledRows;
  /** By `CellForm.index`. */
  readonly cells: readonly Cell[];
  /** By `CellForm.index`: what each cell counts for in arithmetic, `null` where that cannot be told. */
  readonly values: readonly (number | null)[];
  /** Whether it has the form's rows and columns, each once and in accepted words, with a number in every cell. */
  readonly isFlawless: boolean;
}

/** An equation of the form with the numbers of this text. */
export interface Equation {
  readonly form: EquationForm;
  readonly table: Table;
  /** Sums of either side; `null` where a cell it needs is unknown. */
  readonly left: number | null;
  readonly right: number | null;
  /** `null`: cannot be told. */
  readonly holds: boolean | null;
}
