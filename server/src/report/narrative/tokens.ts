/** A sentence as words, numbers and marks. */
import type { Word } from './words.ts';

export interface Quantity {
  readonly value: number;
  /** 180余件, 2.2万件, 约30件: near the value, not it. */
  readonly isApproximate: boolean;
  /** 件, 条, …; '%' for a share; '' where none follows. */
  readonly unit: string;
  /** Digits behind the point. */
  readonly decimals: number;
  /** Where the number ends and its unit begins. */
  readonly numberEnd: number;
}

/** A piece of a paragraph, by its place in the paragraph's text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'word'; readonly word: Word }
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'year'; readonly year: number }
  /** Whether it is the first or the last day or month of a year. */
  | { readonly type: 'date'; readonly isBound: boolean }
  | { readonly type: 'mark'; readonly mark: string }
  | { readonly type: 'unknown' }
);

interface Entry {
  readonly word: Word;
  /** The second character; NaN for a word of one. */
  readonly second: number;
}

/** Words by their first character, the longest first. */
export class Dictionary {
  readonly #byFirst = new Map<number, Entry[]>();
  /** By the low byte of a character, whether a word can begin with it: most characters begin none. */
  readonly #begins = new Uint8Array(256);

  constructor(words: readonly Word[]) {
    for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
      const first = word.text.charCodeAt(0);
      this.#begins[first & 255] = 1;
      const entry = { word, second: word.text.charCodeAt(1) };
      const entries = this.#byFirst.get(first);
      if (entries) entries.push(entry);
      else this.#byFirst.set(first, [entry]);
    }
  }

  /** The longest word at a place. */
  wordAt(text: string, at: number): Word | undefined {
    const first = text.charCodeAt(at);
    if (this.#begins[first & 255] === 0) return undefined;
    const entries = this.#byFirst.get(first);
    if (entries === undefined) return undefined;
    const next = text.charCodeAt(at + 1);
    for (const { word, second } of entries) {
      const { length } = word.text;
      if (length === 1 || (second === next && (length === 2 || text.startsWith(word.text, at)))) return word;
    }
    return undefined;
  }
}

const markTable = tableOf('，,；;：:。！!？?()（）[]【】');
const numeralTable = tableOf('零〇一二两三四五六七八九十百千');
/** What `COUNTED` begins with. */
const countedTable = tableOf('余多件起宗例份条项');
const unitTable = tableOf('件起宗例份项条篇次个场期部人家户册名元%');
/** Longer integers are not exact. */
const MOST_DIGITS = 15;

/** By character, whether it is one of these. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const YEAR = /([12]\d{3})年度?/y;
const DATE = /(\d{1,2})月(?:(\d{1,2})[日号])?[底末]?/y;
/** 1.2025年 is the year behind a number of a list. */
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6}(?![\d年]))?/y;
const LONGEST_NUMERAL = 9;
/** 百余, 数十, 上千: about so many. */
const VAGUE = /^[百千]/;
const VAGUE_BEFORE = '数几上成近';
const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const MORE = '余多来';
const COMPOUND_UNITS: readonly string[] = ['万元', '人次', '场次', '件次'];
/** Behind the unit: 180件以上. */
const NEAR = /以上|左右|以下|以内|上下/y;
/** Where so many follow, 一 and 三 are numbers and no part of a word. */
const COUNTED = /[余多]?[件起宗例份条]|[余多]?项(?!目|工|制|任|措|重|内|机)/y;

/**
 * The words of a stretch of text in order; characters that belong to none are `unknown`. Linear.
 *
 * @param common the words of prose and form
 * @param own the names of the body that reports
 */
export function tokenize(
  text: string,
  start: number,
  end: number,
  common: Dictionary,
  own: Dictionary,
): Token[] {
  const tokens: Token[] = [];
  let unknownFrom = -1;
  for (let at = start; at < end; ) {
    const token = tokenAt(text, at, common, own);
    if (token === null || token.end > end) {
      if (unknownFrom === -1) unknownFrom = at;
      at++;
      continue;
    }
    if (unknownFrom !== -1) tokens.push({ type: 'unknown', start: unknownFrom, end: at });
    unknownFrom = -1;
    tokens.push(token);
    at = token.end;
  }
  if (unknownFrom !== -1) tokens.push({ type: 'unknown', start: unknownFrom, end });
  return tokens;
}

function tokenAt(text: string, at: number, common: Dictionary, own: Dictionary): Token | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return numberAt(text, at);
  if (numeralTable[code] === 1) {
    const number = chineseNumberAt(text, at);
    if (number) return number;
  }
  if (markTable[code] === 1) return { type: 'mark', mark: text[at]!, start: at, end: at + 1 };
  const word = wordAt(text, at, common, own);
  return word ? { type: 'word', word, start: at, end: at + word.text.length } : null;
}

/** 共和县 begins with a word of one character; no name begins with a longer one. */
function wordAt(text: string, at: number, common: Dictionary, own: Dictionary): Word | undefined {
  const word = common.wordAt(text, at);
  return word !== undefined && word.text.length > 1 ? word : (own.wordAt(text, at) ?? word);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numberAt(text: string, at: number): Token {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const next = text[end];
  if (next === '年' || next === '月') {
    const time = timeAt(text, at);
    if (time) return time;
  }
  if (next !== ',' && next !== '.' && end - at <= MOST_DIGITS)
    return quantityAt(text, at, end, { value: Number(text.slice(at, end)), decimals: 0, isVague: false });
  const number = match(NUMBER, text, at)!;
  const value = Number(number[0].replaceAll(',', ''));
  const decimals = (number[2]?.length ?? 1) - 1;
  return quantityAt(text, at, at + number[0].length, { value, decimals, isVague: false });
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function timeAt(text: string, at: number): Token | null {
  const year = match(YEAR, text, at);
  if (year) return { type: 'year', year: Number(year[1]), start: at, end: at + year[0].length };
  const date = match(DATE, text, at);
  if (!date) return null;
  const isBound = /^(?:12月(?:31[日号])?|0?1月0?1[日号])[底末]?$/.test(date[0]);
  return { type: 'date', isBound, start: at, end: at + date[0].length };
}

function chineseNumberAt(text: string, at: number): Token | null {
  let end = at + 1;
  while (end < at + LONGEST_NUMERAL && numeralTable[text.charCodeAt(end)] === 1) end++;
  if (countedTable[text.charCodeAt(end)] !== 1 || !match(COUNTED, text, end)) return null;
  const digits = text.slice(at, end);
  const value = parseChinese(digits);
  if (value === null) return null;
  const isVague = VAGUE.test(digits) || (at > 0 && VAGUE_BEFORE.includes(text[at - 1]!));
  return quantityAt(text, at, end, { value, decimals: 0, isVague });
}

interface ReadNumber {
  readonly value: number;
  readonly decimals: number;
  readonly isVague: boolean;
}

function quantityAt(
  text: string,
  start: number,
  end: number,
  { value, decimals, isVague }: ReadNumber,
): Token {
  let at = end;
  const scale = text.startsWith('万元', at) ? undefined : SCALE[text[at] ?? ''];
  if (scale !== undefined) at++;
  const isMore = at < text.length && MORE.includes(text[at]!);
  if (isMore) at++;
  const unit = unitAt(text, at);
  const isRounded = scale !== undefined && decimals > 0;
  const quantity = {
    value: value * (scale ?? 1),
    isApproximate: isVague || isMore || isRounded || isNear(text, at + unit.length),
    unit,
    decimals,
    numberEnd: at,
  };
  return { type: 'quantity', quantity, start, end: at + unit.length };
}

function isNear(text: string, at: number): boolean {
  return '以左上'.includes(text[at] ?? '。') && match(NEAR, text, at) !== null;
}

/** 件, 万元, %; '' where there is none. */
function unitAt(text: string, at: number): string {
  const first = text[at];
  if (first === undefined) return '';
  const second = text[at + 1];
  if (second === '次' || second === '元') {
    const both = first + second;
    if (COMPOUND_UNITS.includes(both)) return both;
  }
  return unitTable[first.charCodeAt(0)] === 1 ? first : '';
}

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百零三 is 103, 十二 is 12, 二〇 is 20; `null` for what is no number below ten thousand. */
export function parseChinese(text: string): number | null {
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
