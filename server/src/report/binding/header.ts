/** The header of a table: which columns it names, and where they stand. */
import { lookUp, type Vocabulary, type Word } from '../form/vocabulary.ts';
import type { GridCell } from '../layout/grid.ts';
import type { ColumnForm, HeaderLabel, Span, TableForm } from '../model.ts';
import { normalize } from '../source/normal.ts';
import type { LabelCell, ReadRow } from './rows.ts';

export interface Header {
  readonly labels: readonly HeaderLabel[];
  readonly missing: readonly { readonly block: number; readonly column: ColumnForm; readonly span: Span }[];
  readonly unknown: readonly HeaderLabel[];
  /** By block: the cell index of each column of the form, -1 for a column the header does not name; `null`
   * where the header's cells are out of step with the form's order and so tell nothing. */
  readonly positions: readonly (readonly number[] | null)[];
}

interface Found {
  readonly block: number;
  readonly column: string;
  readonly index: number;
  readonly span: Span;
}

/** Collects what the rows say that are no lines of the table. */
class HeaderReader {
  readonly labels: HeaderLabel[] = [];
  readonly unknown: HeaderLabel[] = [];
  readonly columns: Found[] = [];
  /** Blocks with a header row at all, and where it begins. */
  readonly begun = new Map<number, Span>();
  private block = 0;
  /** Words by cell index that may be the upper half of a label broken over rows. */
  private halves = new Map<number, { text: string; cell: GridCell }>();
  private readonly table: TableForm;
  private readonly vocabulary: Vocabulary;

  constructor(table: TableForm, vocabulary: Vocabulary) {
    this.table = table;
    this.vocabulary = vocabulary;
  }

  readRow(row: ReadRow): void {
    for (const label of row.labels) {
      const word = label.words.find((candidate) => candidate.table === this.table);
      if (word) this.readWord(word, label.cell, label.index, row.row.span);
      else this.readHalf(label, row.row.span);
    }
  }

  private readWord(word: Word, cell: GridCell, index: number, row: Span): void {
    if (word.kind === 'title') {
      this.flushHalves();
      this.block = word.block;
      this.label('title', cell, null);
    } else if (word.kind === 'column') this.readColumn(cell, index, word.columns, row);
    else if (word.kind === 'caption') {
      if (!this.begun.has(this.block)) this.begun.set(this.block, row);
      this.label('group', cell, null);
    }
  }

  private readColumn(cell: GridCell, index: number, columns: readonly ColumnForm[], row: Span): void {
    if (!this.begun.has(this.block)) this.begun.set(this.block, row);
    const own = this.table.blocks[this.block]!.columns.find((column) => columns.includes(column));
    const id = own?.id ?? columns[0]!.id;
    this.columns.push({ block: this.block, column: id, index, span: cell.span });
    this.label('column', cell, id);
  }

  private readHalf(label: LabelCell, row: Span): void {
    const half = this.halves.get(label.index);
    const text = (half?.text ?? '') + label.normal;
    const word = lookUp(this.vocabulary, text).find((candidate) => candidate.table === this.table);
    if (word && word.kind !== 'line') {
      this.halves.delete(label.index);
      this.readWord(word, label.cell, label.index, row);
    } else {
      this.halves.set(label.index, { text, cell: label.cell });
    }
  }

  /** Words that came to nothing are unknown labels. */
  flushHalves(): void {
    for (const { cell } of this.halves.values()) {
      this.unknown.push({
        text: cell.text,
        span: cell.span,
        kind: 'column',
        block: this.block,
        column: null,
      });
    }
    this.halves.clear();
  }

  private label(kind: HeaderLabel['kind'], cell: GridCell, column: string | null): void {
    this.labels.push({ text: cell.text, span: cell.span, kind, block: this.block, column });
  }
}

/**
 * Reads the header rows of a table: all rows that are no lines of it and no rests of labels.
 *
 * @param lines the rows that may be lines of it, in order: a header ends where the next of them begins
 */
export function readHeader(
  rows: readonly ReadRow[],
  lines: readonly ReadRow[],
  table: TableForm,
  vocabulary: Vocabulary,
): Header {
  const reader = new HeaderReader(table, vocabulary);
  for (const row of rows) reader.readRow(row);
  reader.flushHalves();
  const missing = table.blocks.flatMap((block, index) => {
    const columns = missingColumns(reader, block.columns, index);
    return columns.length > 0 && isUnderstood(reader, columns, lines) ? columns : [];
  });
  return {
    labels: reader.labels,
    missing,
    // A header that names every column may well carry other words: a unit, a note, a continued label.
    unknown: missing.length > 0 ? reader.unknown : [],
    positions: table.blocks.map((block, index) => positionsOf(reader, block.columns, index)),
  };
}

const SHORTEST_PIECE = 2;

/**
 * Whether a header can be said to lack columns: not where a piece of their labels stands in it, nor, in a layout
 * where a word may be cut anywhere, any word that came to nothing.
 */
function isUnderstood(
  { begun, unknown }: HeaderReader,
  missing: Header['missing'],
  lines: readonly ReadRow[],
): boolean {
  const { block, span } = missing[0]!;
  const end =
    lines.find(({ row }) => row.span.start > span.start)?.row.span.start ?? Number.POSITIVE_INFINITY;
  const isStream = lines.some(({ layout }) => layout.isStream);
  return !unknown.some((word) => {
    if (word.block !== block || !begun.has(block) || word.span.start > end) return false;
    const piece = normalize(word.text);
    return (
      isStream ||
      (piece.length >= SHORTEST_PIECE &&
        missing.some(({ column }) => normalize(column.label).includes(piece)))
    );
  });
}

function missingColumns(
  reader: HeaderReader,
  columns: readonly ColumnForm[],
  block: number,
): Header['missing'][number][] {
  const span = reader.begun.get(block);
  if (!span) return [];
  const counts = new Map<string, number>();
  for (const found of reader.columns)
    if (found.block === block) counts.set(found.column, (counts.get(found.column) ?? 0) + 1);
  const missing: Header['missing'][number][] = [];
  for (const column of columns) {
    const left = counts.get(column.id) ?? 0;
    if (left === 0) missing.push({ block, column, span });
    else counts.set(column.id, left - 1);
  }
  return missing;
}

function positionsOf(
  reader: HeaderReader,
  columns: readonly ColumnForm[],
  block: number,
): readonly number[] | null {
  const found = reader.columns.filter((candidate) => candidate.block === block);
  if (found.length === 0) return null;
  const used = new Set<Found>();
  const positions = columns.map((column) => {
    const match = found.find((candidate) => candidate.column === column.id && !used.has(candidate));
    if (match) used.add(match);
    return match?.index ?? -1;
  });
  let last = -1;
  for (const position of positions) {
    if (position === -1) continue;
    if (position <= last) return null;
    last = position;
  }
  return positions;
}
