/** A sentence as words, numbers and marks. */
import { matchFrom } from '../text/match.ts';
import { characters, is, mark } from './characters.ts';
import type { Dictionary } from './dictionary.ts';
import { chineseNumberAt, endOf, isDigit, numberAt, type Quantity } from './numbers.ts';
import { kind, piece, type Word } from './words.ts';

/** What a report's prose is read with. */
export interface Language {
  readonly common: Dictionary<Word>;
  /** The names of the body that reports. */
  readonly own: Dictionary<Word>;
  /** The report's year, where it is known. */
  readonly year: number | null;
}

/**
 * A sentence in pieces with no gaps between them, by their places in the paragraph's text. One object serves sentence
 * after sentence, and paragraph after paragraph: what is read of a sentence outlives it in phrases only.
 */
export class Pieces {
  readonly longest: number;
  /** The paragraph's text. */
  text = '';
  /** The codes of its characters, which are looked at several times, and behind the last a 0, which is none. */
  readonly codes: Uint16Array;
  length = 0;
  readonly words: Word[] = [];
  /** Where each begins; behind the last where the sentence ends. */
  readonly starts: Uint16Array;
  /** The numbers among them, in order. */
  readonly quantities: Quantity[] = [];
  #numbers = 0;
  /** Where the last piece ends that is no unknown one. */
  #end = 0;

  /** @param longest how many characters the longest paragraph has */
  constructor(longest: number) {
    this.longest = longest;
    this.codes = new Uint16Array(longest + 2);
    this.starts = new Uint16Array(longest + 2);
  }

  begin(start: number): void {
    this.length = 0;
    this.#numbers = 0;
    this.#end = start;
  }

  add(word: Word, start: number, end: number): void {
    const length = this.#end < start ? this.#addUnknown(start) : this.length;
    this.words[length] = word;
    this.starts[length] = start;
    this.length = length + 1;
    this.#end = end;
  }

  addNumber(quantity: Quantity, start: number): void {
    this.add(number, start, endOf(quantity));
    this.quantities[this.#numbers++] = quantity;
  }

  close(end: number): void {
    if (this.#end < end) this.length = this.#addUnknown(end);
    this.starts[this.length] = end;
  }

  /** Characters that belong to no other piece; how many pieces there are with them. */
  #addUnknown(end: number): number {
    const { length } = this;
    this.words[length] = isForeign(this, this.#end, end) ? foreign : unknown;
    this.starts[length] = this.#end;
    return length + 1;
  }
}

const marks = new Map<number, Word>();
for (const [own, texts] of [
  [0, '，,。！!？?'],
  [piece.semicolon, '；;'],
  [piece.colon, '：:'],
  [piece.opening, '（([【'],
  [piece.closing, '）)]】'],
] as const) {
  mark(is.mark, texts);
  for (const text of texts) marks.set(text.charCodeAt(0), other(piece.mark | own, text));
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

/** Other bodies, whose numbers are in no table of this report or only in sums. */
const FOREIGN =
  /部门|单位|乡镇|镇街|街道|[各县区市省州][县区镇乡直级]|(?<![格布结])局(?!面|限|部)|(?<!大)厅|委员会|办公室|公司|企业|学校|医院|法院|下级|下属|所属|[省市县区州旗镇乡]政府(?![门网信公采投])/;
/** The last two characters of each, for a quick look. */
mark(is.body, '门位镇街道县区乡直级会室司业校院属府');
mark(is.beforeBody, '部单乡镇街各县区市省州员公企学医法下所政');
mark(is.office, '局厅');

function isForeign({ text, codes }: Pieces, start: number, end: number): boolean {
  let before = 0;
  for (let at = start; at < end; at++) {
    const own = characters[codes[at]!]!;
    const mayName = (own & is.office) !== 0 || ((own & is.body) !== 0 && (before & is.beforeBody) !== 0);
    if (mayName) return FOREIGN.test(text.slice(start, end));
    before = own;
  }
  return false;
}

/** What any piece but an unknown one begins with. */
const BEGINNING = is.digit | is.numeral | is.mark | is.begins;

/** The pieces of a stretch of a paragraph in order; characters that belong to none are unknown. Linear. */
export function tokenize(start: number, end: number, language: Language, pieces: Pieces): void {
  const { codes } = pieces;
  pieces.begin(start);
  for (let at = start; at < end; ) {
    const own = characters[codes[at]!]!;
    if ((own & BEGINNING) === 0) at++;
    else if ((own & is.digit) !== 0) at = readNumber(at, language, pieces);
    else at = readWord(at, own, end, language, pieces);
  }
  pieces.close(end);
}

/** Reads a number, or a time that begins with one; where it ends. */
function readNumber(at: number, { year }: Language, pieces: Pieces): number {
  const time = timeAt(pieces, at, year);
  if (time !== null) {
    pieces.add(time.word, at, time.end);
    return time.end;
  }
  const quantity = numberAt(pieces, at);
  pieces.addNumber(quantity, at);
  return endOf(quantity);
}

/** Reads a mark, a Chinese number or a word; where it ends, or the next place if there is none. */
function readWord(at: number, own: number, end: number, language: Language, pieces: Pieces): number {
  const { codes } = pieces;
  const quantity = (own & is.numeral) === 0 ? null : chineseNumberAt(pieces, at);
  if (quantity !== null) {
    pieces.addNumber(quantity, at);
    return endOf(quantity);
  }
  const word = (own & is.mark) === 0 ? wordAt(codes, at, language) : marks.get(codes[at]!);
  const next = at + (word?.text.length ?? 0);
  if (word === undefined || next > end) return at + 1;
  pieces.add(word, at, next);
  return next;
}

/** 共和县 begins with a word of one character; no name begins with a longer one. */
function wordAt(codes: Uint16Array, at: number, { common, own }: Language): Word | undefined {
  const word = common.wordAt(codes, at);
  return word !== undefined && word.text.length > 1 ? word : (own.wordAt(codes, at) ?? word);
}

interface Time {
  readonly word: Word;
  readonly end: number;
}

const DATE = /(\d{1,2})月(?:(\d{1,2})[日号])?[底末]?/y;
const BOUND = /^(?:12月(?:31[日号])?|0?1月0?1[日号])[底末]?$/;
const [YEAR, DEGREE, MONTH] = [...'年度月'].map((character) => character.charCodeAt(0));
const YEAR_DIGITS = 4;

/** 2025年, 2025年度, 6月, 6月30日. */
function timeAt({ text, codes }: Pieces, at: number, own: number | null): Time | null {
  let behind = at;
  while (isDigit(codes[behind]!)) behind++;
  if (codes[behind] === YEAR) {
    const year = behind - at === YEAR_DIGITS ? Number(text.slice(at, behind)) : 0;
    if (year < 1000 || year > 2999) return null;
    const word = own === null ? undefined : years[year - own];
    return { word: word ?? otherYear, end: behind + (codes[behind + 1] === DEGREE ? 2 : 1) };
  }
  const day = codes[behind] === MONTH ? matchFrom(DATE, text, at) : null;
  return day && { word: BOUND.test(day[0]) ? boundDate : date, end: at + day[0].length };
}
