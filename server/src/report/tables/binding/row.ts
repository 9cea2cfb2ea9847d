/** A row of a grid as it is read, before it is held against a table of the form. */
import type { Word } from '../../form/vocabulary.ts';
import type { TableForm, TextEdit } from '../../model/index.ts';
import type { GridCell, GridRow, Layout } from '../layouts/grid.ts';

/** A row with its label cells told apart from its values. */
export interface ReadRow {
  readonly row: GridRow;
  readonly layout: Layout;
  /** Cells with words, in front of the values. */
  readonly labels: readonly LabelCell[];
  /** Index of the first cell after the labels. */
  readonly valuesFrom: number;
  /** The cells behind the labels that are not blank. */
  readonly filled: readonly GridCell[];
  /**
   * Where its label, and numbers, stood in one cell with numbers: what puts the lost separators in; none where it cannot be told
   * which columns the numbers belong to.
   */
  readonly separators?: readonly TextEdit[];
}

export interface LabelCell {
  readonly cell: GridCell;
  readonly index: number;
  readonly normal: string;
  readonly words: readonly Word[];
}

/** The rows of one table of the form, in order. */
export interface TableRows {
  readonly table: TableForm;
  readonly rows: ReadRow[];
}
