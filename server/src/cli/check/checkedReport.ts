import type { Place } from '../../formats/model.ts';
import type { ReportAnalysis } from '../../report/model/index.ts';

/** A report that was checked. */
export interface CheckedReport {
  /** As output names it. */
  readonly file: string;
  readonly analysis: ReportAnalysis;
  /** Where an offset stands in the document that the text was read from; only of one that is no text itself. */
  readonly placeOf?: ((offset: number) => Place) | undefined;
  /** How many fixes `--fix` applied. */
  readonly fixed: number;
}
