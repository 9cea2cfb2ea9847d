import type { Report } from '../model/index.ts';
import { isWholeYear, wholeYear } from '../outline/period.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { placeOfTitle } from './support/titlePlace.ts';

/** The report says that its numbers are those of 1 January to 31 December of its year (条例 Article 49). */
export const period: Rule = {
  id: 'period',
  severity: 'warning',
  fix: 'offered',
  example: { right: '至2025年12月31日', wrong: '至2025年11月30日' },
  *check(report: Report): Iterable<Breach> {
    const stated = report.period;
    const year = report.title?.year ?? stated?.from.year ?? null;
    if (!stated) {
      const key = year === null ? 'finding.period.none' : 'finding.period.none.year';
      yield { span: placeOfTitle(report), message: message(key, year === null ? {} : { year }) };
    } else if (year !== null && !isWholeYear(stated)) {
      const expected = wholeYear(year);
      const args = { expected, found: stated.text.replace(/\s+/g, '') };
      yield {
        span: stated.span,
        message: message('finding.period', args),
        fixes: [fix('fix.replace', args, false, [replace(stated.span, expected)])],
      };
    }
  },
};
