/** Every rule, in the order of the documentation. */
import { applicationBalance } from './application-balance.ts';
import { cellEmpty } from './cell-empty.ts';
import { cellNumber } from './cell-number.ts';
import { feeStatement } from './fee-statement.ts';
import { formVersion } from './form-version.ts';
import { handledTotal } from './handled-total.ts';
import { headingLevel } from './heading-level.ts';
import { period } from './period.ts';
import { placeholder } from './placeholder.ts';
import { proceedingsTotal } from './proceedings-total.ts';
import { regulationsByRank } from './regulations-by-rank.ts';
import { reportTitle } from './report-title.ts';
import { rowCells } from './row-cells.ts';
import { rowDuplicate } from './row-duplicate.ts';
import { rowLabel } from './row-label.ts';
import { rowMissing } from './row-missing.ts';
import { rowTotal } from './row-total.ts';
import type { Rule } from './rule.ts';
import { sectionDuplicate } from './section-duplicate.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { tableHeader } from './table-header.ts';
import { tableMissing } from './table-missing.ts';
import { topicMissing } from './topic-missing.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { yearMismatch } from './year-mismatch.ts';

export const rules: readonly Rule[] = [
  reportTitle,
  sectionMissing,
  sectionOrder,
  sectionDuplicate,
  sectionTitle,
  sectionEmpty,
  topicMissing,
  headingLevel,
  period,
  yearMismatch,
  formVersion,
  tableMissing,
  tableHeader,
  rowMissing,
  rowDuplicate,
  rowCells,
  rowLabel,
  cellEmpty,
  cellNumber,
  applicationBalance,
  handledTotal,
  rowTotal,
  proceedingsTotal,
  regulationsByRank,
  feeStatement,
  placeholder,
  unusedSuppression,
];

export const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));
