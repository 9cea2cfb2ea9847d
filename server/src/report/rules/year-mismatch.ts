import type { Report, Title } from '../model/index.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { impossibleDays, tooEarly } from './support/dates.ts';
import { leftYears } from './support/leftYears.ts';
import { otherYears } from './support/statedYears.ts';

/** Title, statistical period and text are about the same year, and its days are days of that year. */
export const yearMismatch: Rule = {
  id: 'year-mismatch',
  severity: 'warning',
  fix: 'offered',
  example: { right: '2025年1月1日至2025年12月31日', wrong: '2024年1月1日至2024年12月31日' },
  *check(report: Report): Iterable<Breach> {
    for (const { span, text } of impossibleDays(report))
      yield { span, message: message('finding.year-mismatch.day', { found: text }) };
    const { title } = report;
    if (title?.year != null) yield* againstTitle(report, title, title.year);
  },
};

function* againstTitle(report: Report, title: Title, year: number): Iterable<Breach> {
  const related = [{ span: title.yearSpan ?? title.span, message: message('related.title-year', { year }) }];
  for (const { year: found, span, corrected } of otherYears(report, title, year)) {
    const fixes =
      corrected === undefined
        ? []
        : [fix('fix.replace', { expected: corrected }, false, [replace(span, corrected)])];
    yield { span, message: message('finding.year-mismatch', { expected: year, found }), related, fixes };
  }
  for (const { kind, year: found, span } of leftYears(report, year))
    yield { span, message: message(`finding.year-mismatch.${kind}`, { expected: year, found }), related };
  for (const { span, text } of tooEarly(report, year))
    yield { span, message: message('finding.year-mismatch.early', { year, found: text }), related };
}
