import type { Period, Report } from '../model/index.ts';
import { garbledPeriod, isWholeYear, wholeYear } from '../outline/statedPeriod.ts';
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
    if (!stated) yield* unread(report, year);
    else if (year !== null && !isWholeYear(stated)) yield misstated(wholeOf(stated, report), year);
  },
};

/** Of dates of which only the end was understood, all that stands there. */
function wholeOf(stated: Period, { shown }: Report): Pick<Period, 'span' | 'text'> {
  const garbled = stated.from.year === null ? garbledPeriod(shown.text) : null;
  return garbled && garbled.span.start <= stated.span.start ? garbled : stated;
}

/** No period was read: there is none, or what stands there cannot be read. */
function* unread(report: Report, year: number | null): Iterable<Breach> {
  const garbled = garbledPeriod(report.shown.text);
  if (garbled?.isSound) return;
  if (garbled && year !== null) yield misstated(garbled, year);
  else if (garbled)
    yield { span: garbled.span, message: message('finding.period.garbled', { found: garbled.text }) };
  else {
    const key = year === null ? 'finding.period.none' : 'finding.period.none.year';
    yield { span: placeOfTitle(report), message: message(key, year === null ? {} : { year }) };
  }
}

function misstated({ span, text }: Pick<Period, 'span' | 'text'>, year: number): Breach {
  const expected = wholeYear(year);
  const args = { expected, found: text.replace(/\s+/g, '') };
  return {
    span,
    message: message('finding.period', args),
    fixes: [fix('fix.replace', args, false, [replace(span, expected)])],
  };
}
