/** Days that a report names: whether there is such a day, and whether a report can bear that date. */
import type { Report, Span } from '../../model/index.ts';
import type { Line } from '../../text/lines.ts';
import { matchesOf } from '../../text/match.ts';
import { normalize } from '../../text/normal.ts';
import { prosePassages } from './prosePassages.ts';

export interface NamedDay {
  readonly span: Span;
  readonly text: string;
  /** `null` where none is named. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const D = '[0-9０-９]';
/** 2025年2月30日, 2月30日, 2025年13月, 2025-02-30. */
const DAY = new RegExp(
  `(?<!${D})(?:(${D}{4})\\s{0,3}年\\s{0,3})?(${D}{1,2})\\s{0,3}月\\s{0,3}(${D}{1,2})\\s{0,3}[日号]|(?<!${D})((?:19|20)${D}{2})\\s{0,3}年\\s{0,3}(${D}{1,2})\\s{0,3}月|(?<![\\w./-])(20\\d{2})([-./])(\\d{1,2})\\7(\\d{1,2})(?![\\w./-])`,
  'g',
);
/** Of any length that a month has; 29 February where no year is named. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days of a text that are none: 2月30日, 13月. */
export function impossibleDays(report: Report): NamedDay[] {
  const isPeriod = ({ start }: Span): boolean =>
    report.period !== undefined && report.period.span.start <= start && start < report.period.span.end;
  return prosePassages(report)
    .flatMap(({ text, start }) => [...daysIn(text, start)])
    .filter((day) => !isPossible(day) && !isPeriod(day.span));
}

function isPossible({ year, month, day }: NamedDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== null && month === 2 && day === 29) return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return day <= DAYS[month - 1]!;
}

function* daysIn(text: string, offset: number): Iterable<NamedDay> {
  for (const match of matchesOf(DAY, text)) {
    const [written, year, month, day, yearOfMonth, monthAlone, plainYear, , plainMonth, plainDay] = match;
    const start = offset + match.index;
    const named = year ?? yearOfMonth ?? plainYear;
    yield {
      span: { start, end: start + written.length },
      text: written.replace(/\s+/g, ''),
      year: named === undefined ? null : toNumber(named),
      month: toNumber(month ?? monthAlone ?? plainMonth!),
      day: toNumber(day ?? plainDay ?? '1'),
    };
  }
}

function toNumber(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** 发布日期：2025-01-20 above the report; not of an update. */
const LABEL = /(?:发布|公布|发表|成文|生成|发文|印发|公开|制发|^)(?:日期|时间)[:：]\s{0,5}$/;
const LONGEST_LABEL = 12;
/** A line of nothing but a date, as under a signature. */
const ALONE = /^[(（]?[^()（）]{6,16}[)）]?$/;
const LAST_LINES = 5;
const HEAD_LINES = 8;
/** 本报告于2025年1月20日公布. */
const PUBLISHED_ON = /(?:于|在)\s{0,3}$/;
const OWN_REPORT = /本(?:年度)?(?:年?报告?)[^。；\n]{0,30}$/;
const IS_PUBLISHED = /^[^。；，\n至起到]{0,20}(?:公布|发布|公开|编制完成)/;
const NEAR = 50;

/** Dates that a report for a year bears and that lie before the year's end, when it could not be written. */
export function tooEarly(report: Report, reportYear: number): NamedDay[] {
  return datesOfReport(report, reportYear).filter(
    ({ year, month, day }) =>
      year !== null && (year < reportYear || (year === reportYear && !isYearsEnd(month, day))),
  );
}

/** A report may be prepared in the last days of its year. */
function isYearsEnd(month: number, day: number): boolean {
  return month === 12 && day >= 25;
}

function datesOfReport(report: Report, reportYear: number): NamedDay[] {
  const lines = report.lines.filter(({ text }) => text !== '');
  const heads = lines.filter(({ span }) => span.end <= report.preambleEnd).slice(0, HEAD_LINES);
  const lastSection = report.sections.at(-1)?.body.start ?? 0;
  const last = lines.slice(-LAST_LINES).filter(({ span }) => span.start >= lastSection);
  return [
    ...heads.flatMap((line) => [...dateAlone(line), ...labelledDates(line)]),
    ...last.flatMap(dateAlone),
    ...publicationDates(report, reportYear),
  ];
}

function dateAlone({ text, span }: Line): NamedDay[] {
  if (!ALONE.test(text)) return [];
  const [date] = daysIn(text, span.start);
  const isWhole = date && normalize(text).replace(/[()]/g, '').length === date.text.length;
  return isWhole ? [date] : [];
}

function labelledDates({ text, span }: Line): NamedDay[] {
  return [...daysIn(text, span.start)].filter((date) => {
    const at = date.span.start - span.start;
    return LABEL.test(text.slice(Math.max(0, at - LONGEST_LABEL), at).trimStart());
  });
}

function publicationDates(report: Report, reportYear: number): NamedDay[] {
  // 2025年1月20日，公布了2025年政府信息公开工作年度报告
  const publishes = new RegExp(
    `^[^。；\\n]{0,20}(?:公布|发布|公开)[^。；\\n\\d]{0,12}${reportYear}年度?[^。；\\n\\d]{0,20}年度报告`,
  );
  return prosePassages(report).flatMap(({ text, start }) =>
    [...daysIn(text, start)].filter(({ span }) => {
      const before = text.slice(Math.max(0, span.start - start - NEAR), span.start - start);
      const behind = text.slice(span.end - start, span.end - start + NEAR);
      if (publishes.test(behind)) return true;
      const isOwn = OWN_REPORT.test(before.replace(PUBLISHED_ON, ''));
      return isOwn && PUBLISHED_ON.test(before) && IS_PUBLISHED.test(behind);
    }),
  );
}
