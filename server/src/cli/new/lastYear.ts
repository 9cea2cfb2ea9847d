/** Last year's report, from which a draft takes numbers. */
import type { Failure } from '../../files/collect.ts';
import { shownPath } from '../../files/paths.ts';
import { damageOf, readDocument } from '../../files/readDocument.ts';
import { analyze } from '../../report/analyze.ts';
import type { Message, ReportFacts } from '../../report/model/index.ts';
import { factsOf } from '../../report/others/facts.ts';

/** What the report for the year before says and what is wrong with its file, or why it cannot be told. */
export async function readLastYear(
  path: string,
  year: number,
): Promise<{ readonly facts: ReportFacts; readonly doubt: Failure | null } | { readonly failure: Failure }> {
  const shown = shownPath(path);
  const reading = await readDocument({ shown, path, isCertain: true });
  if ('failure' in reading) return reading;
  const refuse = (reason: Message): { readonly failure: Failure } => ({ failure: { shown, reason } });
  const facts = factsOf(analyze(reading.document.text), shown);
  if (facts === null) return refuse({ key: 'cli.new.unknownReport', args: {} });
  if (facts.year === year - 1) return { facts, doubt: damageOf(reading.document) };
  return refuse({ key: 'cli.new.otherYear', args: { expected: year - 1, found: facts.year } });
}
