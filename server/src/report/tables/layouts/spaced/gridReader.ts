/** Grid rows out of labels and numbers: each number in its column, where that can be told. */
import type { LineForm, Span, TableForm } from '../../../model/index.ts';
import type { GridCell, GridRow } from '../grid.ts';
import type { Piece } from './line.ts';
import {
  cellsOf,
  centresOf,
  endOf,
  type Ground,
  gatheredCentres,
  type Measure,
  placeNumbers,
} from './spacedColumns.ts';
import { columnOf, type Label, lineOf } from './spacedLabels.ts';
import type { TableLineText } from './spacedPage.ts';
import type { SpacedRow } from './spacedRow.ts';

/** What stands in a table, by its line. */
type Item =
  | { readonly line: number; readonly row: SpacedRow }
  | { readonly line: number; readonly header: Label }
  | { readonly line: number; readonly rest: Piece };

/** Where a row belongs in the form. */
interface Place {
  readonly table: TableForm;
  readonly line: LineForm;
}

/** Reads the rows of one table; the columns' places are worked out for each page and block once. */
export class GridReader {
  readonly #text: string;
  readonly #lines: ReadonlyMap<number, TableLineText>;
  readonly #measure: Measure | null;
  readonly #unlabelled: Place | null;
  readonly #centres = new Map<string, number[] | null>();
  /** By page and block, the numbers of rows that have them all. */
  readonly #whole = new Map<string, (readonly Piece[])[]>();
  /** By page and block, all numbers. */
  readonly #numbers = new Map<string, Piece[]>();
  /** Header words since the last row. */
  #header: Label[] = [];
  #isHeaderOpen = true;

  /**
   * @param measure how the columns are spaced; `null` for text that lost them
   * @param unlabelled the table whose one row has no label
   */
  constructor(
    text: string,
    lines: readonly (TableLineText | null)[],
    measure: Measure | null,
    unlabelled: TableForm | undefined,
  ) {
    this.#text = text;
    this.#lines = new Map(lines.flatMap((line) => (line ? [[line.index, line] as const] : [])));
    this.#measure = measure;
    this.#unlabelled = unlabelled ? { table: unlabelled, line: unlabelled.lines[0]! } : null;
  }

  /** The rows in order: header words one by one, and so every word between them that was not understood. */
  read(headers: readonly Label[], rows: readonly SpacedRow[], isKnown: (piece: Piece) => boolean): GridRow[] {
    if (this.#measure !== null) for (const row of rows) this.#note(row);
    const items = this.#items(headers, rows, isKnown);
    const first = items.findIndex((item) => !('rest' in item));
    const last = items.findLastIndex((item) => !('rest' in item));
    const read = items.slice(first, last + 1).map((item) => this.#readItem(item));
    return read.sort((a, b) => a.span.start - b.span.start);
  }

  #items(headers: readonly Label[], rows: readonly SpacedRow[], isKnown: (piece: Piece) => boolean): Item[] {
    const items: Item[] = [];
    const rests: { line: number; rest: Piece }[] = [];
    for (const header of headers) items.push({ line: header.last, header });
    for (const row of rows) items.push({ line: row.line, row });
    for (const { index, words } of this.#lines.values())
      for (const rest of words) if (!isKnown(rest)) rests.push({ line: index, rest });
    if (rests.length > 0) {
      const taken = new Set(rows.flatMap((row) => [...row.unknown, ...row.numbers]));
      for (const item of rests) if (!taken.has(item.rest)) items.push(item);
    }
    return items.sort((a, b) => a.line - b.line);
  }

  #readItem(item: Item): GridRow {
    if ('rest' in item) return rowOf([toCell(item.rest)]);
    if ('header' in item) {
      if (!this.#isHeaderOpen) this.#header = [];
      this.#isHeaderOpen = true;
      this.#header.push(item.header);
      return rowOf([labelCell(item.header)]);
    }
    this.#isHeaderOpen = false;
    return this.#readRow(item.row);
  }

  #note(row: SpacedRow): void {
    const place = row.label && placeOf(row.label);
    if (!place) return;
    const key = keyOf(row, place);
    const numbers = this.#numbers.get(key);
    if (numbers) for (const number of row.numbers) numbers.push(number);
    else this.#numbers.set(key, [...row.numbers]);
    if (row.numbers.length !== place.line.cells.length) return;
    const whole = this.#whole.get(key);
    if (whole) whole.push(row.numbers);
    else this.#whole.set(key, [row.numbers]);
  }

  #readRow(row: SpacedRow): GridRow {
    const label = row.label ? [labelCell(row.label)] : row.unknown.map(toCell);
    const place = row.label ? placeOf(row.label) : this.#unlabelledPlace(row);
    const numbers = row.numbers.map(toCell);
    const values =
      place &&
      !row.isDoubtful &&
      (numbers.length >= place.line.cells.length ? numbers : this.#withBlanks(row, place));
    return values
      ? { ...rowOf([...label, ...values]), isPlaced: true }
      : { ...rowOf([...label, ...numbers]), hasDroppedBlanks: true };
  }

  #unlabelledPlace({ unknown }: SpacedRow): Place | null {
    const unlabelled = this.#unlabelled;
    const isBelow = this.#header.some(({ words }) => words.every((word) => word.table === unlabelled?.table));
    return unknown.length === 0 && isBelow ? unlabelled : null;
  }

  #withBlanks(row: SpacedRow, place: Place): GridCell[] | null {
    const measure = this.#measure;
    if (measure === null) return null;
    const centres = this.#centresFor(row, place, measure);
    if (!centres && row.numbers.length > 0) return null;
    const empty = place.line.cells.map(() => undefined);
    const placed = centres ? placeNumbers(row.numbers, centres, measure) : empty;
    return placed && cellsOf(placed, centres, this.#groundOf(row, measure), measure);
  }

  #centresFor(row: SpacedRow, place: Place, measure: Measure): number[] | null {
    const key = keyOf(row, place);
    let centres = this.#centres.get(key);
    if (centres === undefined) {
      const columns = this.#whole.get(key) ?? this.#headerOf(row, place);
      centres = columns
        ? centresOf(columns, measure)
        : gatheredCentres(this.#numbers.get(key) ?? [], place.line.cells.length, measure);
      this.#centres.set(key, centres);
    }
    return centres;
  }

  /** The header's words as a row of their own, if there is one for every column, in order, on the row's page. */
  #headerOf(row: SpacedRow, { table, line }: Place): (readonly Piece[])[] | null {
    const found = this.#header
      .filter((label) => label.page === row.page && columnOf(label, table))
      .sort((a, b) => a.pieces[0]!.from - b.pieces[0]!.from);
    const { columns } = table.blocks[line.block]!;
    const isWhole =
      found.length === columns.length &&
      found.every((label, index) => columnOf(label, table)!.some(({ id }) => id === columns[index]!.id));
    return isWhole ? [found.map((label) => label.pieces[0]!)] : null;
  }

  /** The line that blank cells of a row stand on. */
  #groundOf(row: SpacedRow, measure: Measure): Ground {
    const { words, numbers } = this.#lines.get(row.line)!;
    const last = numbers.at(-1) ?? words.at(-1)!;
    return {
      start: last.span.start - last.from,
      end: last.span.end,
      width: endOf(last, measure),
      text: this.#text,
    };
  }
}

function placeOf(label: Label): Place | null {
  const line = lineOf(label);
  const word = label.words.find((candidate) => candidate.kind === 'line');
  return line && word ? { table: word.table, line } : null;
}

function keyOf({ page }: SpacedRow, { table, line }: Place): string {
  return `${page} ${table.id} ${line.block}`;
}

function toCell({ text, span }: Piece): GridCell {
  return { text, span };
}

function labelCell({ text, pieces }: Label): GridCell {
  const [first] = pieces as readonly [Piece];
  if (pieces.length === 1) return toCell(first);
  const parts = pieces.map((piece) => piece.span);
  return { text, span: { start: first.span.start, end: parts.at(-1)!.end }, parts };
}

function rowOf(cells: readonly GridCell[]): { cells: readonly GridCell[]; span: Span } {
  const start = Math.min(...cells.map((cell) => cell.span.start));
  const end = Math.max(...cells.map((cell) => cell.span.end));
  return { cells, span: { start, end } };
}
