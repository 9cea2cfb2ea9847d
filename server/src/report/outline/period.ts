/** The statistical period that a report states. */
import type { Span } from '../model.ts';
import { matchesOf } from '../source/match.ts';

export interface Period {
  readonly span: Span;
  readonly text: string;
  readonly from: DateOfYear;
  readonly to: DateOfYear;
  /** Whether the sentence says that it is the statistical period. */
  readonly isNamed: boolean;
}

interface DateOfYear {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const RANGE =
  /([12１２][0-9０-９]{3})\s{0,3}年\s{0,3}([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日\s{0,3}(?:[起始])?\s{0,3}[，,]?\s{0,3}(?:至|到|—{1,2}|－|–|-|~|～)\s{0,3}(?:([12１２][0-9０-９]{3})\s{0,3}年\s{0,3})?([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日/g;
const NAMED = /统计期限|统计时限|统计时间|报告期|起止|期限|统计数据|数据统计/;
/** How far before the dates the sentence is looked at. */
const REACH = 40;

/** The date ranges of a text, in order, each looked for when it is asked for. Linear: every repetition is bounded. */
function* readPeriods(text: string): Iterable<Period> {
  for (const match of matchesOf(RANGE, text)) {
    const [, year, month, day, lastYear, lastMonth, lastDay] = match;
    const start = match.index;
    yield {
      span: { start, end: start + match[0].length },
      text: match[0],
      from: dateOf(year!, month!, day!),
      to: dateOf(lastYear ?? year!, lastMonth!, lastDay!),
      isNamed: NAMED.test(text.slice(Math.max(0, start - REACH), start)),
    };
  }
}

const GAP = / {4}|\d \d/;

/** The same where its words stand apart: with tags between them, or letter-spaced. */
function* readSpacedPeriods(text: string): Iterable<Period> {
  if (!GAP.test(text)) return;
  const places: number[] = [];
  let words = '';
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    for (let at = 0; at < word.length; at++) places.push(index + at);
    words += word;
  }
  for (const period of readPeriods(words)) {
    const span = { start: places[period.span.start]!, end: places[period.span.end - 1]! + 1 };
    yield { ...period, span };
  }
}

function dateOf(year: string, month: string, day: string): DateOfYear {
  return { year: toNumber(year), month: toNumber(month), day: toNumber(day) };
}

function toNumber(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** Whether a period is 1 January to 31 December of one year. */
export function isWholeYear({ from, to }: Period): boolean {
  return from.year === to.year && from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31;
}

/**
 * The statistical period: the range that the sentence calls so, else a whole year anywhere in the text, else a
 * range in the preamble, where nothing but the period can be meant.
 */
export function readStatedPeriod(text: string, preambleEnd: number): Period | undefined {
  return choose(readPeriods(text), preambleEnd) ?? choose(readSpacedPeriods(text), preambleEnd);
}

function choose(periods: Iterable<Period>, preambleEnd: number): Period | undefined {
  const all: Period[] = [];
  for (const period of periods) {
    if (period.isNamed) return period;
    all.push(period);
  }
  return all.find(isWholeYear) ?? all.find(({ span }) => span.end <= preambleEnd);
}
