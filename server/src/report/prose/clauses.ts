/** The numbers of a paragraph, each with the words around it and what the paragraph said before. */

import {
  atSentence,
  behindMeaning,
  behindUnknown,
  behindWords,
  type Context,
  contextOf,
  withoutOther,
} from './context.ts';
import { caseUnits, type Kind } from './lexicon.ts';
import type { Mark } from './marks.ts';
import { guessOf } from './meanings.ts';
import {
  has,
  hasOnly,
  isEmpty,
  isFiller,
  isWord,
  joined,
  nothing,
  type Phrase,
  phraseOf,
} from './phrases.ts';
import type { Paragraph } from './plainParagraph.ts';
import type { Quantity } from './quantities.ts';
import { hasNumber, type Language, sentenceEnd, type Token, tokenize } from './tokenize.ts';
import { isCount, type Understanding, understand, understandNone } from './understanding.ts';

/** How a list of parts is opened: by 其中 or 包括, by a bracket or a colon right behind the whole, by another colon. */
export type Opening = 'named' | 'bracket' | 'colon' | 'loose';
/** What parts a number from the one before it; brackets and what they hold do not count. */
export type Separator = 'none' | 'and' | 'comma' | 'semicolon';

/** A number in prose, or a statement that there was none (its value is 0 and its unit ''). */
export interface Item extends Omit<Understanding, 'meaning'> {
  readonly meaning: Understanding['meaning'] | null;
  readonly paragraph: Paragraph;
  readonly sentence: number;
  /** The number without its unit; of a statement its words. By the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** What stands in front of it, up to a mark or another number; and behind it, up to the same. */
  readonly head: Phrase;
  readonly tail: Phrase;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** Whether only words of a share stand between it and the number before it. */
  readonly followsNumber: boolean;
  /** How a list is opened that it begins; `null` where it begins none. */
  readonly opening: Opening | null;
  /** Whether a colon stands between it and the number before it. */
  readonly isBehindColon: boolean;
  readonly separator: Separator;
}

/** Words up to a mark, a number with the words behind it, or the sentence's end. */
interface Clause {
  readonly words: Phrase;
  readonly close: { readonly mark: Mark } | Numbered | null;
}

interface Numbered {
  readonly quantity: Quantity;
  readonly start: number;
  readonly tail: Phrase;
}

interface Bracket {
  readonly head: Phrase;
  readonly opening: Opening | null;
  readonly isOther: boolean;
  readonly count: number;
}

/** Where a clause stands in its sentence. */
interface Place {
  readonly sentence: number;
  /** The words before a bracket, which go on behind it. */
  readonly carried: Phrase;
  readonly brackets: readonly Bracket[];
  readonly followsNumber: boolean;
  readonly opening: Opening | null;
  readonly isBehindColon: boolean;
  readonly separator: Separator;
}

interface State {
  readonly context: Context;
  readonly place: Place;
  /** The items so far, this clause's own not among them. */
  readonly items: readonly Item[];
}

interface Step {
  readonly context: Context;
  readonly place: Place;
  readonly item?: Item | null | undefined;
}

/** The numbers and statements of a paragraph, in order. */
export function readItems(paragraph: Paragraph, language: Language): Item[] {
  const { text, section, topic } = paragraph;
  const items: Item[] = [];
  let context = contextOf(section, topic);
  for (let start = 0, sentence = 0; start < text.length; sentence++) {
    const end = sentenceEnd(text, start);
    const isTelling = hasNumber(text, start, end);
    const tokens = isTelling ? tokenize(text, start, end, language) : [];
    start = end + 1;
    if (!isTelling) continue;
    // A sentence that cannot be about the tables says nothing about those that follow, but may be a list.
    const isAboutTables = tells(tokens);
    if (!isAboutTables && !mayList(tokens) && !isListed(text, end + 1, language)) continue;
    const behind = readSentence({ paragraph, context, sentence, tokens }, items);
    if (isAboutTables) context = behind;
  }
  return items;
}

/** What sentences about tables, and about wholes and their parts, have one of. */
const telling: ReadonlySet<Kind> = new Set([
  ...(['onRequest', 'request', 'published', 'receive', 'handle', 'process', 'carry', 'result'] as const),
  ...(['applicant', 'proceeding', 'outcome', 'document', 'file', 'made', 'stage', 'decision'] as const),
  ...(['share', 'part', 'rest'] as const),
]);

function tells(tokens: readonly Token[]): boolean {
  for (const token of tokens)
    if (token.type === 'word') for (const kind of token.word.kinds) if (telling.has(kind)) return true;
  return false;
}

function mayList(tokens: readonly Token[]): boolean {
  return tokens.filter(({ type }) => type === 'number').length > 1;
}

/** Whether the sentence that begins at a place lists parts of the one before it: 其中. */
function isListed(text: string, start: number, { common }: Language): boolean {
  const first = common.wordAt(text, start);
  return first !== undefined && isWord(first, 'part');
}

interface Sentence {
  readonly paragraph: Paragraph;
  readonly context: Context;
  readonly sentence: number;
  readonly tokens: readonly Token[];
}

/** Adds a sentence's items; what the paragraph has said behind it. */
function readSentence({ paragraph, context: before, sentence, tokens }: Sentence, items: Item[]): Context {
  const [first] = tokens;
  let context = atSentence(before, first?.type === 'word' ? first.word : null);
  let place = beginning(sentence);
  for (const clause of clausesOf(tokens)) {
    const next = step(clause, { context, place, items }, paragraph);
    ({ context, place } = next);
    if (next.item) items.push(next.item);
  }
  return context;
}

/** Before the first word of a sentence. */
function beginning(sentence: number): Place {
  return {
    sentence,
    carried: nothing,
    brackets: [],
    followsNumber: false,
    opening: null,
    isBehindColon: false,
    separator: 'none',
  };
}

function* clausesOf(tokens: readonly Token[]): Generator<Clause> {
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === 'word') continue;
    const words = phraseOf(tokens.slice(first, index));
    if (token.type === 'mark') {
      yield { words, close: { mark: token.mark } };
      first = index + 1;
    } else {
      const { quantity, start } = token;
      first = tailEnd(tokens, index + 1);
      yield { words, close: { quantity, start, tail: phraseOf(tokens.slice(index + 1, first)) } };
      index = first - 1;
    }
  }
  yield { words: phraseOf(tokens.slice(first)), close: null };
}

/** Where the words behind a number end that still belong to it; none do where the next number follows them. */
function tailEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (first?.type === 'word' && isWord(first.word, 'compare', 'share', 'part', 'and', 'negation'))
    return from;
  let end = from;
  while (end < tokens.length && !isBreak(tokens[end]!)) end++;
  return tokens[end]?.type === 'number' ? from : end;
}

function isBreak(token: Token): boolean {
  return token.type !== 'word' || isWord(token.word, 'and');
}

function step({ words, close }: Clause, state: State, paragraph: Paragraph): Step {
  const head = joined(state.place.carried, words);
  if (close === null) return atEnd(head, state, paragraph);
  if (!('mark' in close)) return atNumber(head, close, state, paragraph);
  return close.mark === 'opening' ? atOpening(head, state) : atMark(head, close.mark, state, paragraph);
}

/** A bracket right behind a number may hold its parts. */
function atOpening(head: Phrase, { context, place, items }: State): Step {
  const { opening, followsNumber } = place;
  const bracket = { head, opening, isOther: context.isOther, count: items.length };
  const isOfNumber = followsNumber && isEmpty(head);
  return {
    context,
    place: {
      ...place,
      carried: nothing,
      brackets: [...place.brackets, bracket],
      opening: opening ?? (isOfNumber ? 'bracket' : null),
    },
  };
}

function atMark(head: Phrase, mark: Mark, state: State, paragraph: Paragraph): Step {
  const { context, place, item } = atEnd(
    head,
    { ...state, place: withMark(state.place, mark, head) },
    paragraph,
  );
  if (mark !== 'closing') return { context, item, place: { ...place, carried: nothing } };
  const opened = place.brackets.at(-1);
  const outside = { ...place, carried: nothing, brackets: place.brackets.slice(0, -1) };
  if (opened === undefined) return { context, item, place: outside };
  const isOther = { ...context, isOther: opened.isOther };
  const count = state.items.length + (item ? 1 : 0);
  if (opened.count !== count) return { context: isOther, item, place: outside };
  // 其他处理（含申请人主动撤回申请）8件: the words go on behind the bracket.
  return { context: isOther, item, place: { ...outside, carried: opened.head, opening: opened.opening } };
}

function withMark(place: Place, mark: Mark, head: Phrase): Place {
  if (mark === 'colon') {
    const isOfNumber = place.followsNumber && isEmpty(head);
    return { ...place, opening: place.opening ?? (isOfNumber ? 'colon' : 'loose'), isBehindColon: true };
  }
  if (mark === 'semicolon') return { ...place, separator: 'semicolon' };
  const isPlain = mark === 'comma' && place.separator === 'none';
  return isPlain ? { ...place, separator: 'comma' } : place;
}

/** A clause without a number: it may set the time or the subject for what follows, or say that there was none. */
function atEnd(head: Phrase, { context: before, place: at }: State, paragraph: Paragraph): Step {
  if (isEmpty(head)) return { context: before, place: at };
  const context = behindWords(before, head);
  const place: Place = { ...at, followsNumber: false, opening: has(head, 'part') ? 'named' : at.opening };
  const none = has(head, 'negation') ? understandNone(head, context) : null;
  return { context, place, item: none && statement(head, none, place, paragraph) };
}

function statement(head: Phrase, none: Understanding, place: Place, paragraph: Paragraph): Item {
  const { negation, end } = head;
  return {
    ...none,
    ...standing(place, paragraph),
    start: negation ?? head.start,
    end,
    quantity: { value: 0, isApproximate: false, unit: '', decimals: 0, numberEnd: end },
    head,
    tail: nothing,
    followsNumber: false,
    opening: null,
  };
}

/** Where an item stands. */
function standing(
  place: Place,
  paragraph: Paragraph,
): Pick<Item, 'paragraph' | 'sentence' | 'depth' | 'isBehindColon' | 'separator'> {
  const { sentence, brackets, isBehindColon, separator } = place;
  return { paragraph, sentence, depth: brackets.length, isBehindColon, separator };
}

function atNumber(
  head: Phrase,
  number: Numbered,
  { context: before, place, items }: State,
  paragraph: Paragraph,
): Step {
  const { quantity: read, start, tail } = number;
  const quantity = has(head, 'about') ? { ...read, isApproximate: true } : read;
  const spoken = behindWords(before, head);
  const isOfForeign = spoken.isOfForeign || (spoken.isForeign && caseUnits.has(read.unit));
  const context = { ...spoken, isOfForeign };
  const understood = understand(head, tail, quantity, context);
  const item: Item = {
    ...standing({ ...place, separator: separatorOf(place, head) }, paragraph),
    ...(understood ?? {
      meaning: isCount(quantity) ? guessOf(head) : null,
      isCertain: false,
      isLikely: false,
    }),
    start,
    end: quantity.numberEnd,
    quantity,
    head,
    tail,
    followsNumber: place.followsNumber && hasOnly(head, 'share', 'and', 'about'),
    opening: has(head, 'part') ? 'named' : place.opening,
  };
  const behind = { ...beginning(place.sentence), brackets: place.brackets, followsNumber: true };
  return { context: contextBehind(item, understood !== null, context, items), place: behind, item };
}

function separatorOf({ separator }: Place, { words: [first] }: Phrase): Separator {
  return separator === 'none' && first !== undefined && isWord(first, 'and') ? 'and' : separator;
}

function contextBehind(item: Item, isUnderstood: boolean, context: Context, items: readonly Item[]): Context {
  const { meaning, head, tail, quantity, isCertain } = item;
  const isUnknown = !isUnderstood && isCount(quantity) && !isSum(item, items);
  const told = isUnknown ? behindUnknown(context, head) : context;
  if (meaning === null) return told;
  const afresh = isUnderstood ? withoutOther(told, joined(head, tail), meaning) : told;
  return behindMeaning(afresh, head, meaning, isCertain);
}

/** 共计 134 件 behind 收到 132 件，上年结转 2 件: nothing but their sum. */
function isSum({ head, sentence, quantity }: Item, items: readonly Item[]): boolean {
  if (isEmpty(head) || !head.words.every(isFiller)) return false;
  const own = items.filter((item) => item.sentence === sentence);
  const sum = own.reduce((before, item) => before + item.quantity.value, 0);
  const isAlike = (item: Item): boolean => item.isCertain && item.quantity.unit === quantity.unit;
  return own.length > 1 && sum === quantity.value && own.every(isAlike);
}
