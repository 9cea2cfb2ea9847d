/** HTML in a text: its tables, and the places of its tags, in one walk of a parser. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Span } from '../../../model/index.ts';
import { isDigits } from '../../../text/number.ts';
import { joinSeen } from '../../../text/unseen.ts';
import { type Attributes, type RawTable, TableBuilder } from './tableBuilder.ts';

export interface Tag extends Span {
  /** Where a reader sees a line end: in front of what closes a paragraph, behind what opens one. */
  readonly breaksLine: 'before' | 'behind' | 'no';
  /** What stands first in its place, where it is a written-out character: &#20154; is 人. */
  readonly shown?: string;
  /** Whether a gap shows there: what stands on its two sides does not belong together. */
  readonly isGap: boolean;
}

export interface Markup {
  /** Tags, written-out characters and what is shown as another, in order. */
  readonly tags: readonly Tag[];
  /** Tables that have no table inside, in order of their end. */
  readonly tables: readonly RawTable[];
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr o:p'.split(
    ' ',
  ),
);
/** Raised, lowered or small beside a number, a digit is the mark of a note. */
const raising = new Set(['sup', 'sub']);
const ending = new Set(['sup', 'sub', 'small', 'ruby']);
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Keeps the digits on its two sides apart. */
const APART = '\u2063';
const SPACES = /^[\s\u00a0\u3000]$/;
/** What stands between their tags is for the browser, not for a reader. */
const unseen = new Set(['style', 'script']);
const wanted = new Set(['colspan', 'rowspan']);

/** Whether a text has any tag that matters here. */
export function hasMarkup(text: string): boolean {
  return /<\/?(?:p|t[adrh]|table|br|div|h[1-6]|span|strong|b|a|i|em|u|ins|su[bp]|small|ruby|font|section)[\s/>]/i.test(
    text,
  );
}

/** Whether a text without tags has a character that is written out. */
export function hasEntities(text: string): boolean {
  return /&(?:#\d{1,6}|#x[\da-f]{1,5}|nbsp|e[mn]sp);/i.test(text);
}

/** Reads tags and tables. Linear; takes any text, closed properly or not. */
export function readMarkup(text: string): Markup {
  const reader = new MarkupReader(text);
  // The tokenizer, not the parser: the parser's stack of open elements costs quadratic time on tags never closed.
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

const noAttributes: Attributes = {};

class MarkupReader implements TokenizerCallbacks {
  readonly #source: string;
  readonly #tags: Tag[] = [];
  readonly #tables: RawTable[] = [];
  /** Tables that are open, the innermost last. */
  readonly #stack: TableBuilder[] = [];
  readonly #notes = new NoteMarks();
  #name = '';
  #nameStart = 0;
  #attribute = '';
  #attributes: Attributes = noAttributes;
  #textEnd = 0;
  /** Where what stands in an open style or script begins; -1 where none is open. */
  #unseenFrom = -1;
  /** Where the line ends that was looked at last, and whether it begins with a pipe. */
  #lineEnd = -1;
  #isPipeRow = false;

  constructor(source: string) {
    this.#source = source;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#nameStart = start;
    this.#attributes = noAttributes;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (wanted.has(this.#attribute))
      this.#attributes = {
        ...this.#attributes,
        [this.#attribute]: { text: this.#source.slice(start, end), span: { start, end } },
      };
  }

  onopentagend(end: number): void {
    if (this.#name === 'table') this.#openTable(this.#nameStart - 1);
    const tag = this.#addTag(this.#name, this.#nameStart - 1, end + 1, 'behind');
    this.#notes.open(this.#name, tag.breaksLine !== 'no');
    if (unseen.has(this.#name)) this.#unseenFrom = tag.end;
    if (this.#name !== 'table') this.#stack.at(-1)?.open(this.#name, this.#attributes, tag);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    const bracket = this.#source.indexOf('>', end);
    if (this.#unseenFrom !== -1) {
      this.#tags.push({ start: this.#unseenFrom, end: start - 2, breaksLine: 'no', isGap: true });
      this.#unseenFrom = -1;
    }
    const tag = this.#addTag(name, start - 2, bracket === -1 ? this.#source.length : bracket + 1, 'before');
    this.#notes.close(name, tag.breaksLine !== 'no');
    if (name !== 'table') this.#stack.at(-1)?.close(name, tag);
    else if (this.#stack.length > 0) this.#closeTable(tag.end);
  }

  ontext(start: number, end: number): void {
    this.#textEnd = end;
    if (this.#unseenFrom !== -1) return;
    const text = this.#source.slice(start, end);
    const isApart = this.#notes.endNumber(text);
    const last = this.#tags.at(-1);
    if (isApart && last) this.#tags[this.#tags.length - 1] = { ...last, shown: APART };
    const shown = this.#notes.shownAs(text);
    if (shown !== text) this.#tags.push({ start, end, breaksLine: 'no', isGap: false, shown });
    this.#stack.at(-1)?.text(isApart ? APART + shown : shown, { start, end });
  }

  ontextentity(codePoint: number, end: number): void {
    const span = { start: this.#source.lastIndexOf('&', end - 1), end };
    const written = String.fromCodePoint(codePoint);
    if (span.start < this.#textEnd) span.start = this.#textEnd;
    this.#textEnd = end;
    const character = this.#notes.shownAs(written);
    this.#stack.at(-1)?.text(character, span);
    if (SPACES.test(character)) this.#tags.push({ ...span, breaksLine: 'no', isGap: true });
    else if (character.length === 1)
      this.#tags.push({ ...span, breaksLine: 'no', isGap: false, shown: character });
  }

  oncomment(start: number, end: number): void {
    this.#addHidden(start, end);
  }

  ondeclaration(start: number, end: number): void {
    this.#addHidden(start, end);
  }

  onprocessinginstruction(start: number, end: number): void {
    this.#addHidden(start, end);
  }

  oncdata(): void {}
  onend(): void {}
  onattribend(): void {}
  onattribentity(): void {}

  finish(): Markup {
    while (this.#stack.length > 0) this.#closeTable(this.#source.length);
    return { tags: this.#tags, tables: this.#tables };
  }

  #addTag(name: string, start: number, end: number, side: 'before' | 'behind'): Tag {
    const isInLine = inline.has(name) || (name === 'br' && this.#isInPipeRow(start));
    const isGap = !isInLine || name === 'br' || ending.has(name);
    const tag: Tag = { start, end, breaksLine: isInLine ? 'no' : side, isGap };
    this.#tags.push(tag);
    return tag;
  }

  /** A <br> between pipes breaks a cell, not the row. */
  #isInPipeRow(at: number): boolean {
    while (at > this.#lineEnd) {
      this.#isPipeRow = this.#source[this.#lineEnd + 1] === '|';
      const end = this.#source.indexOf('\n', this.#lineEnd + 1);
      this.#lineEnd = end === -1 ? this.#source.length : end;
    }
    return this.#isPipeRow;
  }

  #addHidden(start: number, end: number): void {
    const from = this.#source.lastIndexOf('<', start);
    this.#tags.push({
      start: from,
      end: Math.min(end + 1, this.#source.length),
      breaksLine: 'no',
      isGap: false,
    });
  }

  #openTable(start: number): void {
    const outer = this.#stack.at(-1);
    if (outer && !outer.isInCell) this.#closeTable(start);
    this.#stack.at(-1)?.holdTable();
    this.#stack.push(new TableBuilder(start));
  }

  #closeTable(end: number): void {
    const table = this.#stack.pop()!.finish(end);
    if (table) this.#tables.push(table);
  }
}

/** Tells the digits that are marks of notes, as tags and texts come: 16<sup>1</sup> shows 16¹. */
class NoteMarks {
  /** How many raising tags are open, and how many that only make small. */
  #raised = 0;
  #small = 0;
  /** Whether a tag that ends numbers stands between here and the last character, and that character is a digit. */
  #isBehindEnd = false;
  #isBehindDigit = false;

  open(name: string, breaksLine: boolean): void {
    this.#pass(name, breaksLine, 1);
  }

  close(name: string, breaksLine: boolean): void {
    this.#pass(name, breaksLine, -1);
  }

  #pass(name: string, breaksLine: boolean, step: 1 | -1): void {
    if (breaksLine) this.#reset();
    if (!ending.has(name)) return;
    this.#isBehindEnd = true;
    if (raising.has(name)) this.#raised = Math.max(0, this.#raised + step);
    else this.#small = Math.max(0, this.#small + step);
  }

  /** Neither a note's mark nor a number goes on behind a paragraph. */
  #reset(): void {
    this.#raised = 0;
    this.#small = 0;
    this.#isBehindEnd = false;
    this.#isBehindDigit = false;
  }

  /** Whether a number ends in front of a text that begins with a digit, and that digit is none of a note's mark. */
  endNumber(text: string): boolean {
    return this.#isBehindEnd && this.#raised === 0 && this.#small === 0 && this.#isTouching(text);
  }

  /** A text as it is shown, as long as before. */
  shownAs(text: string): string {
    if (text.includes('\n')) this.#reset();
    const isRaised = this.#raised > 0 || (this.#small > 0 && this.#isTouching(text));
    const words = joinSeen(text);
    if (words !== '') {
      this.#isBehindEnd = false;
      this.#isBehindDigit = isDigits(words.charAt(words.length - 1));
    }
    return isRaised ? text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit))) : text;
  }

  #isTouching(text: string): boolean {
    return this.#isBehindDigit && isDigits(joinSeen(text).charAt(0));
  }
}
