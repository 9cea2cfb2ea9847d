/** Words between two marks that belong together. */
import type { Token } from './tokens.ts';
import { kind, type Word } from './words.ts';

export interface Phrase {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** The kinds of its words, a bit each. */
  readonly kinds: number;
}

export function phraseOf(tokens: readonly Token[]): Phrase {
  const words: Word[] = [];
  let kinds = 0;
  for (const token of tokens) {
    if (token.type !== 'word') continue;
    words.push(token.word);
    kinds |= token.word.kind;
  }
  return { tokens, words, kinds };
}

export function joined(a: Phrase, b: Phrase): Phrase {
  return phraseOf([...a.tokens, ...b.tokens]);
}

/** Whether a token is a word of one of the kinds. */
export function isWord(token: Token, kinds: number): boolean {
  return token.type === 'word' && (token.word.kind & kinds) !== 0;
}

/** Whether a phrase has a word of any of the kinds. */
export function has(phrase: Phrase, kinds: number): boolean {
  return (phrase.kinds & kinds) !== 0;
}

/** Whether every word is understood, and each speaks of one number of the year. */
export function isKnown({ tokens, kinds }: Phrase, takesNegation = false): boolean {
  if ((kinds & (takesNegation ? kind.unclear : kind.unclear | kind.negation)) !== 0) return false;
  return tokens.every((token) => token.type === 'word' || (token.type === 'date' && token.isBound));
}

/** Numbers that are compared with, or of another year. */
export function isAside(phrase: Phrase): boolean {
  if (has(phrase, kind.compare)) return true;
  return has(phrase, kind.lastYear | kind.nextYear) && !has(phrase, kind.carry);
}

/** What the words of a kind name, each once. */
export function namesOf({ words, kinds }: Phrase, wanted: number): readonly string[] {
  if ((kinds & wanted) === 0) return none;
  let names = none;
  for (const word of words) {
    if ((word.kind & wanted) === 0) continue;
    names = names === none ? word.names : [...new Set([...names, ...word.names])];
  }
  return names;
}

const none: readonly string[] = [];

/** 自然人申请占 70.6%: what stands in front of 占; `null` where nothing does, or where words behind it name the whole. */
export function namedByShare({ tokens }: Phrase): Phrase | null {
  const at = tokens.findIndex((token) => isWord(token, kind.share));
  const isPlain = tokens
    .slice(at + 1)
    .every((token) => token.type === 'word' && token.word.kind === kind.filler);
  return at > 0 && isPlain ? phraseOf(tokens.slice(0, at)) : null;
}
