/** Last year's report, from which a draft takes numbers. */
import type { Failure } from '../../files/collect.ts';
import { shownPath } from '../../files/paths.ts';
import { damageOf, readDocument } from '../../files/readDocument.ts';
import { analyze } from '../../report/analyze.ts';
import { asLastYear } from '../../report/checkedDraft.ts';
import type { ReportFacts } from '../../report/model/index.ts';
import { factsOf } from '../../report/others/facts.ts';

/** What the report for the year before says and what is wrong with its file, or why it cannot be told. */
export async function readLastYear(
  path: string,
  year: number,
): Promise<{ readonly facts: ReportFacts; readonly doubt: Failure | null } | { readonly failure: Failure }> {
  const shown = shownPath(path);
  const reading = await readDocument({ shown, path, isCertain: true });
  if ('failure' in reading) return reading;
  const last = asLastYear(factsOf(analyze(reading.document.text), shown), year);
  if ('reason' in last) return { failure: { shown, reason: last.reason } };
  return { facts: last.facts, doubt: damageOf(reading.document) };
}
