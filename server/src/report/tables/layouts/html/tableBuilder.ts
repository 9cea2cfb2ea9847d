/** Collects the cells of one HTML table while a parser walks over it. */
import type { Reach, Span } from '../../../model/index.ts';
import { gapBetween } from '../../../text/number.ts';
import { joinSeen } from '../../../text/unseen.ts';

export interface RawCell {
  readonly text: string;
  readonly span: Span;
  readonly columns: number;
  readonly rows: number;
  readonly reach?: Reach;
}

/** Those of a tag that matter here, by name. */
export type Attributes = Record<string, { readonly text: string; readonly span: Span }>;

export interface RawRow {
  readonly cells: readonly RawCell[];
  /** With its tags. */
  readonly span: Span;
}

export interface RawTable {
  readonly rows: readonly RawRow[];
  /** With its tags. */
  readonly span: Span;
}

/** More than any form has; a number made up by an attribute must not cost memory. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 200;

interface OpenCell {
  text: string;
  /** Where its first word begins; -1 as long as there is none. */
  first: number;
  last: number;
  /** Behind the tags at its beginning: where a value would be written. */
  place: number;
  isPlaceFixed: boolean;
  /** What was added to its text last, and whether a paragraph or line has ended behind that. */
  lastText: string;
  isBroken: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly rowsPlace: Span | undefined;
}

const paragraphs = new Set(['br', 'p', 'div', 'li']);

/** Takes tags and texts as they come; missing closing tags do no harm. */
export class TableBuilder {
  readonly #rows: { cells: RawCell[]; start: number; end: number }[] = [];
  #cell: OpenCell | null = null;
  #holdsTable = false;
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
  }

  get isInCell(): boolean {
    return this.#cell !== null;
  }

  /** A table inside one of its cells: it is there for the look of the page and no table of the report. */
  holdTable(): void {
    this.#holdsTable = true;
  }

  open(name: string, attributes: Readonly<Attributes>, span: Span): void {
    if (name === 'tr') {
      this.#closeCell(span.start);
      this.#rows.push({ cells: [], start: span.start, end: span.end });
    } else if (name === 'td' || name === 'th') {
      this.#closeCell(span.start);
      if (this.#rows.length === 0) this.#rows.push({ cells: [], start: span.start, end: span.end });
      this.#cell = openCell(attributes, span.end);
    } else if (this.#cell) {
      if (paragraphs.has(name)) this.#cell.isBroken = true;
      if (!this.#cell.isPlaceFixed && name !== 'br') this.#cell.place = span.end;
    }
  }

  close(name: string, span: Span): void {
    if (this.#cell) this.#cell.isPlaceFixed = true;
    if (name === 'td' || name === 'th') this.#closeCell(span.end);
    if (name === 'tr') {
      this.#closeCell(span.start);
      const row = this.#rows.at(-1);
      if (row) row.end = Math.max(row.end, span.end);
    }
  }

  /** @param data the characters of a place in the source, or what is shown there */
  text(data: string, span: Span): void {
    const cell = this.#cell;
    if (!cell) return;
    const words = data.trim();
    if (words === '') {
      cell.text += joinSeen(data);
      return;
    }
    // A written-out character ("&amp;") is longer in the source than it is.
    const hasSpaces = words.length < data.length && data.length === span.end - span.start;
    const lead = hasSpaces ? data.length - data.trimStart().length : 0;
    const tail = hasSpaces ? data.length - data.trimEnd().length : 0;
    if (cell.first === -1) cell.first = span.start + lead;
    cell.last = span.end - tail;
    cell.isPlaceFixed = true;
    const shown = joinSeen(data);
    cell.text += cell.isBroken ? gapBetween(cell.lastText, shown) + shown : shown;
    cell.lastText = shown;
    cell.isBroken = false;
  }

  #closeCell(end: number): void {
    const cell = this.#cell;
    if (!cell) return;
    this.#cell = null;
    const row = this.#rows.at(-1)!;
    row.end = Math.max(row.end, end);
    const span =
      cell.first === -1 ? { start: cell.place, end: cell.place } : { start: cell.first, end: cell.last };
    const { columns, rows, rowsPlace } = cell;
    const read = { text: cell.text.trim(), span, columns, rows };
    row.cells.push(rowsPlace && rows > 1 ? { ...read, reach: { rows, place: rowsPlace } } : read);
  }

  /** The table, or `null` if it holds another or nothing. */
  finish(end: number): RawTable | null {
    this.#closeCell(end);
    const rows = this.#rows
      .filter((row) => row.cells.length > 0)
      .map((row) => ({ cells: row.cells, span: { start: row.start, end: row.end } }));
    return this.#holdsTable || rows.length === 0 ? null : { rows, span: { start: this.#start, end } };
  }
}

function openCell({ colspan, rowspan }: Readonly<Attributes>, place: number): OpenCell {
  return {
    text: '',
    first: -1,
    last: -1,
    place,
    isPlaceFixed: false,
    lastText: '',
    isBroken: false,
    ...coverOf(colspan?.text, rowspan?.text),
    rowsPlace: rowspan?.span,
  };
}

/** How many columns and rows a cell covers by its attributes. */
export function coverOf(
  colspan: string | undefined,
  rowspan: string | undefined,
): { readonly columns: number; readonly rows: number } {
  return { columns: countOf(colspan, MOST_COLUMNS), rows: countOf(rowspan, MOST_ROWS) };
}

function countOf(attribute: string | undefined, most: number): number {
  const count = Number.parseInt(attribute ?? '1', 10);
  return count >= 1 ? Math.min(count, most) : 1;
}
