/** HTML in a text: its tables, and the places of its tags, in one walk of a parser. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Span } from '../../../model/index.ts';
import { type Attributes, type RawTable, TableBuilder } from './tableBuilder.ts';

export interface Tag extends Span {
  /** Where a reader sees a line end: in front of what closes a paragraph, behind what opens one. */
  readonly breaksLine: 'before' | 'behind' | 'no';
  /** What it stands for, where it is a written-out character: &#20154; is 人. */
  readonly shown?: string;
}

export interface Markup {
  /** Tags, comments and written-out spaces outside tables, in order. */
  readonly tags: readonly Tag[];
  /** Tables that have no table inside, in order of their end. */
  readonly tables: readonly RawTable[];
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr o:p'.split(
    ' ',
  ),
);
const SPACES = /^[\s\u00a0\u3000]$/;
/** What stands between their tags is for the browser, not for a reader. */
const unseen = new Set(['style', 'script']);
const wanted = new Set(['colspan', 'rowspan', 'style']);

/** Whether a text has any tag that matters here. */
export function hasMarkup(text: string): boolean {
  return /<\/?(?:p|t[adrh]|table|br|div|h[1-6]|span|strong|b|a|em|u|sup|font|section)[\s/>]/i.test(text);
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
  /** Tables that are open, the innermost last, and how many tags stand in front of each. */
  readonly #stack: TableBuilder[] = [];
  readonly #tagsBefore: number[] = [];
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
      this.#tags.push({ start: this.#unseenFrom, end: start - 2, breaksLine: 'no' });
      this.#unseenFrom = -1;
    }
    const tag = this.#addTag(name, start - 2, bracket === -1 ? this.#source.length : bracket + 1, 'before');
    if (name !== 'table') this.#stack.at(-1)?.close(name, tag);
    else if (this.#stack.length > 0) this.#closeTable(tag.end);
  }

  ontext(start: number, end: number): void {
    this.#textEnd = end;
    const table = this.#stack.at(-1);
    if (table?.isInCell && this.#unseenFrom === -1)
      table.text(this.#source.slice(start, end), { start, end });
  }

  ontextentity(codePoint: number, end: number): void {
    const span = { start: this.#source.lastIndexOf('&', end - 1), end };
    const character = String.fromCodePoint(codePoint);
    if (span.start < this.#textEnd) span.start = this.#textEnd;
    this.#textEnd = end;
    this.#stack.at(-1)?.text(character, span);
    if (SPACES.test(character)) this.#tags.push({ ...span, breaksLine: 'no' });
    else if (character.length === 1) this.#tags.push({ ...span, breaksLine: 'no', shown: character });
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
    const tag: Tag = { start, end, breaksLine: isInLine ? 'no' : side };
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
    this.#tags.push({ start: from, end: Math.min(end + 1, this.#source.length), breaksLine: 'no' });
  }

  #openTable(start: number): void {
    const outer = this.#stack.at(-1);
    if (outer && !outer.isInCell) this.#closeTable(start);
    this.#stack.at(-1)?.holdTable();
    this.#stack.push(new TableBuilder(start));
    this.#tagsBefore.push(this.#tags.length);
  }

  #closeTable(end: number): void {
    const table = this.#stack.pop()!.finish(end);
    const before = this.#tagsBefore.pop()!;
    if (!table) return;
    this.#tables.push(table);
    // The table is blanked as a whole.
    this.#tags.length = before;
  }
}
