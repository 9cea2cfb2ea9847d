/** Every rule. */

import type { Severity } from '../model/index.ts';
import { aggregate } from './aggregate.ts';
import { amountUnit } from './amount-unit.ts';
import { applicationBalance } from './application-balance.ts';
import { breakdown } from './breakdown.ts';
import { carryOver } from './carry-over.ts';
import { cellEmpty } from './cell-empty.ts';
import { cellNumber } from './cell-number.ts';
import { claim } from './claim.ts';
import { contact } from './contact.ts';
import { documentsInForce } from './documents-in-force.ts';
import { feeStatement } from './fee-statement.ts';
import { formVersion } from './form-version.ts';
import { handledTotal } from './handled-total.ts';
import { headingLevel } from './heading-level.ts';
import { layoutUnclear } from './layout-unclear.ts';
import { listShort } from './list-short.ts';
import { numbersUnlabelled } from './numbers-unlabelled.ts';
import { otherForm } from './other-form.ts';
import { percentage } from './percentage.ts';
import { period } from './period.ts';
import { placeholder } from './placeholder.ts';
import { preambleParts } from './preamble-parts.ts';
import { proceedingsTotal } from './proceedings-total.ts';
import { punctuation } from './punctuation.ts';
import { regulationsByRank } from './regulations-by-rank.ts';
import { repeatedWord } from './repeated-word.ts';
import { reportTitle } from './report-title.ts';
import { rowCells } from './row-cells.ts';
import { rowDuplicate } from './row-duplicate.ts';
import { rowLabel } from './row-label.ts';
import { rowMissing } from './row-missing.ts';
import { rowTotal } from './row-total.ts';
import type { Rule, RuleDescription } from './rule.ts';
import { sectionDuplicate } from './section-duplicate.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { selfReference } from './self-reference.ts';
import { tableHeader } from './table-header.ts';
import { tableMissing } from './table-missing.ts';
import { textTooLarge } from './text-too-large.ts';
import { topicMissing } from './topic-missing.ts';
import { unpairedMark } from './unpaired-mark.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { unusualChange } from './unusual-change.ts';
import { yearMismatch } from './year-mismatch.ts';

/** The rules that are run, in the order of the documentation. */
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
  otherForm,
  textTooLarge,
  tableMissing,
  tableHeader,
  rowMissing,
  rowDuplicate,
  rowCells,
  numbersUnlabelled,
  layoutUnclear,
  rowLabel,
  cellEmpty,
  cellNumber,
  applicationBalance,
  handledTotal,
  rowTotal,
  proceedingsTotal,
  regulationsByRank,
  amountUnit,
  carryOver,
  documentsInForce,
  aggregate,
  unusualChange,
  claim,
  breakdown,
  percentage,
  feeStatement,
  placeholder,
  repeatedWord,
  contact,
  unpairedMark,
  preambleParts,
  listShort,
  punctuation,
  selfReference,
];

/** All rules: the last one is about the comments that silence the others. */
export const ruleDescriptions: readonly RuleDescription[] = [...rules, unusedSuppression];

export const ruleIds: ReadonlySet<string> = new Set(ruleDescriptions.map((rule) => rule.id));

const optional: ReadonlySet<string> = new Set(rules.filter((rule) => rule.isOptional).map((rule) => rule.id));
/** Rules about other reports: where these are not at hand, nothing can be said of a comment that silences them. */
export const needsOthers: ReadonlySet<string> = new Set(
  rules.filter(({ example }) => example.beside !== undefined).map(({ id }) => id),
);

/** Whether a rule is run: not switched off, and switched on where it is optional. */
export function isOn(rule: string, severities: Readonly<Record<string, Severity | 'off'>>): boolean {
  return (severities[rule] ?? (optional.has(rule) ? 'off' : undefined)) !== 'off';
}
