/** A sentence as words, numbers and marks. */
import { kind, piece, type Word } from './words.ts';

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

/** What a report's prose is read with. */
export interface Language {
  readonly common: Dictionary;
  /** The names of the body that reports. */
  readonly own: Dictionary;
  /** The report's year, where it is known. */
  readonly year: number | null;
}

/**
 * A sentence in pieces with no gaps between them, by their places in the paragraph's text. One object serves sentence
 * after sentence: what is read of a sentence outlives it in phrases only.
 */
export class Pieces {
  length = 0;
  readonly words: Word[] = [];
  /** Where each begins; behind the last where the sentence ends. */
  readonly starts: number[] = [];
  /** The numbers among them, in order. */
  readonly quantities: Quantity[] = [];
  #numbers = 0;

  clear(): void {
    this.length = 0;
    this.#numbers = 0;
  }

  close(end: number): void {
    this.starts[this.length] = end;
  }

  add(word: Word, start: number): void {
    this.words[this.length] = word;
    this.starts[this.length++] = start;
  }

  addNumber(quantity: Quantity, start: number): void {
    this.quantities[this.#numbers++] = quantity;
    this.add(number, start);
  }
}

interface Entry {
  readonly word: Word;
  readonly length: number;
  readonly first: number;
  /** The second character; 0 for a word of one. */
  readonly second: number;
}

/** So many places to look for words by their first character: few characters share one. */
const PLACES_OF_WORDS = 4096;
const LOW_BITS = PLACES_OF_WORDS - 1;

/** Words by their first character, the longest first. */
export class Dictionary {
  /** By the low bits of a character, the number of the list of words that begin with such; most begin none. */
  readonly #places = new Uint16Array(PLACES_OF_WORDS);
  readonly #lists: Entry[][] = [[]];

  constructor(words: readonly Word[]) {
    for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
      const { text } = word;
      const first = mark(BEGINS, text[0]!);
      const place = first & LOW_BITS;
      if (this.#places[place] === 0) this.#places[place] = this.#lists.push([]) - 1;
      const entry = { word, length: text.length, first, second: text.length > 1 ? text.charCodeAt(1) : 0 };
      this.#lists[this.#places[place]!]!.push(entry);
    }
  }

  /** The longest word at a place, whose character is given. */
  wordAt(text: string, at: number, first: number): Word | undefined {
    const place = this.#places[first & LOW_BITS]!;
    return place === 0 ? undefined : longest(this.#lists[place]!, text, at, first);
  }
}

function longest(entries: readonly Entry[], text: string, at: number, first: number): Word | undefined {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!;
    if (entry.first !== first) continue;
    const { length } = entry;
    if (length === 1 || (entry.second === next && (length === 2 || isAt(entry.word.text, text, at))))
      return entry.word;
  }
  return undefined;
}

/** Whether a word stands at a place, the first two characters known to be there. */
function isAt(word: string, text: string, at: number): boolean {
  if (at + word.length > text.length) return false;
  for (let index = 2; index < word.length; index++)
    if (word.charCodeAt(index) !== text.charCodeAt(at + index)) return false;
  return true;
}

/** What a character can be: bits. */
const DIGIT = 1;
const NUMERAL = 2;
/** What `COUNTED` begins with. */
const COUNTED_BY = 4;
const MARK = 8;
/** What changes the number before it: 万, 余; what may stand behind the unit: 以上. */
const SCALING = 16;
const MORE = 32;
/** The last character of what `FOREIGN` looks for. */
const BODY = 64;
/** What a word of any dictionary begins with; most characters begin none. */
const BEGINS = 128;
/** What a unit of two characters ends with, and what `NEAR` begins with. */
const COMPOUND_END = 256;
const NEARLY = 512;

const characters = new Uint16Array(0x10000);
const units = new Map<number, string>();
const marks = new Map<number, Word>();
mark(DIGIT, '0123456789');
mark(NUMERAL, '零〇一二两三四五六七八九十百千');
mark(COUNTED_BY, '余多件起宗例份条项');
mark(SCALING, '万亿');
mark(MORE, '余多来');
mark(COMPOUND_END, '元次');
mark(NEARLY, '以左上');
mark(BODY, '门位镇街道县区乡直级局厅会室司业校院属府');
for (const unit of '件起宗例份项条篇次个场期部人家户册名元%') units.set(unit.charCodeAt(0), unit);
for (const [own, texts] of [
  [0, '，,。！!？?'],
  [piece.semicolon, '；;'],
  [piece.colon, '：:'],
  [piece.opening, '（([【'],
  [piece.closing, '）)]】'],
] as const) {
  for (const text of texts) marks.set(mark(MARK, text), other(piece.mark | own, text));
}

/** Marks each of some characters; the last one's code. */
function mark(bit: number, marked: string): number {
  let code = 0;
  for (const character of marked) {
    code = character.charCodeAt(0);
    characters[code]! |= bit;
  }
  return code;
}

/** A piece that is no word. */
function other(own: number, text = ''): Word {
  return { piece: own, text, kind: kind.filler, names: [] };
}

const unknown = other(piece.unknown);
const foreign = other(piece.unknown | piece.foreign);
const number = other(piece.number);
const date = other(piece.date);
const boundDate = other(piece.bound);
const otherYear = other(piece.year);
/** A year as what it is to the report, by how far it is away from the report's own. */
const years: Readonly<Record<number, Word>> = {
  [-1]: { piece: piece.word, text: '年', kind: kind.lastYear, names: [] },
  0: { piece: piece.word, text: '年', kind: kind.thisYear, names: [] },
  1: { piece: piece.word, text: '年', kind: kind.nextYear, names: [] },
};

/** Longer integers are not exact. */
const MOST_DIGITS = 15;
const YEAR = /([12]\d{3})年度?/y;
const DATE = /(\d{1,2})月(?:(\d{1,2})[日号])?[底末]?/y;
/** 1.2025年 is the year behind a number of a list. */
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6}(?![\d年]))?/y;
const LONGEST_NUMERAL = 9;
/** 百余, 数十, 上千: about so many. */
const VAGUE = /^[百千]/;
const VAGUE_BEFORE = '数几上成近';
const COMPOUND_UNITS: readonly string[] = ['万元', '人次', '场次', '件次'];
/** Behind the unit: 180件以上. */
const NEAR = /以上|左右|以下|以内|上下/y;
/** Where so many follow, 一 and 三 are numbers and no part of a word. */
const COUNTED = /[余多]?[件起宗例份条]|[余多]?项(?!目|工|制|任|措|重|内|机)/y;
/** Other bodies, whose numbers are in no table of this report or only in sums. */
const FOREIGN =
  /部门|单位|乡镇|镇街|街道|[各县区市省州][县区镇乡直级]|(?<![格布结])局(?!面|限|部)|(?<!大)厅|委员会|办公室|公司|企业|学校|医院|法院|下级|下属|所属|[省市县区州旗镇乡]政府(?![门网信公采投])/;

/** The pieces of a stretch of text in order; characters that belong to none are unknown. Linear. */
export function tokenize(text: string, start: number, end: number, language: Language, pieces: Pieces): void {
  pieces.clear();
  let unknownFrom = start;
  let seen = 0;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    const bits = characters[code]!;
    if (bits === 0) {
      at++;
      continue;
    }
    seen |= bits;
    const found = (bits & (DIGIT | NUMERAL)) === 0 ? null : numberAt(text, at, bits, language.year);
    const word = found === null ? knownAt(text, at, code, bits, language) : found.word;
    const next = found === null ? at + (word?.text.length ?? 0) : found.end;
    if (word === undefined || next > end) {
      at++;
      continue;
    }
    if (unknownFrom < at) pieces.add(unknownWord(text, unknownFrom, at, seen), unknownFrom);
    if (found?.quantity) pieces.addNumber(found.quantity, at);
    else pieces.add(word, at);
    seen = 0;
    unknownFrom = next;
    at = next;
  }
  if (unknownFrom < end) pieces.add(unknownWord(text, unknownFrom, end, seen), unknownFrom);
  pieces.close(end);
}

/** The mark or the word at a place. */
function knownAt(text: string, at: number, code: number, bits: number, language: Language): Word | undefined {
  if ((bits & MARK) !== 0) return marks.get(code);
  return (bits & BEGINS) === 0 ? undefined : wordAt(text, at, code, language);
}

/** 共和县 begins with a word of one character; no name begins with a longer one. */
function wordAt(text: string, at: number, code: number, { common, own }: Language): Word | undefined {
  const word = common.wordAt(text, at, code);
  return word !== undefined && word.text.length > 1 ? word : (own.wordAt(text, at, code) ?? word);
}

/** @param seen the bits of its characters */
function unknownWord(text: string, start: number, end: number, seen: number): Word {
  return (seen & BODY) !== 0 && FOREIGN.test(text.slice(start, end)) ? foreign : unknown;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A number, or a time that begins with one. */
interface Found {
  readonly word: Word;
  readonly quantity: Quantity | null;
  readonly end: number;
}

function numberAt(text: string, at: number, bits: number, own: number | null): Found | null {
  if ((bits & DIGIT) === 0) return chineseNumberAt(text, at);
  let value = 0;
  let end = at;
  let next = text.charCodeAt(end);
  for (; isDigit(next); next = text.charCodeAt(++end)) value = value * 10 + next - ZERO;
  if (next === YEAR_SIGN || next === MONTH_SIGN) {
    const time = timeAt(text, at, own);
    if (time) return time;
  }
  if (next !== COMMA && next !== POINT && end - at <= MOST_DIGITS)
    return quantityAt(text, end, value, 0, false);
  const read = match(NUMBER, text, at)!;
  const decimals = (read[2]?.length ?? 1) - 1;
  return quantityAt(text, at + read[0].length, Number(read[0].replaceAll(',', '')), decimals, false);
}

const ZERO = 48;
const COMMA = ','.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const YEAR_SIGN = '年'.charCodeAt(0);
const MONTH_SIGN = '月'.charCodeAt(0);

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

function timeAt(text: string, at: number, own: number | null): Found | null {
  const year = match(YEAR, text, at);
  if (year) {
    const word = own === null ? undefined : years[Number(year[1]) - own];
    return { word: word ?? otherYear, quantity: null, end: at + year[0].length };
  }
  const day = match(DATE, text, at);
  if (!day) return null;
  const isBound = /^(?:12月(?:31[日号])?|0?1月0?1[日号])[底末]?$/.test(day[0]);
  return { word: isBound ? boundDate : date, quantity: null, end: at + day[0].length };
}

function chineseNumberAt(text: string, at: number): Found | null {
  let end = at + 1;
  while (end < at + LONGEST_NUMERAL && (bitsAt(text, end) & NUMERAL) !== 0) end++;
  if ((bitsAt(text, end) & COUNTED_BY) === 0 || !match(COUNTED, text, end)) return null;
  const digits = text.slice(at, end);
  const value = parseChinese(digits);
  if (value === null) return null;
  const isVague = VAGUE.test(digits) || (at > 0 && VAGUE_BEFORE.includes(text[at - 1]!));
  return quantityAt(text, end, value, 0, isVague);
}

/** None behind the end. */
function bitsAt(text: string, at: number): number {
  return at < text.length ? characters[text.charCodeAt(at)]! : 0;
}

/** The number that ends at a place, with what stands behind it. */
function quantityAt(text: string, end: number, read: number, decimals: number, isVague: boolean): Found {
  let at = end;
  let scale = 1;
  if ((bitsAt(text, at) & SCALING) !== 0 && !text.startsWith('万元', at))
    scale = text[at++] === '万' ? 10_000 : 100_000_000;
  const isMore = (bitsAt(text, at) & MORE) !== 0;
  if (isMore) at++;
  const unit = unitAt(text, at);
  const behind = at + unit.length;
  const isRounded = scale > 1 && decimals > 0;
  const isApproximate = isVague || isMore || isRounded || isNear(text, behind);
  const quantity = { value: read * scale, isApproximate, unit, decimals, numberEnd: at };
  return { word: number, quantity, end: behind };
}

function isNear(text: string, at: number): boolean {
  return (bitsAt(text, at) & NEARLY) !== 0 && match(NEAR, text, at) !== null;
}

/** 件, 万元, %; '' where there is none. */
function unitAt(text: string, at: number): string {
  if ((bitsAt(text, at + 1) & COMPOUND_END) !== 0) {
    const both = text.slice(at, at + 2);
    if (COMPOUND_UNITS.includes(both)) return both;
  }
  return at < text.length ? (units.get(text.charCodeAt(at)) ?? '') : '';
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
