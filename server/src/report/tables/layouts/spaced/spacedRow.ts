import type { Piece } from './line.ts';
import type { Label } from './spacedLabels.ts';

/** A row of numbers with its label, or either alone. */
export interface SpacedRow {
  /** The row's label; `null` where the form knows no such row, or its words were not found. */
  readonly label: Label | null;
  /** Words on the line of the numbers that are no label of the form. */
  readonly unknown: readonly Piece[];
  readonly numbers: readonly Piece[];
  /** The line of its numbers, else of its label's last piece; by its place in the text. */
  readonly line: number;
  readonly page: number;
  /** Whether numbers beside it that have no label may be its own. */
  readonly isDoubtful?: boolean;
}
