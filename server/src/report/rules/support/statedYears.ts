/** Years that a report names as its own, beside its title: in titles, in the period, at the head of what it tells. */
import { ownWords } from '../../bodies/index.ts';
import type { Report, SectionId, Span, StatutoryForm, Title } from '../../model/index.ts';
import { isWholeYear } from '../../outline/statedPeriod.ts';
import { matchesOf } from '../../text/match.ts';

/** 2025年…, in front of the words of the report's title. */
const NAMED_REPORT = /([12]\d{3})\s{0,3}年度?[^。；\n\d]{0,40}$/;
/** So long is the longest of them. */
const REACH = 50;
/** In a range of dates: no month or day has four digits. */
const YEAR_OF_DATE = /[0-9０-９]{4}/g;
/** A sentence about the whole year, at the start of a paragraph or topic: "2025年，", "2025年度，". */
const OPENER = /([12]\d{3})\s{0,2}年度?\s{0,2}(以来)?[，,]/g;
/** What may stand in front of an opener: the start of the passage or a line, the end of a sentence, a number. */
const BEFORE_OPENER = /(?:^|[\n。：:*）)])[ \t\u3000*]{0,8}$/;
const FARTHEST_BEFORE = 9;

/** An opener at the start of a section, and what follows it. */
const SECTION_OPENER = /^\s{0,20}([12]\d{3})\s{0,2}年度?\s{0,2}[，,]\s{0,2}([^\n，。]{0,60})/;
const LONGEST_OPENER = 100;
/** 我局, 本镇: the body that reports. */
const OWN_BODY = new RegExp(`^[我本全](?:${[...ownWords].join('|')})`);

export interface StatedYear {
  readonly year: number;
  readonly span: Span;
  /** The words that the span should say, where nothing but the year in them can be wrong. */
  readonly corrected?: string;
}

/** What a plan says of the year in front of it. */
const PLAN = /[将拟]|计划|打算|继续|进一步|下一步|力争|着力/;
const LONGEST_SENTENCE = 120;

interface Opener extends StatedYear {
  /** 2024年以来: a year that something began in. */
  readonly isSince: boolean;
}

/** All that are of another year than the title's; what is told of one's own year clears the rest of the text. */
export function otherYears(report: Report, title: Title, expected: number): StatedYear[] {
  const body = bodyYear(report, expected);
  const stated = [
    ...otherTitles(report, expected),
    ...periodYear(report, expected),
    ...(body.length > 0 ? body : lastYearsOpeners(report, title.issuer, expected - 1)),
  ];
  return stated.filter(({ year }) => year !== expected);
}

/** 《…2025年政府信息公开工作年度报告》 in the preamble. */
function otherTitles(report: Report, expected: number): StatedYear[] {
  const { words } = report.form.reportTitle;
  const preamble = report.shown.text.slice(0, report.preambleEnd);
  const found: StatedYear[] = [];
  for (let at = preamble.indexOf(words); at !== -1; at = preamble.indexOf(words, at + 1)) {
    const from = Math.max(0, at - REACH);
    const match = NAMED_REPORT.exec(preamble.slice(from, at));
    if (match) found.push({ ...statedYear(match, from), corrected: String(expected) });
  }
  return found;
}

function periodYear({ period }: Report, expected: number): StatedYear[] {
  if (!period || !isWholeYear(period)) return [];
  const corrected = period.text.replace(YEAR_OF_DATE, String(expected));
  return [{ year: period.from.year!, span: period.span, corrected }];
}

/** The first sentence about another year, if no sentence about the report's own year stands in such a place. */
function bodyYear(report: Report, expected: number): StatedYear[] {
  let first: Opener | undefined;
  for (const { id, body } of report.sections) {
    if (!isAccount(id, report.form)) continue;
    for (const opener of openersOf(report.shown.text.slice(body.start, body.end), body.start)) {
      if (opener.year === expected) return [];
      if (!opener.isSince && !isPlan(report, opener, expected)) first ??= opener;
    }
  }
  return first ? [first] : [];
}

/** 2026年，我局将……: what is to come is told in its own year. */
function isPlan({ shown }: Report, { year, span }: Opener, expected: number): boolean {
  if (year <= expected) return false;
  const behind = shown.text.slice(span.end, span.end + LONGEST_SENTENCE);
  return PLAN.test(behind.slice(0, behind.search(/[。\n]|$/)));
}

/** 2024年，我局…, where a section begins: the account of the year before, left over from its report. */
function lastYearsOpeners(report: Report, issuer: string | null, lastYear: number): StatedYear[] {
  return report.sections.flatMap(({ id, body }) => {
    if (!isAccount(id, report.form)) return [];
    const match = SECTION_OPENER.exec(report.shown.text.slice(body.start, body.start + LONGEST_OPENER));
    if (!match || Number(match[1]) !== lastYear) return [];
    const subject = match[2]!;
    const isOwn = OWN_BODY.test(subject) || (issuer !== null && subject.startsWith(issuer));
    return isOwn ? [statedYear(match, body.start)] : [];
  });
}

/** Whether a section tells what was done in the year, in words. */
function isAccount(id: SectionId | null, { sections, tables }: StatutoryForm): boolean {
  const own = sections.find((section) => section.id === id);
  return own !== undefined && !own.isPlan && !tables.some(({ section }) => section === id);
}

function* openersOf(passage: string, offset: number): Iterable<Opener> {
  for (const match of matchesOf(OPENER, passage)) {
    const before = passage.slice(Math.max(0, match.index - FARTHEST_BEFORE), match.index);
    if (BEFORE_OPENER.test(before)) yield { ...statedYear(match, offset), isSince: match[2] !== undefined };
  }
}

function statedYear(match: RegExpExecArray, offset: number): StatedYear {
  const start = offset + match.index + match[0].indexOf(match[1]!);
  return { year: Number(match[1]), span: { start, end: start + match[1]!.length } };
}
