/** The statistical period that a report states. */
import type { DateOfYear, Period } from '../model/index.ts';
import { matchesOf } from '../text/match.ts';
import type { Span } from '../text/span.ts';

const RANGE =
  /([12１２][0-9０-９]{3})\s{0,3}年\s{0,3}([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日\s{0,3}(?:[起始])?\s{0,3}[，,]?\s{0,3}(?:至|到|—{1,2}|－|–|-|~|～)\s{0,3}(?:([12１２][0-9０-９]{3})\s{0,3}年\s{0,3})?([0-9０-９]{1,2})\s{0,3}月\s{0,3}([0-9０-９]{1,2})\s{0,3}日/g;
const NAMED = /统计期限|统计时限|统计时间|统计周期|统计区间|报告期|起止|期限|统计数据|数据统计/;
/** Of these, those that no other dates have: 答复期限 is no period. */
const NAMES = /统计期限|统计时限|统计时间|统计周期|统计区间|报告期|统计数据|数据统计/g;
/** How far before the dates the sentence is looked at. */
const REACH = 40;

const D = '[0-9０-９]';
/** （含）, 0时, 起, between a date and 至. */
const BETWEEN = `(?:[（(]含[）)])?(?:${D}{1,2}时)?\\s{0,3}(?:[起始]|开始)?\\s{0,3}[，,]?\\s{0,3}(?:至|到|[-—–－~～一─]{1,4})\\s{0,3}`;
const LAST = `(?:(?:([12１２]${D}{3})\\s{0,3}年?|[本同当]年)\\s{0,3})?(${D}{1,2})\\s{0,3}月份?\\s{0,3}(?:(${D}{1,2})(?:\\s{0,3}[日号])?)?`;
/** 2025年1月至12月, 2025年元月1日—12月31日; 20251月1日至12月31日 and 1月1日至12月31日 name no year. */
const MONTHS = new RegExp(
  `(?:([12１２]${D}{3})\\s{0,3}(年?)\\s{0,3})?(${D}{1,2}|元)\\s{0,3}(?:月份?)?\\s{0,3}(?:(${D}{1,2})\\s{0,3}[日号])?${BETWEEN}${LAST}`,
);
/** 2025.1.1-2025.12.31, 2025-01-01至2025-12-31. */
const DIGITS = new RegExp(
  `([12]\\d{3})([./-])(\\d{1,2})[./-](\\d{1,2})${BETWEEN}(?:([12]\\d{3})[./-])?(\\d{1,2})[./-](\\d{1,2})`,
);
/** The longest of them, and where it may begin behind the words that say what it is. */
const FARTHEST_END = 100;
const FARTHEST_START = 30;

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

const GAP = / {4}|\d \d|\ufeff/;

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

/** Behind the words that say that it is the period, in whatever way it is written. */
function readNamedPeriod(text: string): Period | undefined {
  for (const name of matchesOf(NAMES, text)) {
    const from = name.index + name[0].length;
    const words = text.slice(from, from + FARTHEST_END);
    const match = DIGITS.exec(words) ?? MONTHS.exec(words);
    if (!match || match.index > FARTHEST_START) continue;
    const [whole, first, mark, month, day, lastYear, lastMonth, lastDay] = match;
    const year = mark ? first! : null;
    const start = from + match.index;
    return {
      span: { start, end: start + whole.length },
      text: whole,
      from: dateOf(year, month === '元' ? '1' : month!, day ?? '1'),
      to: dateOf(lastYear ?? year, lastMonth!, lastDay ?? '31'),
      isNamed: true,
    };
  }
  return undefined;
}

function dateOf(year: string | null, month: string, day: string): DateOfYear {
  return { year: year === null ? null : toNumber(year), month: toNumber(month), day: toNumber(day) };
}

function toNumber(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** The statistical period of a report for a year, in words. */
export function wholeYear(year: number): string {
  return `${year}年1月1日至${year}年12月31日`;
}

/** Behind the words for a period, up to the sentence's end: what is meant for dates, whatever it says. */
const GARBLED = /[\dOoＯ０-９〇○零一二三四五六七八九十年月日号度全.\-—–~～至到起始自从止、,，\s]{3,60}/;
const DATE_WORD = /[年月日]/;
/** The whole year in other words: 2025年1-12月, 二〇二五年一月一日至十二月三十一日. */
const WHOLE_YEAR =
  /^(?:20\d{2}年0?1月?[-—–~～至到]{1,2}12月份?|二[〇○Ｏ零][一二三四五六七八九〇○零]{2}年一月一日起?至(?:二[〇○Ｏ零][一二三四五六七八九〇○零]{2}年|本年|同年)?十二月三十一日)[起止]?$/;

/** What stands where a period should, and reads as none; a whole year in other words is sound. */
export interface GarbledPeriod {
  readonly span: Span;
  readonly text: string;
  readonly isSound: boolean;
}

/** Asked where no period was read. */
export function garbledPeriod(text: string): GarbledPeriod | null {
  for (const name of matchesOf(NAMES, text)) {
    const from = name.index + name[0].length;
    const clause = text.slice(from, from + FARTHEST_END).split(/[。；;]/)[0]!;
    const match = GARBLED.exec(clause);
    if (!match || match.index > FARTHEST_START || !DATE_WORD.test(match[0])) continue;
    const words = match[0].replace(/^[\s自从至、,，]+|[\s、,，]+$/g, '');
    if (words.length < 3) continue;
    const start = from + match.index + match[0].indexOf(words);
    const plain = words.replace(/\s+/g, '').normalize('NFKC');
    return { span: { start, end: start + words.length }, text: plain, isSound: WHOLE_YEAR.test(plain) };
  }
  return null;
}

/** Whether a period is 1 January to 31 December of one year. */
export function isWholeYear({ from, to }: Period): boolean {
  if (from.year === null || from.year !== to.year) return false;
  return from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31;
}

/**
 * The statistical period: the range that the sentence calls so, else a whole year anywhere in the text, else a
 * range in the preamble, where nothing but the period can be meant.
 */
export function readStatedPeriod(text: string, preambleEnd: number): Period | undefined {
  return (
    choose(readPeriods(text), preambleEnd) ??
    choose(readSpacedPeriods(text), preambleEnd) ??
    readNamedPeriod(text)
  );
}

function choose(periods: Iterable<Period>, preambleEnd: number): Period | undefined {
  const all: Period[] = [];
  for (const period of periods) {
    if (period.isNamed) return period;
    all.push(period);
  }
  return all.find(isWholeYear) ?? all.find(({ span }) => span.end <= preambleEnd);
}
