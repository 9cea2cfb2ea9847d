/** The elements of a page that matter to its text, with the places of their characters in the source. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Span } from '../../report/model/index.ts';
import { FormatError } from '../error.ts';
import type { AccountKind } from '../model.ts';
import { type Attributes, blocks, listItems, scopes, tableParts, unseenElements, voids } from './elements.ts';
import { HidingStyles } from './hiding.ts';

/** Characters as they are shown; as long as their source, or one that the source writes as an entity. */
export interface Run {
  readonly kind: 'run';
  readonly text: string;
  /** `null` for what the browser puts there: a list's number. */
  readonly source: Span | null;
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Attributes;
  readonly parent: Element | null;
  readonly children: Node[];
  /** What an account calls it, if a reader of the page does not see what stands in it. */
  readonly unseen: AccountKind | null;
  /** Whether there is any text among what is not seen. */
  hidesText: boolean;
  /** Where a value would be written if it has no text: behind the tags at its beginning. */
  valuePlace: number;
}

export type Node = Run | Element | { readonly kind: 'break' | 'picture' };

/** A page's content, and the text of its `<title>`. */
export interface Tree {
  readonly body: Element;
  readonly title: readonly Run[];
}

const MOST_DEPTH = 512;
/** Far more than any page has; what is made of so many tags that they cost memory is no page. */
const MOST_RUNS = 400_000;

const wanted = new Set([
  'aria-hidden',
  'class',
  'colspan',
  'hidden',
  'id',
  'open',
  'role',
  'rowspan',
  'start',
  'style',
  'type',
  'value',
]);
/** Nothing but their attributes makes them matter; their tags are looked at all the same. */
const special = new Set(['sup', 'title']);

/**
 * Reads a page, closed properly or not. Linear; nothing is executed or fetched.
 *
 * @throws FormatError for a page nested too deep, or of too many pieces
 */
export function readTree(source: string): Tree {
  const builder = new TreeBuilder(source);
  // The tokenizer, not the parser: what closes what in a table is decided here as browsers do, in linear time.
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return { body: builder.body, title: builder.title };
}

interface OpenElement {
  readonly element: Element;
  /** Whether only tags have come since it began. */
  isBlank: boolean;
  /** How many elements of its name are open in it that have no node of their own. */
  nested: number;
}

class TreeBuilder implements TokenizerCallbacks {
  readonly body = elementOf('body', {}, null, 0, null);
  readonly title: Run[] = [];
  readonly #source: string;
  readonly #styles = new HidingStyles();
  readonly #stack: OpenElement[] = [{ element: this.body, isBlank: true, nested: 0 }];
  /** How many elements of a name are open. */
  readonly #open = new Map<string, number>();
  /** The outermost of the open elements of which nothing is seen, and how many of them are open. */
  #unseenRoot: Element | null = null;
  #unseen = 0;
  #sheet = '';
  #runs = 0;
  #name = '';
  #attribute = '';
  #attributes: Record<string, string> = {};
  #textEnd = 0;

  constructor(source: string) {
    this.#source = source;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    if (wanted.has(this.#attribute)) this.#attributes[this.#attribute] ??= '';
  }

  onattribdata(start: number, end: number): void {
    if (wanted.has(this.#attribute)) this.#attributes[this.#attribute] += this.#source.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (wanted.has(this.#attribute)) this.#attributes[this.#attribute] += String.fromCodePoint(codePoint);
  }

  onopentagend(end: number): void {
    const name = this.#name;
    if (name === 'br' || name === 'hr') this.#add({ kind: 'break' });
    else if (name === 'img') this.#add({ kind: 'picture' });
    else if (!voids.has(name)) this.#openElement(name, end + 1);
  }

  /** <p/> opens a paragraph, as in browsers. */
  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (name === 'br') this.#add({ kind: 'break' });
    else this.#closeElement(name);
  }

  ontext(start: number, end: number): void {
    this.#textEnd = end;
    if (this.#top.name === 'style') this.#sheet += this.#source.slice(start, end);
    else this.#addRun(this.#source.slice(start, end), { start, end });
  }

  ontextentity(codePoint: number, end: number): void {
    const start = Math.max(this.#source.lastIndexOf('&', end - 1), this.#textEnd);
    this.#textEnd = end;
    this.#addRun(String.fromCodePoint(codePoint), { start, end });
  }

  onattribend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  get #top(): Element {
    return this.#stack.at(-1)!.element;
  }

  #addRun(text: string, source: Span): void {
    const run: Run = { kind: 'run', text, source };
    if (this.#unseenRoot) this.#unseenRoot.hidesText ||= text.trim() !== '';
    else if (this.#top.name === 'title') this.title.push(run);
    else this.#add(run);
  }

  #add(node: Node): void {
    if (this.#unseen > 0) return;
    if (++this.#runs > MOST_RUNS) throw new FormatError('tooLarge', { most: String(MOST_RUNS) });
    const top = this.#stack.at(-1)!;
    top.isBlank &&= node.kind === 'run' && /^[ \t\r\n\f]*$/.test(node.text);
    top.element.children.push(node);
  }

  #openElement(name: string, contentStart: number): void {
    const unseen = unseenElements[name] ?? this.#styles.unseen(name, this.#attributes);
    const isOrdinary = !blocks.has(name) && !special.has(name) && unseen === null;
    if (isOrdinary) this.#passInline(name, contentStart);
    else if (this.#makeRoom(name, contentStart))
      this.#push(elementOf(name, this.#attributes, this.#top, contentStart, unseen));
  }

  /** Ends what an element ends by its beginning; false if it cannot stand here. */
  #makeRoom(name: string, contentStart: number): boolean {
    if (tableParts.has(name)) return this.#makeRoomInTable(name, contentStart);
    if (blocks.has(name)) this.#endOpen(name);
    if (name === 'table') this.#endTable();
    return true;
  }

  #push(element: Element): void {
    if (this.#stack.length >= MOST_DEPTH) throw new FormatError('tooDeep', { most: MOST_DEPTH });
    this.#add(element);
    this.#stack.push({ element, isBlank: true, nested: 0 });
    this.#open.set(element.name, (this.#open.get(element.name) ?? 0) + 1);
    if (element.unseen !== null && this.#unseen++ === 0) this.#unseenRoot = element;
  }

  #passInline(name: string, contentStart: number): void {
    const top = this.#stack.at(-1)!;
    if (top.isBlank) top.element.valuePlace = contentStart;
    if (!this.#open.get(name)) return;
    const at = this.#find(name, scopes);
    if (at !== -1) this.#stack[at]!.nested++;
  }

  /** Where the innermost open element of a name is on the stack; -1 for none on this side of a scope's border. */
  #find(name: string, borders: ReadonlySet<string>): number {
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const { element } = this.#stack[at]!;
      if (element.name === name) return at;
      if (borders.has(element.name)) return -1;
    }
    return -1;
  }

  #closeElement(name: string): void {
    this.#stack.at(-1)!.isBlank = false;
    if (!this.#open.get(name)) return;
    const at = this.#find(name, name === 'table' || tableParts.has(name) ? onlyTable : scopes);
    if (at === -1) return;
    if (name === 'style') {
      this.#styles.read(this.#sheet);
      this.#sheet = '';
    }
    const open = this.#stack[at]!;
    if (open.nested > 0) open.nested--;
    else this.#popTo(at);
  }

  /** What a block ends without saying so: a paragraph, the item before it. */
  #endOpen(name: string): void {
    if (this.#open.get('p')) this.#popTo(this.#find('p', scopes));
    const item = listItems[name];
    if (!item) return;
    for (const ended of item.ends) {
      if (this.#open.get(ended)) this.#popTo(this.#find(ended, new Set([...scopes, ...item.within])));
    }
  }

  /** A table between the rows of another is the next one. */
  #endTable(): void {
    const inside = this.#stack.findLast(({ element: { name } }) => name === 'table' || tableParts.has(name));
    if (inside && !cells.has(inside.element.name))
      this.#popTo(this.#stack.findLastIndex(({ element }) => element.name === 'table'));
  }

  /** Ends what is open where a part of a table begins; false for a part outside of tables. */
  #makeRoomInTable(name: string, contentStart: number): boolean {
    if (!this.#open.get('table')) return false;
    const holders = holdersOf[name] ?? onlyTable;
    this.#popTo(1 + this.#stack.findLastIndex(({ element }) => holders.has(element.name)));
    const needsRow = holders === rowHolders && this.#top.name !== 'tr';
    if (needsRow) this.#push(elementOf('tr', {}, this.#top, contentStart, null));
    return true;
  }

  #popTo(at: number): void {
    if (at <= 0) return;
    while (this.#stack.length > at) {
      const { element } = this.#stack.pop()!;
      this.#open.set(element.name, this.#open.get(element.name)! - 1);
      if (element.unseen !== null && --this.#unseen === 0) this.#unseenRoot = null;
    }
  }
}

const onlyTable = new Set(['table']);
const groupHolders = new Set(['table', 'tbody', 'tfoot', 'thead']);
const rowHolders = new Set([...groupHolders, 'tr']);
const holdersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  td: rowHolders,
  th: rowHolders,
  tr: groupHolders,
};
const cells = new Set(['caption', 'td', 'th']);

function elementOf(
  name: string,
  attributes: Attributes,
  parent: Element | null,
  contentStart: number,
  unseen: AccountKind | null,
): Element {
  return {
    kind: 'element',
    name,
    attributes,
    parent,
    children: [],
    unseen,
    hidesText: false,
    valuePlace: contentStart,
  };
}
