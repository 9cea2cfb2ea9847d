/** The numbers of a paragraph, each with the words around it and what the paragraph said before. */
import {
  type Background,
  guessOf,
  isPopulation,
  type Meaning,
  meaningOf,
  noneOf,
  remember,
} from './meanings.ts';
import { glimpse, glimpseOf, type Paragraph, sentenceEnd } from './passages.ts';
import { has, isAside, isKnown, isWord, joined, namedByShare, type Phrase, phraseOf } from './phrases.ts';
import { type Dictionary, type Quantity, type Token, tokenize } from './tokens.ts';
import { kind } from './words.ts';

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

/** What a report's prose is read with. */
export interface Language {
  readonly common: Dictionary;
  /** The names of the body that reports. */
  readonly own: Dictionary;
  /** The report's year, where it is known. */
  readonly year: number | null;
}

/** A quick look at a sentence: without any of these it is about no table and no list of parts. */
const ABOUT_TABLES =
  /申请|公开|[受办处]理|收|复议|诉讼|起诉|结转|文件|规章|许可|处罚|强制|占|其[他余]|办结|答复|提供|维持|纠正|自然人|法人/;
/** What a report can say that there was none of. */
const DENIABLE = /申请|复议|诉讼|结转|规范|规章|行政[许处强]/;
/** Units in which applications, proceedings, documents and decisions are counted; 条 are items on a web page. */
const CASES = new Set(['件', '起', '宗', '例', '份', '项', '个', '部']);
/** Other bodies, whose numbers are in no table of this report or only in sums. */
const FOREIGN =
  /部门|单位|乡镇|镇街|街道|[各县区市省州][县区镇乡直级]|(?<![格布结])局(?!面|限|部)|(?<!大)厅|委员会|办公室|公司|企业|学校|医院|法院|下级|下属|所属|[省市县区州旗镇乡]政府(?![门网信公采投])/;
/** 在生态环境领域，…: what follows is about a part of the work. */
const OF_A_PART = /(?:领域|方面|行业|条线|专项|本级)$/;
/** Words behind a number that begin another thought. */
const NEXT_THOUGHT = kind.compare | kind.share | kind.part | kind.and | kind.negation;
const HARMLESS_BEHIND =
  kind.information | kind.onRequest | kind.request | kind.period | kind.document | kind.subject;

/** The numbers and statements of a paragraph, in order. */
export function readItems(paragraph: Paragraph, { common, own, year }: Language): Item[] {
  const { text } = paragraph;
  const reader = new ItemReader(paragraph, year);
  for (let start = 0, sentence = 0; start < text.length; sentence++) {
    const end = sentenceEnd(text, start);
    if (isOfInterest(text, start, end)) {
      reader.read(tokenize(text, start, end, common, own), sentence);
    }
    start = end + 1;
  }
  return reader.items;
}

const yearKinds: Readonly<Record<number, number>> = {
  [-1]: kind.lastYear,
  0: kind.thisYear,
  1: kind.nextYear,
};

function isOfInterest(text: string, start: number, end: number): boolean {
  const seen = glimpseOf(text, start, end);
  if (seen === 0) return false;
  const sentence = text.slice(start, end);
  if ((seen & glimpse.number) === 0) return DENIABLE.test(sentence);
  return ABOUT_TABLES.test(sentence) || text.startsWith('其中', end + 1);
}

/** A year as what it is to the report: this one, the last, the next. */
function withYear(token: Token, own: number | null): Token {
  if (token.type !== 'year' || own === null) return token;
  const year = yearKinds[token.year - own];
  if (year === undefined) return token;
  return { type: 'word', word: { text: '年', kind: year, names: [] }, start: token.start, end: token.end };
}

interface Bracket {
  readonly head: Token[];
  readonly opensParts: boolean;
  readonly isOther: boolean;
  readonly count: number;
}

class ItemReader {
  readonly items: Item[] = [];
  readonly #paragraph: Paragraph;
  readonly #year: number | null;
  #sentence = 0;
  #head: Token[] = [];
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

  constructor(paragraph: Paragraph, year: number | null) {
    this.#paragraph = paragraph;
    this.#year = year;
    this.#hasPopulation = paragraph.topic === 'onRequest' || paragraph.section === 'applications';
    this.#hasProceedings = paragraph.section === 'proceedings';
  }

  read(tokens: readonly Token[], sentence: number): void {
    this.#beginSentence(tokens[0], sentence);
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type === 'mark') this.#addMark(token.mark);
      else if (token.type === 'quantity') index += this.#addQuantity(tokens, index, token.quantity);
      else this.#head.push(withYear(token, this.#year));
    }
    this.#endClause();
  }

  /** A sentence that begins with the year or the body is about the whole again. */
  #beginSentence(first: Token | undefined, sentence: number): void {
    this.#sentence = sentence;
    this.#head = [];
    this.#brackets = [];
    this.#followsNumber = false;
    this.#forgetMarks();
    this.#isPartOfYear = false;
    this.#hasProceedings = this.#paragraph.section === 'proceedings';
    if (first && isWord(withYear(first, this.#year), kind.thisYear | kind.period | kind.subject)) {
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

  #addMark(mark: string): void {
    if ('(（[【'.includes(mark)) {
      this.#openBracket();
      return;
    }
    this.#hasColon ||= '：:'.includes(mark);
    this.#hasSemicolon ||= '；;'.includes(mark);
    this.#opensParts ||= this.#hasColon;
    const opened = ')）]】'.includes(mark) ? this.#brackets.pop() : undefined;
    this.#endClause();
    if (!opened) return;
    // 其他处理（含申请人主动撤回申请）8件: the words go on behind the bracket.
    if (opened.count === this.items.length) {
      this.#head = opened.head;
      this.#opensParts = opened.opensParts;
    }
    this.#isOther = opened.isOther;
  }

  /** A bracket right behind a number may hold its parts. */
  #openBracket(): void {
    const opened = { head: this.#head, opensParts: this.#opensParts, isOther: this.#isOther };
    this.#brackets.push({ ...opened, count: this.items.length });
    this.#opensParts ||= this.#followsNumber && this.#head.length === 0;
    this.#head = [];
  }

  /** A clause without a number: it may set the time or the subject for what follows, or say that there was none. */
  #endClause(): void {
    if (this.#head.length === 0) return;
    const phrase = this.#takeHead();
    this.#followsNumber = false;
    this.#opensParts ||= has(phrase, kind.part);
    const statement = has(phrase, kind.negation) ? this.#statementOf(phrase) : null;
    if (statement) this.items.push(statement);
    this.#noteSubject(phrase);
  }

  /** The words since the last mark or number; what they say of the time holds for what follows. */
  #takeHead(): Phrase {
    const phrase = phraseOf(this.#head);
    this.#head = [];
    this.#noteTime(phrase);
    return phrase;
  }

  /** Reads a number with its words; how many tokens behind it belong to it. */
  #addQuantity(tokens: readonly Token[], index: number, quantity: Quantity): number {
    const head = this.#takeHead();
    const tail = tailOf(tokens, index + 1);
    this.#noteSubject(head);
    this.#isOfForeign ||= this.#isForeign && CASES.has(quantity.unit);
    const item = this.#itemOf(head, tail, tokens[index]!.start, quantity);
    this.items.push(item);
    if (item.meaning !== null) this.#noteItem(item, item.meaning);
    this.#followsNumber = true;
    this.#forgetMarks();
    return tail.length;
  }

  #itemOf(head: Phrase, tail: readonly Token[], start: number, read: Quantity): Item {
    const quantity = has(head, kind.about) ? { ...read, isApproximate: true } : read;
    const isCount = CASES.has(quantity.unit) && quantity.decimals === 0;
    const named = isCount ? head : quantity.unit === '%' ? namedByShare(head) : null;
    const isReadable = named !== null && isKnown(named) && !isAside(head) && !namesItsWhole(named);
    const understood = isReadable ? this.#understand(named, isCount ? tail : none) : null;
    if (understood === null) this.#noteUnknown(head, isCount);
    return {
      paragraph: this.#paragraph,
      sentence: this.#sentence,
      start,
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
  #understand(head: Phrase, tail: readonly Token[]): { meaning: Meaning; isCertain: boolean } | null {
    const behind = phraseOf(tail.map((token) => withYear(token, this.#year)));
    const isClear = isKnown(behind);
    const whole = tail.length > 0 && isClear ? joined(head, behind) : head;
    const ahead = meaningOf(head, this.#background);
    const meaning = ahead ?? (whole === head ? null : meaningOf(whole, this.#background));
    if (meaning === null) return null;
    const addsNothing = ahead === null ? isToldBehind(head, behind) : tail.every(isHarmless);
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
    const { tokens, words } = phrase;
    const isOne = words.filter((word) => word.kind === kind.negation).length === 1;
    if (!isOne || isAside(phrase) || !isKnown(phrase, true) || isOfSome(phrase)) return null;
    const meaning = noneOf(meaningOf(phrase, this.#background));
    if (meaning === null) return null;
    const { start } = tokens.find((token) => isWord(token, kind.negation))!;
    const { end } = tokens.at(-1)!;
    return {
      paragraph: this.#paragraph,
      sentence: this.#sentence,
      start,
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
    const { tokens } = phrase;
    if (has(phrase, kind.compare)) return;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type === 'year') this.#isOtherYear = true;
      else if (token.type === 'date') this.#isPartOfYear ||= !token.isBound;
      else if (isWord(token, kind.thisYear)) this.#isOtherYear = false;
      else if (isWord(token, kind.lastYear | kind.nextYear)) this.#isOtherYear ||= !has(phrase, kind.carry);
      else if (isWord(token, kind.elsewhen)) this.#isPartOfYear ||= !isSinceThisYear(tokens, index);
    }
  }

  #noteSubject({ tokens }: Phrase): void {
    const { text } = this.#paragraph;
    let hasUnknown = false;
    for (const token of tokens) {
      if (token.type === 'unknown') {
        hasUnknown = true;
        this.#isForeign ||= FOREIGN.test(text.slice(token.start, token.end));
      } else if (isWord(token, kind.subject)) this.#isForeign = false;
    }
    if (hasUnknown) this.#isForeign ||= OF_A_PART.test(text.slice(tokens[0]!.start, tokens.at(-1)!.end));
  }
}

/** 未办结, 均未提起复议 say that something was not done with some cases, not that there was none. */
function isOfSome(phrase: Phrase): boolean {
  const done = kind.handle | kind.process | kind.result | kind.published;
  if (has(phrase, kind.part | kind.rest | kind.share)) return true;
  if (phrase.words.some(({ text }) => text === '均' || text === '都')) return true;
  return has(phrase, done) && !has(phrase, kind.carry);
}

/** 2025年以来 in the report for 2025. */
function isSinceThisYear(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const isSince = token?.type === 'word' && token.word.text === '以来';
  return isSince && before !== undefined && isWord(before, kind.thisYear);
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

/** The words behind a number that still belong to it; none where the next number follows them. */
function tailOf(tokens: readonly Token[], from: number): readonly Token[] {
  const first = tokens[from];
  if (!first || isBreak(first) || isWord(first, NEXT_THOUGHT)) return none;
  let end = from;
  while (end < tokens.length && !isBreak(tokens[end]!)) end++;
  return tokens[end]?.type === 'quantity' ? none : tokens.slice(from, end);
}

const none: readonly Token[] = [];

function isBreak(token: Token): boolean {
  return token.type === 'mark' || token.type === 'quantity' || isWord(token, kind.and);
}

function isHarmless(token: Token): boolean {
  return token.type === 'word' && (token.word.kind & ~HARMLESS_BEHIND) === 0;
}

function isShareOnly({ tokens, kinds }: Phrase): boolean {
  const isOther = (kinds & ~(kind.share | kind.and | kind.about)) !== 0;
  return !isOther && tokens.every((token) => token.type === 'word');
}
