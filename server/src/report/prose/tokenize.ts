/** A sentence as words, numbers and marks. */
import { matchFrom } from '../text/match.ts';
import type { Dictionary, Word } from './dictionary.ts';
import { countedInWords, type Kind, lexicon, otherBodies } from './lexicon.ts';
import {
  isDigit,
  isJoint,
  isMarkOrNumber,
  isNumeral,
  isSentenceEnd,
  type Mark,
  markAt,
  NUMERALS,
} from './marks.ts';
import { chineseNumberAt, endOf, numberAt, type Quantity } from './quantities.ts';

/** What a report's prose is read with. */
export interface Language {
  readonly common: Dictionary;
  /** The names of the body that reports. */
  readonly own: Dictionary;
  /** The report's year, where it is known. */
  readonly year: number | null;
}

/** A piece of a sentence, by its place in the paragraph's text. */
export type Token = Place & (WordToken | NumberToken | MarkToken);

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface WordToken {
  readonly type: 'word';
  readonly word: Word;
}

export interface NumberToken {
  readonly type: 'number';
  readonly quantity: Quantity;
}

export interface MarkToken {
  readonly type: 'mark';
  readonly mark: Mark;
}

/** Where the sentence ends that begins at a place. */
export function sentenceEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSentenceEnd(text.charCodeAt(at))) at++;
  return at;
}

const negations = lexicon
  .filter(({ kinds }) => kinds.includes('negation'))
  .flatMap(({ texts }) => texts.split(' '));
const TELLING = new RegExp(`[0-9]|[${NUMERALS}](?:${countedInWords.source})|${negations.join('|')}`);

/** Whether a sentence has a number, or says that there was none. */
export function hasNumber(text: string, start: number, end: number): boolean {
  return TELLING.test(text.slice(start, end));
}

/** The pieces of a sentence in order, no gaps between them; characters that belong to none are unknown words. Linear. */
export function tokenize(text: string, start: number, end: number, language: Language): Token[] {
  const tokens: Token[] = [];
  let read = start;
  const addUnknown = (before: number): void => {
    if (read < before)
      tokens.push({ type: 'word', word: unknownWord(text.slice(read, before)), start: read, end: before });
  };
  for (let at = start; at < end; ) {
    const isBehindWord = read < at || tokens.at(-1)?.type === 'word';
    const token = tokenAt(text, at, isBehindWord, language);
    if (token === null || token.end > end) {
      at++;
      continue;
    }
    addUnknown(at);
    tokens.push(token);
    at = token.end;
    read = at;
  }
  addUnknown(end);
  return tokens;
}

/** @param isBehindWord whether a word, or something unknown, stands in front of the place */
function tokenAt(text: string, at: number, isBehindWord: boolean, language: Language): Token | null {
  const code = text.charCodeAt(at);
  if (!isMarkOrNumber(code)) return wordAt(text, at, language);
  if (isDigit(code)) return timeAt(text, at, language.year) ?? numberToken(at, numberAt(text, at));
  if (isNumeral(code)) {
    const quantity = chineseNumberAt(text, at);
    return quantity === null ? wordAt(text, at, language) : numberToken(at, quantity);
  }
  const mark = markAt(text, at) ?? (isJoint(code) && !isBehindWord ? 'symbol' : null);
  return mark && { type: 'mark', mark, start: at, end: at + 1 };
}

function numberToken(start: number, quantity: Quantity): Token {
  return { type: 'number', quantity, start, end: endOf(quantity) };
}

/** 共和县 begins with a word of one character; no name begins with a longer one. */
function wordAt(text: string, at: number, { common, own }: Language): Token | null {
  const word = common.wordAt(text, at);
  const known = word !== undefined && word.text.length > 1 ? word : (own.wordAt(text, at) ?? word);
  return known === undefined ? null : wordToken(known, at, at + known.text.length);
}

function wordToken(word: Word, start: number, end: number): Token {
  return { type: 'word', word, start, end };
}

function unknownWord(text: string): Word {
  return otherBodies.test(text) ? foreign : unknown;
}

const unknown = standing('unknown');
const foreign = standing('unknown', 'foreign');
const date = standing('date');
const boundDate = standing('bound');
const otherYear = standing('otherYear');
/** A year as what it is to the report, by how far it is away from the report's own. */
const years: Readonly<Record<number, Word>> = {
  [-1]: standing('lastYear'),
  0: standing('thisYear'),
  1: standing('nextYear'),
};

/** What stands for a piece that is no word of the lexicon. */
function standing(...kinds: readonly Kind[]): Word {
  return { text: '', kinds, names: [] };
}

const YEAR = /(\d{4})年度?/y;
const DATE = /(\d{1,2})月(?:(\d{1,2})[日号])?[底末]?/y;
const BOUND = /^(?:12月(?:31[日号])?|0?1月0?1[日号])[底末]?$/;

/** 2025年, 2025年度, 6月, 6月30日. */
function timeAt(text: string, at: number, own: number | null): Token | null {
  const named = matchFrom(YEAR, text, at);
  if (named !== null) {
    const year = Number(named[1]);
    if (year < 1000 || year > 2999) return null;
    const word = own === null ? undefined : years[year - own];
    return wordToken(word ?? otherYear, at, at + named[0].length);
  }
  const day = matchFrom(DATE, text, at);
  return day && wordToken(BOUND.test(day[0]) ? boundDate : date, at, at + day[0].length);
}
