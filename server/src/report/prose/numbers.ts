/** Numbers with their units, in digits and in Chinese numerals. */
import { matchFrom } from '../text/match.ts';
import { characters, is } from './characters.ts';

export interface Quantity {
  readonly value: number;
  /** 180余件, 2万件, 约30件: near the value, not it. */
  readonly isApproximate: boolean;
  /** 件, 条, …; '%' for a share; '' where none follows. */
  readonly unit: string;
  /** Digits behind the point. */
  readonly decimals: number;
  /** Where the number ends and its unit begins. */
  readonly numberEnd: number;
}

/** The text that numbers are read from, and the codes of its characters with a 0 behind the last. */
export interface Characters {
  readonly text: string;
  readonly codes: Uint16Array;
}

/** Longer integers are not exact. */
const MOST_DIGITS = 15;
/** 1.2025年 is the year behind a number of a list. */
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6}(?![\d年]))?/y;
const LONGEST_NUMERAL = 9;
/** 百余, 数十, 上千: about so many. */
const VAGUE = /^[百千]/;
const VAGUE_BEFORE = '数几上成近';
/** Where so many follow, 一 and 三 are numbers and no part of a word. */
const COUNTED = /[余多]?[件起宗例份条]|[余多]?项(?!目|工|制|任|措|重|内|机)/y;
const BEHIND_UNIT = /以上|左右|以下|以内|上下/y;

const units = new Map<number, string>();
for (const unit of '件起宗例份项条篇次个场期部人家户册名元%') units.set(unit.charCodeAt(0), unit);
const compoundUnits: readonly string[] = ['万元', '人次', '场次', '件次'];

const ZERO = 48;
const COMMA = ','.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const [TEN_THOUSAND, HUNDRED_MILLION, YUAN, TIME, ITEM] = [...'万亿元次项'].map(codeOf);
const more: readonly number[] = [...'余多来'].map(codeOf);
const nearly: readonly number[] = [...'以左上'].map(codeOf);

function codeOf(text: string): number {
  return text.charCodeAt(0);
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** Where a number and its unit end. */
export function endOf({ numberEnd, unit }: Quantity): number {
  return numberEnd + unit.length;
}

/** The number that begins with the digit at a place. */
export function numberAt(prose: Characters, at: number): Quantity {
  const { text, codes } = prose;
  let value = 0;
  let end = at;
  for (; isDigit(codes[end]!); end++) value = value * 10 + codes[end]! - ZERO;
  const behind = codes[end];
  if (behind !== COMMA && behind !== POINT && end - at <= MOST_DIGITS)
    return quantityAt(prose, end, value, 0, false);
  const read = matchFrom(NUMBER, text, at)!;
  const decimals = (read[2]?.length ?? 1) - 1;
  return quantityAt(prose, at + read[0].length, Number(read[0].replaceAll(',', '')), decimals, false);
}

/** The number that begins with the Chinese numeral at a place; `null` where nothing is counted. */
export function chineseNumberAt(prose: Characters, at: number): Quantity | null {
  const { text, codes } = prose;
  let end = at + 1;
  while (end < at + LONGEST_NUMERAL && (characters[codes[end]!]! & is.numeral) !== 0) end++;
  const isCounted = (characters[codes[end]!]! & is.behindNumeral) !== 0 || codes[end] === ITEM;
  if (!isCounted || matchFrom(COUNTED, text, end) === null) return null;
  const digits = text.slice(at, end);
  const value = parseChinese(digits);
  if (value === null) return null;
  const isVague = VAGUE.test(digits) || (at > 0 && VAGUE_BEFORE.includes(text[at - 1]!));
  return quantityAt(prose, end, value, 0, isVague);
}

/** The number that ends at a place, with what stands behind it. */
function quantityAt(
  prose: Characters,
  end: number,
  read: number,
  decimals: number,
  isVague: boolean,
): Quantity {
  const { codes } = prose;
  let at = end;
  let scale = 1;
  let isMore = false;
  let unit = unitAt(prose, at);
  if (unit === '') {
    scale = scaleOf(codes[at]!);
    if (scale > 1) at++;
    isMore = more.includes(codes[at]!);
    if (isMore) at++;
    unit = unitAt(prose, at);
  }
  // 2万 is as round as 2.2万.
  const isApproximate = isVague || isMore || scale > 1 || isNear(prose, at + unit.length);
  return { value: read * scale, isApproximate, unit, decimals, numberEnd: at };
}

function scaleOf(code: number): number {
  if (code === TEN_THOUSAND) return 10_000;
  return code === HUNDRED_MILLION ? 100_000_000 : 1;
}

/** 180件以上. */
function isNear({ text, codes }: Characters, at: number): boolean {
  return nearly.includes(codes[at]!) && matchFrom(BEHIND_UNIT, text, at) !== null;
}

/** 件, 万元, %; '' where there is none. */
function unitAt({ text, codes }: Characters, at: number): string {
  const next = codes[at + 1]!;
  if (next === YUAN || next === TIME) {
    const both = text.slice(at, at + 2);
    if (compoundUnits.includes(both)) return both;
  }
  return units.get(codes[at]!) ?? '';
}

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百零三 is 103, 十二 is 12, 二〇 is 20; `null` for what is no number below ten thousand. */
function parseChinese(text: string): number | null {
  if (!/[十百千]/.test(text)) return parseDigits(text);
  let value = 0;
  let digit: number | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const place = PLACES[character];
    if (place === undefined) {
      const next = digitOf(character);
      if (next === null || (digit !== null && digit !== 0)) return null;
      digit = next;
    } else {
      if (place >= lowest || (digit === null && value > 0)) return null;
      value += (digit ?? 1) * place;
      lowest = place;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}

function parseDigits(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digitOf(character);
    if (digit === null) return null;
    value = value * 10 + digit;
  }
  return value;
}

function digitOf(numeral: string): number | null {
  if (numeral === '两') return 2;
  const digit = DIGITS.indexOf(numeral === '〇' ? '零' : numeral);
  return digit === -1 ? null : digit;
}
