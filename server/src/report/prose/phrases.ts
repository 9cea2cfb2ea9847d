/** Words between two marks that belong together. */
import type { Pieces } from './tokens.ts';
import { kind, piece, type Word } from './words.ts';

export interface Phrase {
  /** Its pieces in order: words that are known, and what stands for others. */
  readonly words: readonly Word[];
  /** The kinds of its words, a bit each. */
  readonly kinds: number;
  /** What its pieces are, a bit each; 0 if there are none. */
  readonly pieces: number;
  /** Where it begins and ends, by the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Where its first word of negation stands. */
  readonly negation: number | null;
}

const none: readonly never[] = [];

export const nothing: Phrase = { words: none, kinds: 0, pieces: 0, start: 0, end: 0, negation: null };

/** The phrase of some pieces of a sentence, those in front of `to`. */
export function phraseOf({ words, starts }: Pieces, from: number, to: number): Phrase {
  if (from === to) return nothing;
  let kinds = 0;
  let pieces = 0;
  let negation: number | null = null;
  for (let index = from; index < to; index++) {
    const word = words[index]!;
    kinds |= word.kind;
    pieces |= word.piece;
    if (word.kind === kind.negation) negation ??= starts[index]!;
  }
  return { words: words.slice(from, to), kinds, pieces, start: starts[from]!, end: starts[to]!, negation };
}

export function joined(a: Phrase, b: Phrase): Phrase {
  if (a.pieces === 0) return b;
  if (b.pieces === 0) return a;
  return {
    words: [...a.words, ...b.words],
    kinds: a.kinds | b.kinds,
    pieces: a.pieces | b.pieces,
    start: a.start,
    end: b.end,
    negation: a.negation ?? b.negation,
  };
}

/** Whether a word is of one of the kinds. */
export function isWord(word: Word, kinds: number): boolean {
  return (word.kind & kinds) !== 0;
}

/** Whether a phrase has a word of any of the kinds. */
export function has(phrase: Phrase, kinds: number): boolean {
  return (phrase.kinds & kinds) !== 0;
}

/** Whether a phrase has a piece that is none of these. */
export function hasOther({ pieces }: Phrase, known: number): boolean {
  return (pieces & ~known) !== 0;
}

/** Whether every word is understood, and each speaks of one number of the year. */
export function isKnown(phrase: Phrase, takesNegation = false): boolean {
  if (has(phrase, takesNegation ? kind.unclear : kind.unclear | kind.negation)) return false;
  return !hasOther(phrase, piece.word | piece.bound);
}

/** Numbers that are compared with, or of another year. */
export function isAside(phrase: Phrase): boolean {
  if (has(phrase, kind.compare)) return true;
  return has(phrase, kind.lastYear | kind.nextYear) && !has(phrase, kind.carry);
}

/** 未办结, 均未提起复议 say that something was not done with some cases, not that there was none. */
export function isOfSome(phrase: Phrase): boolean {
  const done = kind.handle | kind.process | kind.result | kind.published;
  if (has(phrase, kind.part | kind.rest | kind.share)) return true;
  if (phrase.words.some(({ text }) => text === '均' || text === '都')) return true;
  return has(phrase, done) && !has(phrase, kind.carry);
}

/** Words behind a number that begin another thought. */
const NEXT_THOUGHT = kind.compare | kind.share | kind.part | kind.and | kind.negation;

/** Where the words behind a number end that still belong to it; none do where the next number follows them. */
export function tailEnd({ words, length }: Pieces, from: number): number {
  if (from === length || isBreak(words[from]!) || isWord(words[from]!, NEXT_THOUGHT)) return from;
  let end = from;
  while (end < length && !isBreak(words[end]!)) end++;
  return end < length && words[end]!.piece === piece.number ? from : end;
}

function isBreak(word: Word): boolean {
  return (word.piece & (piece.mark | piece.number)) !== 0 || isWord(word, kind.and);
}

/** What the words of a kind name, each once. */
export function namesOf({ words, kinds }: Phrase, wanted: number): readonly string[] {
  if ((kinds & wanted) === 0) return none;
  let names: readonly string[] = none;
  for (const word of words) {
    if ((word.kind & wanted) === 0) continue;
    names = names === none ? word.names : [...new Set([...names, ...word.names])];
  }
  return names;
}

/** 自然人申请占 70.6%: what stands in front of 占; `null` where nothing does, or where words behind it name the whole. */
export function namedByShare(phrase: Phrase): Phrase | null {
  const at = phrase.words.findIndex((word) => isWord(word, kind.share));
  const behind = phrase.words.slice(at + 1);
  const isPlain = behind.every((word) => word.piece === piece.word && word.kind === kind.filler);
  if (at <= 0 || !isPlain) return null;
  const words = phrase.words.slice(0, at);
  const kinds = words.reduce((bits, word) => bits | word.kind, 0);
  return { ...phrase, words, kinds, pieces: words.reduce((bits, word) => bits | word.piece, 0) };
}
