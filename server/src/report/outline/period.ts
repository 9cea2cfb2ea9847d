/** The statistical period that a report states. */
import type { Span } from '../model.ts';

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
  /([12１２][0-9０-９]{3})\s{0,3}年\s{0,3}([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日\s{0,3}(?:[起始])?\s{0,3}(?:至|到|—{1,2}|－|–|-|~|～)\s{0,3}(?:([12１２][0-9０-９]{3})\s{0,3}年\s{0,3})?([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日/g;
const NAMED = /统计期限|统计时限|统计时间|报告期|起止|期限|统计数据|数据统计/;
/** How far before the dates the sentence is looked at. */
const REACH = 40;

/** The date ranges of a text, in order. Linear: every repetition is bounded. */
function readPeriods(text: string): Period[] {
  const periods: Period[] = [];
  for (const match of text.matchAll(RANGE)) {
    const [year, month, day, lastYear, lastMonth, lastDay] = match.slice(1).map(toNumber);
    const start = match.index;
    periods.push({
      span: { start, end: start + match[0].length },
      text: match[0],
      from: { year: year!, month: month!, day: day! },
      to: { year: lastYear ?? year!, month: lastMonth!, day: lastDay! },
      isNamed: NAMED.test(text.slice(Math.max(0, start - REACH), start)),
    });
  }
  return periods;
}

const GAP = / {4}|\d \d/;

/** The same where its words stand apart: with tags between them, or letter-spaced. */
function readSpacedPeriods(text: string): Period[] {
  if (!GAP.test(text)) return [];
  const places: number[] = [];
  let words = '';
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    for (let at = 0; at < word.length; at++) places.push(index + at);
    words += word;
  }
  return readPeriods(words).map((period) => {
    const span = { start: places[period.span.start]!, end: places[period.span.end - 1]! + 1 };
    return { ...period, span };
  });
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits.normalize('NFKC'));
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

function choose(all: readonly Period[], preambleEnd: number): Period | undefined {
  return all.find((p) => p.isNamed) ?? all.find(isWholeYear) ?? all.find((p) => p.span.end <= preambleEnd);
}
