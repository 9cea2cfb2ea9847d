/** Words between two marks that belong together. */

import type { Word } from './dictionary.ts';
import type { Kind } from './lexicon.ts';
import type { Token } from './tokenize.ts';

export interface Phrase {
  /** Its pieces in order: words that are known, and what stands for others. */
  readonly words: readonly Word[];
  /** Where it begins and ends, by the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Where its first word of negation stands. */
  readonly negation: number | null;
}

export const nothing: Phrase = { words: [], start: 0, end: 0, negation: null };

/** The phrase of some pieces of a sentence. */
export function phraseOf(tokens: readonly Token[]): Phrase {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return nothing;
  const words: Word[] = [];
  let negation: number | null = null;
  for (const token of tokens) {
    if (token.type !== 'word') continue;
    words.push(token.word);
    if (negation === null && isWord(token.word, 'negation')) negation = token.start;
  }
  return { words, start: first.start, end: last.end, negation };
}

export function joined(a: Phrase, b: Phrase): Phrase {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return { words: [...a.words, ...b.words], start: a.start, end: b.end, negation: a.negation ?? b.negation };
}

export function isEmpty({ words }: Phrase): boolean {
  return words.length === 0;
}

/** Whether a word is of one of the kinds. */
export function isWord({ kinds }: Word, ...wanted: readonly Kind[]): boolean {
  for (const kind of kinds) if (wanted.includes(kind)) return true;
  return false;
}

/** Whether a phrase has a word of any of the kinds. */
export function has({ words }: Phrase, ...wanted: readonly Kind[]): boolean {
  for (const { kinds } of words) for (const kind of kinds) if (wanted.includes(kind)) return true;
  return false;
}

/** Kinds that leave a phrase's meaning as it is. */
const minor: ReadonlySet<Kind> = new Set(['all', 'toward', 'others', 'anew', 'field', 'arise']);

/** 共, 依法: a word that changes nothing. */
export function isFiller({ kinds }: Word): boolean {
  return kinds.every((kind) => minor.has(kind));
}

/** Whether a phrase says nothing but what these kinds say. */
export function hasOnly({ words }: Phrase, ...allowed: readonly Kind[]): boolean {
  return words.every(({ kinds }) => kinds.every((kind) => minor.has(kind) || allowed.includes(kind)));
}

/** Whether every word is understood, and each speaks of one number of the year. */
export function isKnown(phrase: Phrase): boolean {
  return !has(phrase, 'unclear', 'unknown', 'otherYear', 'date');
}

/** Numbers that are compared with, or of another year. */
export function isAside(phrase: Phrase): boolean {
  if (has(phrase, 'compare')) return true;
  return has(phrase, 'lastYear', 'nextYear') && !has(phrase, 'carry');
}

/** 未办结, 均未提起复议 say that something was not done with some cases, not that there was none. */
export function isOfSome(phrase: Phrase): boolean {
  if (has(phrase, 'part', 'rest', 'share', 'all')) return true;
  return has(phrase, 'handle', 'process', 'result', 'published') && !has(phrase, 'carry');
}

/** 本年新收申请中含 3 件: the words before 含 name what the number is a part of. */
export function namesItsWhole(phrase: Phrase): boolean {
  if (!has(phrase, 'part')) return false;
  const first = phrase.words.find((word) => !isFiller(word) && !isWord(word, 'and'));
  return first !== undefined && !isWord(first, 'part');
}

/** What the words of a kind name, each once. */
export function namesOf({ words }: Phrase, ...wanted: readonly Kind[]): readonly string[] {
  return [...new Set(words.filter((word) => isWord(word, ...wanted)).flatMap(({ names }) => names))];
}

/** 自然人申请占 70.6%: what stands in front of 占; `null` where nothing does, or where words behind it name the whole. */
export function namedByShare(phrase: Phrase): Phrase | null {
  const at = phrase.words.findIndex((word) => isWord(word, 'share'));
  if (at <= 0 || !phrase.words.slice(at + 1).every(isFiller)) return null;
  return { ...phrase, words: phrase.words.slice(0, at) };
}
