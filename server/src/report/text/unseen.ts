/** What a text holds and the published page does not show: comments, code, what is struck out or hidden. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Span } from './span.ts';

/**
 * Stands in the place of a character that is not shown. It counts as white space, yet what stands on both sides
 * of it belongs together: 1<b>2</b> is 12.
 */
export const UNSEEN = '\ufeff';

/** A text without what is not shown, as long as before, and where that stood, in order. */
export interface Seen {
  readonly text: string;
  readonly unseen: readonly Span[];
}

/** Blanks what is not shown; lines stay lines. Linear. */
export function withoutUnseen(text: string): Seen {
  const unseen: Span[] = [];
  let seen = text;
  for (const find of [commentsOf, fencesOf, hiddenElementsOf]) {
    const found = find(seen);
    seen = blank(seen, found);
    for (const span of found) unseen.push(span);
  }
  return { text: seen, unseen: merged(unseen) };
}

/** Without the places of characters that are not shown. */
export function joinSeen(text: string): string {
  return text.includes(UNSEEN) ? text.replaceAll(UNSEEN, '') : text;
}

/** As many placeholders as a stretch has characters; its line breaks stay. */
export function unseenFor(stretch: string): string {
  return stretch.replace(/[^\r\n]/g, UNSEEN);
}

function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), unseenFor(text.slice(start, end)));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** Spans in order, none inside or across another. */
function merged(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

const OPENING = '<!--';
const CLOSING = '-->';

/** Closed comments; one that is not closed yet hides nothing but its mark, so that typing one hides no report. */
function commentsOf(text: string): Span[] {
  const found: Span[] = [];
  const last = text.lastIndexOf(CLOSING);
  for (let start = text.indexOf(OPENING); start !== -1; ) {
    const from = start + OPENING.length;
    const end = from > last ? -1 : text.indexOf(CLOSING, from);
    const span = { start, end: end === -1 ? start + OPENING.length : end + CLOSING.length };
    found.push(span);
    start = text.indexOf(OPENING, span.end);
  }
  return found;
}

const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})[^`\r\n]{0,100}$/gm;

/** Blocks of code between fences, unless all of the text is such a block. */
function fencesOf(text: string): Span[] {
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const found: Span[] = [];
  let open: { readonly start: number; readonly mark: string } | null = null;
  for (const { index, 0: line, 1: mark } of text.matchAll(FENCE)) {
    if (open === null) open = { start: index, mark: mark! };
    else if (mark!.startsWith(open.mark) && line.trim() === mark) {
      found.push({ start: open.start, end: index + line.length });
      open = null;
    }
  }
  const first = text.search(/\S/);
  const last = text.trimEnd().length;
  return found.filter(({ start, end }) => start > first || end < last);
}

/** Elements that are no part of what their page says. */
const unsaid = new Set('del s strike template rt rp'.split(' '));
const HIDING =
  /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|mso-hide\s{0,3}:\s{0,3}all)/i;
const MAY_HIDE =
  /<(?:del|s|strike|template|rt|rp)[\s>]|<[^<>]{1,2000}(?:hidden|display|visibility|mso-hide)/i;
/** A cell, row, item or paragraph ends where the next begins. */
const closedByNext = new Set('td th tr li p'.split(' '));
const cells = new Set(['td', 'th', 'tr', 'table']);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Elements that are struck out or hidden; one that is never closed is not. */
function hiddenElementsOf(text: string): Span[] {
  if (!MAY_HIDE.test(text)) return [];
  const reader = new HiddenReader(text);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return merged(reader.found);
}

interface OpenElement {
  readonly start: number;
  /** Elements of its name that are open, itself included. */
  depth: number;
}

/** Follows hidden elements by their names, each for itself: a stack of all open ones would cost quadratic time. */
class HiddenReader implements TokenizerCallbacks {
  readonly found: Span[] = [];
  readonly #source: string;
  readonly #open = new Map<string, OpenElement>();
  #name = '';
  #start = 0;
  #attribute = '';
  #isHidden = false;

  constructor(source: string) {
    this.#source = source;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#isHidden = unsaid.has(this.#name);
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    if (this.#attribute === 'hidden') this.#isHidden = true;
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === 'style' && HIDING.test(this.#source.slice(start, end))) this.#isHidden = true;
  }

  onopentagend(): void {
    const name = this.#name;
    if (cells.has(name)) this.#endCell(this.#start);
    const open = this.#open.get(name);
    if (open && closedByNext.has(name)) this.#close(name, open, this.#start);
    else if (open) open.depth++;
    if (this.#isHidden && !this.#open.has(name) && !empty.has(name))
      this.#open.set(name, { start: this.#start, depth: 1 });
  }

  onselfclosingtag(): void {}

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (cells.has(name)) this.#endCell(start - 2);
    const open = this.#open.get(name);
    if (!open || --open.depth > 0) return;
    const bracket = this.#source.indexOf('>', end);
    this.#close(name, open, bracket === -1 ? this.#source.length : bracket + 1);
  }

  /** What is struck out in a cell ends with it. */
  #endCell(at: number): void {
    for (const name of unsaid) {
      const open = this.#open.get(name);
      if (open && name !== 'template') this.#close(name, open, at);
    }
  }

  #close(name: string, { start }: OpenElement, end: number): void {
    this.found.push({ start, end });
    this.#open.delete(name);
  }

  onattribend(): void {}
  onattribentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}
