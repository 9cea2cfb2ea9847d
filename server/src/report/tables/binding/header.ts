/** The header of a table: which columns it names, and where they stand. */
import { lookUp, type Vocabulary, type Word } from '../../form/vocabulary.ts';
import type { ColumnForm, HeaderLabel, Span, TableForm } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import type { GridCell } from '../layouts/grid.ts';
import type { Candidate } from './labels.ts';
import type { LabelCell, ReadRow } from './row.ts';

export interface Header {
  readonly labels: readonly HeaderLabel[];
  readonly missing: readonly { readonly block: number; readonly column: ColumnForm; readonly span: Span }[];
  readonly unknown: readonly HeaderLabel[];
  /** By block: the cell index of each column of the form, -1 for a column the header does not name; `null`
   * where the header's cells are out of step with the form's order and so tell nothing. */
  readonly positions: readonly (readonly number[] | null)[];
  /** Every cell that names a column, in order. */
  readonly names: readonly Found[];
}

interface Found {
  readonly block: number;
  readonly column: string;
  readonly index: number;
}

/** Collects what the rows say that are no lines of the table. */
class HeaderReader {
  readonly labels: HeaderLabel[] = [];
  readonly unknown: HeaderLabel[] = [];
  readonly columns: Found[] = [];
  /** By block: where its header row is, if it has one. */
  readonly begun: (Span | undefined)[] = [];
  #block = 0;
  /** Words by cell index that may be the upper half of a label broken over rows. */
  #halves = new Map<number, { text: string; cells: GridCell[] }>();
  readonly #table: TableForm;
  readonly #vocabulary: Vocabulary;

  constructor(table: TableForm, vocabulary: Vocabulary) {
    this.#table = table;
    this.#vocabulary = vocabulary;
  }

  readRow(row: ReadRow): void {
    for (const label of row.labels) {
      const word = this.#wordOf(label.words);
      if (word) this.#readWord(word, label.cell, label.index, row.row.span);
      else this.#readHalf(label, row.row.span);
    }
  }

  #wordOf(words: readonly Word[]): Word | undefined {
    for (const word of words) if (word.table === this.#table) return word;
    return undefined;
  }

  #readWord(word: Word, cell: GridCell, index: number, row: Span): void {
    if (word.kind === 'title') {
      this.flushHalves();
      this.#block = word.block;
      this.#label('title', cell, null);
    } else if (word.kind === 'column') this.#readColumn(cell, index, word.columns, row);
    else if (word.kind === 'caption') {
      this.begun[this.#block] ??= row;
      this.#label('group', cell, null);
    }
  }

  #readColumn(cell: GridCell, index: number, columns: readonly ColumnForm[], row: Span): void {
    this.begun[this.#block] ??= row;
    const own = this.#table.blocks[this.#block]!.columns.find((column) => columns.includes(column));
    const id = own?.id ?? columns[0]!.id;
    this.columns.push({ block: this.#block, column: id, index });
    this.#label('column', cell, id);
  }

  #readHalf(label: LabelCell, row: Span): void {
    const half = this.#halves.get(label.index);
    const text = (half?.text ?? '') + label.normal;
    const word = this.#wordOf(lookUp(this.#vocabulary, text));
    if (word && word.kind !== 'line') {
      this.#halves.delete(label.index);
      this.#readWord(word, label.cell, label.index, row);
    } else {
      const cells = half?.cells ?? [];
      cells.push(label.cell);
      this.#halves.set(label.index, { text, cells });
    }
  }

  /** Words that came to nothing are unknown labels. */
  flushHalves(): void {
    for (const cell of [...this.#halves.values()].flatMap(({ cells }) => cells)) {
      this.unknown.push({
        text: cell.text,
        span: cell.span,
        kind: 'column',
        block: this.#block,
        column: null,
      });
    }
    this.#halves.clear();
  }

  #label(kind: HeaderLabel['kind'], cell: GridCell, column: string | null): void {
    this.labels.push({ text: cell.text, span: cell.span, kind, block: this.#block, column });
  }
}

/**
 * Reads the header rows of a table: all rows that are no lines of it and no rests of labels.
 *
 * @param lines what may be lines of it, in order: a header ends where the next of them begins
 */
export function readHeader(
  rows: readonly ReadRow[],
  lines: readonly Candidate[],
  table: TableForm,
  vocabulary: Vocabulary,
): Header {
  const reader = new HeaderReader(table, vocabulary);
  for (const row of rows) reader.readRow(row);
  reader.flushHalves();
  const places = table.blocks.map(({ columns }, block) => placesOf(columns, block, reader.columns));
  const missing = table.blocks.flatMap(({ columns }, block) => {
    const absent = missingColumns(columns, block, places[block]!, reader.begun[block]);
    return absent.length > 0 && isUnderstood(reader, absent, lines) ? absent : none;
  });
  return {
    labels: reader.labels,
    missing,
    // A header that names every column may well carry other words: a unit, a note, a continued label.
    unknown: reader.unknown.filter((label) => isInHeader(label, missing)),
    positions: places.map((own) => (own && isAscending(own) ? own : null)),
    names: reader.columns,
  };
}

const none: Header['missing'] = [];
const SHORTEST_PIECE = 2;

/**
 * Whether a header can be said to lack columns: not where a piece of their labels stands in it, or one that has run
 * together with other words, nor, in a layout where a word may be cut anywhere, any word that came to nothing.
 */
function isUnderstood(
  { unknown }: HeaderReader,
  missing: Header['missing'],
  lines: readonly Candidate[],
): boolean {
  const { block, span } = missing[0]!;
  const next = lines.find(({ row }) => row.row.span.start > span.start);
  const end = next?.row.row.span.start ?? Number.POSITIVE_INFINITY;
  const isStream = lines.some(({ row }) => row.layout.isStream);
  return !unknown.some((word) => {
    if (word.block !== block || word.span.start > end) return false;
    const piece = normalize(word.text);
    return (
      isStream ||
      (piece.length >= SHORTEST_PIECE &&
        missing.some(({ column }) => isWithinEither(normalize(column.label), piece)))
    );
  });
}

/** Whether a word can stand for one of the missing columns: not above its block's header, as a heading of the table does. */
function isInHeader({ block, span }: HeaderLabel, missing: Header['missing']): boolean {
  return missing.some((column) => column.block === block && column.span.start <= span.start);
}

/** Whether a word is a piece of a label, or has run together with it. */
function isWithinEither(label: string, word: string): boolean {
  return label.includes(word) || word.includes(label);
}

/** By column of a block: where the header names it, each of its words taken once, else -1; `null` without any words. */
function placesOf(columns: readonly ColumnForm[], block: number, all: readonly Found[]): number[] | null {
  const words: (Found | null)[] = all.filter((found) => found.block === block);
  if (words.length === 0) return null;
  let first = 0;
  return columns.map(({ id }) => {
    while (words[first] === null) first++;
    let at = first;
    while (at < words.length && words[at]?.column !== id) at++;
    if (at === words.length) return -1;
    const { index } = words[at]!;
    words[at] = null;
    return index;
  });
}

/** @param span where the block's header is; without one it cannot be said to lack any */
function missingColumns(
  columns: readonly ColumnForm[],
  block: number,
  places: readonly number[] | null,
  span: Span | undefined,
): Header['missing'] {
  if (!span || places?.includes(-1) === false) return none;
  const missing = places ? columns.filter((_, index) => places[index] === -1) : columns;
  return missing.map((column) => ({ block, column, span }));
}

/** Whether the columns that have a place stand in the form's order. */
function isAscending(places: readonly number[]): boolean {
  let last = -1;
  for (const place of places) {
    if (place === -1) continue;
    if (place <= last) return false;
    last = place;
  }
  return true;
}
