import type { ReportAnalysis } from '../../report/model/index.ts';

/** A report that was checked. */
export interface CheckedReport {
  /** As output names it. */
  readonly file: string;
  readonly analysis: ReportAnalysis;
  /** How many fixes `--fix` applied. */
  readonly fixed: number;
}
