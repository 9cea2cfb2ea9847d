/** The numbers of a paragraph, each with the words around it and what the paragraph said before. */
import { characters, is, mark } from './characters.ts';
import { sentenceAt } from './glimpse.ts';
import {
  type Background,
  guessOf,
  isPopulation,
  type Meaning,
  meaningOf,
  noneOf,
  remember,
} from './meanings.ts';
import type { Quantity } from './numbers.ts';
import type { Paragraph } from './paragraph.ts';
import {
  has,
  hasOther,
  isAside,
  isKnown,
  isOfSome,
  isWord,
  joined,
  namedByShare,
  nothing,
  type Phrase,
  phraseOf,
  tailEnd,
} from './phrases.ts';
import { type Language, type Pieces, tokenize } from './tokens.ts';
import { kind, piece, type Word } from './words.ts';

/** A number in prose, or a statement that there was none (its value is 0 and its unit ''). */
export interface Item {
  readonly paragraph: Paragraph;
  readonly sentence: number;
  /** The number without its unit; of a statement its words. By the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** What stands in front of it, up to a mark or another number. */
  readonly head: Phrase;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** Whether only words of a share stand between it and the number before it. */
  readonly followsNumber: boolean;
  /** Whether 其中, 包括 or a colon stands between it and the number before it: it begins a list of parts. */
  readonly opensParts: boolean;
  /** Whether a colon, or a semicolon, stands between it and the number before it. */
  readonly isBehindColon: boolean;
  readonly isBehindSemicolon: boolean;
  readonly meaning: Meaning | null;
  /** Whether the sentence can be about nothing else than the tables of this report. */
  readonly isCertain: boolean;
}

/** Units in which applications, proceedings, documents and decisions are counted; 条 are items on a web page. */
const CASES = new Set(['件', '起', '宗', '例', '份', '项', '个', '部']);
/** 在生态环境领域，…: what follows is about a part of the work. */
const OF_A_PART = new Set(['领域', '方面', '行业', '条线', '专项', '本级']);
for (const text of OF_A_PART) mark(is.part, text[1]!);
/** What tells a time. */
const TIMES = kind.thisYear | kind.lastYear | kind.nextYear | kind.elsewhen;
const NOTED_TIMES = piece.year | piece.date;
/** What tells something in a clause without a number. */
const NOTED = TIMES | kind.subject | kind.negation;
const HARMLESS_BEHIND =
  kind.information | kind.onRequest | kind.request | kind.period | kind.document | kind.subject;

/**
 * The numbers and statements of a paragraph, in order.
 *
 * @param pieces to put sentences in, one after the other
 */
export function readItems(paragraph: Paragraph, language: Language, pieces: Pieces): Item[] {
  const { text } = paragraph;
  pieces.text = text;
  const reader = new ItemReader(paragraph, pieces);
  for (let start = 0, sentence = 0; start < text.length; sentence++) {
    const { end, isOfInterest } = sentenceAt(pieces, start);
    if (isOfInterest) reader.read(start, end, sentence, language);
    start = end + 1;
  }
  return reader.items;
}

interface Bracket {
  readonly head: Phrase;
  readonly opensParts: boolean;
  readonly isOther: boolean;
  readonly count: number;
}

class ItemReader {
  readonly items: Item[] = [];
  readonly #paragraph: Paragraph;
  readonly #pieces: Pieces;
  #sentence = 0;
  /** The first piece since the last mark or number, and the words before it that go on. */
  #first = 0;
  #carried = nothing;
  /** The kinds and the sorts of all these, a bit each, as a phrase has them. */
  #kinds = 0;
  #sorts = 0;
  #brackets: Bracket[] = [];
  #followsNumber = false;
  #opensParts = false;
  #hasColon = false;
  #hasSemicolon = false;
  // What the paragraph has said so far.
  #isOtherYear = false;
  #isPartOfYear = false;
  #isForeign = false;
  /** A number of another body came before. */
  #isOfForeign = false;
  /** A number of something unknown came before, and what follows may be a part of that. */
  #isOther = false;
  #hasPopulation: boolean;
  #hasProceedings: boolean;
  #background: Background = { proceedings: null, document: null, hasDecisions: false, applicants: null };

  constructor(paragraph: Paragraph, pieces: Pieces) {
    this.#pieces = pieces;
    this.#paragraph = paragraph;
    this.#hasPopulation = paragraph.topic === 'onRequest' || paragraph.section === 'applications';
    this.#hasProceedings = paragraph.section === 'proceedings';
  }

  read(start: number, end: number, sentence: number, language: Language): void {
    const pieces = this.#pieces;
    tokenize(start, end, language, pieces);
    const { words, quantities, length } = pieces;
    this.#beginSentence(words[0]!, sentence);
    let numbers = 0;
    for (let index = 0; index < length; index++) {
      const { piece: own, kind: ownKind } = words[index]!;
      if ((own & (piece.number | piece.mark)) === 0) {
        this.#kinds |= ownKind;
        this.#sorts |= own;
      } else if ((own & piece.mark) !== 0) this.#addMark(own, index);
      else index = this.#addQuantity(index, quantities[numbers++]!);
    }
    this.#endClause(length);
  }

  /** A sentence that begins with the year or the body is about the whole again. */
  #beginSentence(first: Word, sentence: number): void {
    this.#sentence = sentence;
    this.#startAt(0);
    this.#brackets = [];
    this.#followsNumber = false;
    this.#forgetMarks();
    this.#isPartOfYear = false;
    this.#hasProceedings = this.#paragraph.section === 'proceedings';
    if (isWord(first, kind.thisYear | kind.period | kind.subject)) {
      this.#isOther = false;
      this.#isOfForeign = false;
    }
    this.#isForeign = this.#isOfForeign;
  }

  #forgetMarks(): void {
    this.#opensParts = false;
    this.#hasColon = false;
    this.#hasSemicolon = false;
  }

  #startAt(index: number, carried = nothing): void {
    this.#first = index;
    this.#carried = carried;
    this.#kinds = carried.kinds;
    this.#sorts = carried.pieces;
  }

  #addMark(mark: number, index: number): void {
    if ((mark & piece.opening) !== 0) {
      this.#openBracket(index);
      return;
    }
    this.#hasColon ||= (mark & piece.colon) !== 0;
    this.#hasSemicolon ||= (mark & piece.semicolon) !== 0;
    this.#opensParts ||= this.#hasColon;
    const opened = (mark & piece.closing) !== 0 ? this.#brackets.pop() : undefined;
    this.#endClause(index);
    this.#startAt(index + 1);
    if (!opened) return;
    // 其他处理（含申请人主动撤回申请）8件: the words go on behind the bracket.
    if (opened.count === this.items.length) {
      this.#startAt(index + 1, opened.head);
      this.#opensParts = opened.opensParts;
    }
    this.#isOther = opened.isOther;
  }

  /** A bracket right behind a number may hold its parts. */
  #openBracket(index: number): void {
    const head = this.#headUpTo(index);
    const opened = { head, opensParts: this.#opensParts, isOther: this.#isOther };
    this.#brackets.push({ ...opened, count: this.items.length });
    this.#opensParts ||= this.#followsNumber && head.pieces === 0;
    this.#startAt(index + 1);
  }

  /** A clause without a number: it may set the time or the subject for what follows, or say that there was none. */
  #endClause(index: number): void {
    if (this.#sorts === 0) return;
    this.#followsNumber = false;
    this.#opensParts ||= (this.#kinds & kind.part) !== 0;
    if (!this.#isToBeNoted(index)) return;
    const phrase = this.#headUpTo(index);
    this.#noteTime(phrase);
    const statement = has(phrase, kind.negation) ? this.#statementOf(phrase) : null;
    if (statement) this.items.push(statement);
    this.#noteSubject(phrase);
  }

  /** Whether a clause tells a time or a subject, or denies something; most do not, and need not be put together. */
  #isToBeNoted(index: number): boolean {
    if ((this.#kinds & NOTED) !== 0 || (this.#sorts & (NOTED_TIMES | piece.foreign)) !== 0) return true;
    if ((this.#sorts & piece.unknown) === 0) return false;
    return this.#first === index || this.#mayNamePart(this.#pieces.starts[index]!);
  }

  /** Whether the words that end at a place may be about a part of the work; a quick look. */
  #mayNamePart(end: number): boolean {
    return (characters[this.#pieces.codes[end - 1]!]! & is.part) !== 0;
  }

  /** The words since the last mark or number. */
  #headUpTo(index: number): Phrase {
    return joined(this.#carried, phraseOf(this.#pieces, this.#first, index));
  }

  /** Reads a number with its words; the last piece that belongs to it. */
  #addQuantity(index: number, quantity: Quantity): number {
    const head = this.#headUpTo(index);
    const end = tailEnd(this.#pieces, index + 1);
    this.#noteTime(head);
    this.#noteSubject(head);
    this.#isOfForeign ||= this.#isForeign && CASES.has(quantity.unit);
    const item = this.#itemOf(head, index, end, quantity);
    this.items.push(item);
    if (item.meaning !== null) this.#noteItem(item, item.meaning);
    this.#followsNumber = true;
    this.#forgetMarks();
    this.#startAt(end);
    return end - 1;
  }

  /** @param end where the words behind the number that belong to it end */
  #itemOf(head: Phrase, index: number, end: number, read: Quantity): Item {
    const quantity = has(head, kind.about) ? { ...read, isApproximate: true } : read;
    const isCount = CASES.has(quantity.unit) && quantity.decimals === 0;
    const named = isCount ? head : quantity.unit === '%' ? namedByShare(head) : null;
    const isReadable = named !== null && isKnown(named) && !isAside(head) && !namesItsWhole(named);
    const tail = isReadable && isCount ? phraseOf(this.#pieces, index + 1, end) : nothing;
    const understood = isReadable ? this.#understand(named, tail) : null;
    if (understood === null && !this.#isSum(head, quantity)) this.#noteUnknown(head, isCount);
    return {
      paragraph: this.#paragraph,
      sentence: this.#sentence,
      start: this.#pieces.starts[index]!,
      end: quantity.numberEnd,
      quantity,
      head,
      depth: this.#brackets.length,
      followsNumber: this.#followsNumber && isShareOnly(head),
      opensParts: this.#opensParts || has(head, kind.part),
      isBehindColon: this.#hasColon,
      isBehindSemicolon: this.#hasSemicolon,
      meaning: understood?.meaning ?? (isCount ? guessOf(head) : null),
      isCertain: understood?.isCertain === true && !quantity.isApproximate,
    };
  }

  /** The meaning of what stands before a number, or of that and what stands behind it: 另有 3 件结转下年度. */
  #understand(head: Phrase, behind: Phrase): { meaning: Meaning; isCertain: boolean } | null {
    const isClear = isKnown(behind);
    const whole = isClear ? joined(head, behind) : head;
    const ahead = meaningOf(head, this.#background);
    const meaning = ahead ?? (whole === head ? null : meaningOf(whole, this.#background));
    if (meaning === null) return null;
    const addsNothing = ahead === null ? isToldBehind(head, behind) : isHarmless(behind);
    return { meaning, isCertain: isClear && addsNothing && this.#isSure(whole, meaning) };
  }

  #isSure(phrase: Phrase, { table }: Meaning): boolean {
    if (this.#isOtherYear || this.#isPartOfYear || this.#isForeign) return false;
    if (has(phrase, kind.rest | kind.elsewhen)) return false;
    if (table === 'proactive') return true;
    if (isPopulation(phrase) && has(phrase, kind.receive | kind.handle | kind.process)) this.#isOther = false;
    if (this.#isOther) return false;
    if (table === 'applications') return this.#hasPopulation || isPopulation(phrase);
    // None at all is none about disclosure either.
    return this.#hasProceedings || has(phrase, kind.information | kind.onRequest | kind.negation);
  }

  /** What a clause without a number says there was none of: 未收到申请, 未发生行政复议. */
  #statementOf(phrase: Phrase): Item | null {
    const { words, negation, end } = phrase;
    const isOne = words.filter((word) => word.kind === kind.negation).length === 1;
    if (!isOne || isAside(phrase) || !isKnown(phrase, true) || isOfSome(phrase)) return null;
    const meaning = noneOf(meaningOf(phrase, this.#background));
    if (meaning === null || negation === null) return null;
    return {
      paragraph: this.#paragraph,
      sentence: this.#sentence,
      start: negation,
      end,
      quantity: { value: 0, isApproximate: false, unit: '', decimals: 0, numberEnd: end },
      head: phrase,
      depth: this.#brackets.length,
      followsNumber: false,
      opensParts: false,
      isBehindColon: false,
      isBehindSemicolon: false,
      meaning,
      isCertain: this.#isSure(phrase, meaning),
    };
  }

  /** 共计 134 件 behind 收到 132 件，上年结转 2 件: nothing but their sum. */
  #isSum({ kinds, pieces }: Phrase, { value, unit }: Quantity): boolean {
    if (kinds !== 0 || pieces !== piece.word) return false;
    const own = this.items.filter((item) => item.sentence === this.#sentence);
    const sum = own.reduce((before, { quantity }) => before + quantity.value, 0);
    return (
      own.length > 1 && sum === value && own.every((item) => item.isCertain && item.quantity.unit === unit)
    );
  }

  /** A number of something unknown: what follows may be a part of that. */
  #noteUnknown(head: Phrase, isCount: boolean): void {
    this.#isOther ||= isCount && !isAside(head) && !has(head, kind.share);
  }

  #noteItem({ head, isCertain }: Item, meaning: Meaning): void {
    this.#background = remember(this.#background, head, meaning);
    if (meaning.table === 'proceedings') this.#hasProceedings ||= isCertain;
    else if (isPopulation(head)) this.#hasPopulation ||= isCertain;
  }

  #noteTime(phrase: Phrase): void {
    const { words, pieces } = phrase;
    const tellsTime = (pieces & NOTED_TIMES) !== 0 || has(phrase, TIMES);
    if (!tellsTime || has(phrase, kind.compare)) return;
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      if (word.piece === piece.year) this.#isOtherYear = true;
      else if (word.piece === piece.date) this.#isPartOfYear = true;
      else if (isWord(word, kind.thisYear)) this.#isOtherYear = false;
      else if (isWord(word, kind.lastYear | kind.nextYear)) this.#isOtherYear ||= !has(phrase, kind.carry);
      else if (isWord(word, kind.elsewhen)) this.#isPartOfYear ||= !isSinceThisYear(words, index);
    }
  }

  #noteSubject(phrase: Phrase): void {
    const { words, pieces, start, end } = phrase;
    if ((pieces & piece.foreign) !== 0 || has(phrase, kind.subject)) {
      for (const word of words) {
        if ((word.piece & piece.foreign) !== 0) this.#isForeign = true;
        else if (isWord(word, kind.subject)) this.#isForeign = false;
      }
    }
    if ((pieces & piece.unknown) !== 0 && !this.#isForeign && this.#mayNamePart(end))
      this.#isForeign = OF_A_PART.has(this.#paragraph.text.slice(Math.max(start, end - 2), end));
  }
}

/** 2025年以来 in the report for 2025. */
function isSinceThisYear(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  return words[index]!.text === '以来' && before !== undefined && isWord(before, kind.thisYear);
}

/** 本年新收申请中含 3 件: the words before 含 name what the number is a part of. */
function namesItsWhole({ words, kinds }: Phrase): boolean {
  if ((kinds & kind.part) === 0) return false;
  const first = words.find((word) => word.kind !== kind.filler && word.kind !== kind.and);
  return first!.kind !== kind.part;
}

/**
 * 另有 3 件结转下年度, 57 件予以公开 are as good as the other way round. 废止1件、失效1件行政规范性文件 names what goes with
 * more than one number, 对 3 件申请作出答复 speaks of some.
 */
function isToldBehind(head: Phrase, behind: Phrase): boolean {
  return has(behind, kind.carry | kind.result) && !head.words.some(({ text }) => text === '对');
}

function isHarmless(phrase: Phrase): boolean {
  return !hasOther(phrase, piece.word) && (phrase.kinds & ~HARMLESS_BEHIND) === 0;
}

function isShareOnly(phrase: Phrase): boolean {
  return !hasOther(phrase, piece.word) && (phrase.kinds & ~(kind.share | kind.and | kind.about)) === 0;
}
