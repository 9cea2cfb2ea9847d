/** Which cells are wrong where totals do not balance. */

import type { Cell, Equation, Table } from './boundTable.ts';
import type { RelatedInformation } from './finding.ts';

export type CellSlip = 'transposed' | 'dropped' | 'doubled' | 'digit' | 'omitted' | 'wrong-row';
export type SetSlip = 'swapped' | 'shifted' | 'wrong-row';

/** A change of one cell. */
export interface Change {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  /** The slip that made the right number the wrong one, where it is recognised. */
  readonly slip: CellSlip | null;
}

/** Changes that mend every equation of a fault and break none. */
export interface Explanation {
  /** In the order of the form. */
  readonly changes: readonly Change[];
  /** The one slip that they undo together, where it is recognised. */
  readonly slip: SetSlip | null;
  readonly weight: number;
}

/** Broken equations that are explained together, and the smallest explanations for them. */
export interface BalanceFault {
  readonly table: Table;
  /** In the order of the form's rules. */
  readonly equations: readonly Equation[];
  /** All explanations of the smallest size, single changes included: those supported, then the most slip-like. */
  readonly alternatives: readonly Explanation[];
  /** Those of them that agree best with what other places say; all where these say nothing. */
  readonly supported: readonly Explanation[];
  /** The only single change, the one that other places decide for, or the set that is clearly the likeliest. */
  readonly best: Explanation | null;
  /** What speaks for the best one in other places. */
  readonly evidence: readonly Evidence[];
  /** Whether no smaller or other explanation exists; not known where a table has too many wrong cells. */
  readonly isCertain: boolean;
}

/** What another place says that a number must be. */
export interface Evidence {
  readonly cell: Cell;
  readonly expected: number;
  /** Where it says so. */
  readonly source: RelatedInformation;
}
