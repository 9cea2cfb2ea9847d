/**
 * Rows out of cells that come one after the other, where nothing but the form tells where a row begins: a label
 * that the form knows, and behind it as many numbers as the form has columns.
 */

import { lookUp, type Vocabulary, type Word } from '../../form/vocabulary.ts';
import type { LineForm } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { looksLikeNumber } from '../../text/number.ts';
import { readApart } from './apart.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { StreamCell, StreamRow } from './streamRow.ts';

/** A narrow column breaks the longest label into so many. */
const MOST_PIECES = 14;
/** A row of fewer numbers can as well have one too many. */
export const FEWEST_OF_ROW = 3;
export const LONGEST_NUMBER = 24;
const CHINESE_WORDS = /[\u4e00-\u9fff]{3}/;

/** Whether a cell's text is a number, or something written in the place of one, and no label. */
export function isNumberCell(text: string): boolean {
  return text.length <= LONGEST_NUMBER && looksLikeNumber(text) && !CHINESE_WORDS.test(text);
}

/** Groups cells into rows. */
export class RowGrouper {
  readonly #rows: StreamRow[] = [];
  #row: StreamRow | null = null;
  #lastWord: Word['kind'] | null = null;
  readonly #vocabulary: Vocabulary;
  readonly #hasClosedCells: boolean;

  /** @param hasClosedCells whether the layout marks each cell's end, so that any text behind a label is a value */
  constructor(vocabulary: Vocabulary, hasClosedCells: boolean) {
    this.#vocabulary = vocabulary;
    this.#hasClosedCells = hasClosedCells;
  }

  add(cell: StreamCell): void {
    if (cell.text === '') {
      this.#row?.values.push(cell);
      return;
    }
    const word = this.#wordOf(cell.text);
    if (word) this.#addWord(word, cell);
    else if (isNumberCell(cell.text)) this.#addNumber(cell);
    else if (this.#takesText()) this.#row!.values.push(cell);
    else this.#addUnknown(cell);
  }

  /** Something that is no cell, such as prose. */
  interrupt(): void {
    this.#row = null;
    this.#lastWord = null;
  }

  /** The rows in order; where one has the numbers of several, the others lost their labels. */
  finish(): StreamRow[] {
    return readApart(this.#rows).flatMap((row) => {
      const { labels, wanted, gapBehind } = row;
      const parts = wanted === null || wanted < FEWEST_OF_ROW ? [] : cutInRows(row.values, wanted);
      if (parts.length < 2) return row;
      return parts.map((values, at) => ({
        ...row,
        labels: at === 0 ? labels : [],
        values,
        gapBehind: parts[at + 1]?.[0]?.gap ?? gapBehind,
      }));
    });
  }

  #wordOf(text: string): Word | undefined {
    return lookUp(this.#vocabulary, normalize(text))[0];
  }

  #addWord(word: Word, cell: StreamCell): void {
    const goesOn =
      this.#lastWord === 'group' &&
      this.#row?.values.length === 0 &&
      (word.kind === 'group' || word.kind === 'line');
    if (goesOn) this.#reopen(word, cell);
    else this.#begin([cell], lineOf(word), cell.gap);
    this.#lastWord = word.kind;
  }

  #reopen(word: Word, cell: StreamCell): void {
    const { labels } = this.#row!;
    this.#rows.pop();
    const behind = this.#rows.at(-1)?.gapBehind ?? null;
    this.#begin([...labels, cell], lineOf(word), behind);
  }

  /** @param gap the blank lines in front, where what follows leaves no doubt that they belong to the table */
  #begin(labels: StreamCell[], line: LineForm | null, gap: StreamCell['gap'] | null): void {
    const previous = this.#rows.at(-1);
    if (previous) previous.gapBehind = gap;
    const wanted = line?.cells.length ?? null;
    this.#row = { labels, line, wanted, values: [], gapBehind: null };
    this.#rows.push(this.#row);
  }

  #addNumber(cell: StreamCell): void {
    const isHeader =
      this.#lastWord === 'column' || this.#lastWord === 'caption' || this.#lastWord === 'title';
    if (!this.#row || isHeader) {
      this.#begin([], isHeader ? unlabelledLine(this.#vocabulary) : null, cell.gap);
      this.#lastWord = 'line';
    }
    this.#row!.values.push(cell);
  }

  #takesText(): boolean {
    if (!this.#hasClosedCells || this.#lastWord !== 'line' || !this.#row || this.#row.wanted === null)
      return false;
    return this.#row.labels.length > 0 && this.#row.values.length < this.#row.wanted;
  }

  #addUnknown(cell: StreamCell): void {
    if (this.#joinPieces(cell)) return;
    this.#begin([cell], null, null);
    this.#lastWord = null;
  }

  /** A label broken over lines: the cells before, joined to this one, are a word of the form. */
  #joinPieces(cell: StreamCell): boolean {
    let text = cell.text;
    for (let count = 1; count < MOST_PIECES && count <= this.#rows.length; count++) {
      const before = this.#rows.at(-count)!;
      if (before.values.length > 0 || before.labels.length !== 1) return false;
      const [first] = before.labels;
      text = first!.text + text;
      const mayBegin = this.#vocabulary.beginnings.has(normalize(first!.text));
      const word = mayBegin ? this.#wordOf(text) : undefined;
      if (!word) continue;
      this.#rows.length -= count;
      this.#row = this.#rows.at(-1) ?? null;
      this.#addWord(word, {
        ...cell,
        gap: first!.gap,
        text,
        span: { start: first!.span.start, end: cell.span.end },
      });
      return true;
    }
    return false;
  }
}

function lineOf(word: Word): LineForm | null {
  return word.kind === 'line' ? word.line : null;
}

function unlabelledLine(vocabulary: Vocabulary): LineForm | null {
  return vocabulary.form.tables.map((table) => table.lines[0]!).find((line) => line.row === null) ?? null;
}

/** Numbers in runs of as many as a row has, blank cells between the runs left out; empty if they do not come out even. */
function cutInRows(values: readonly StreamCell[], wanted: number): StreamCell[][] {
  const runs: StreamCell[][] = [];
  let run: StreamCell[] = [];
  for (const value of values) {
    const isBetween = run.length === 0 || run.length === wanted;
    if (value.text === '' && isBetween) continue;
    if (value.text === '') return [];
    if (run.length === wanted) run = [];
    if (run.length === 0) runs.push(run);
    run.push(value);
  }
  return run.length === wanted ? runs : [];
}

/** A grid row of labels and values. */
export function toGridRow(row: StreamRow, values: readonly GridCell[], hasDroppedBlanks: boolean): GridRow {
  const cells: GridCell[] = [...row.labels, ...values];
  const written = [...row.labels, ...row.values].filter((cell) => cell.text !== '');
  const span = { start: written[0]!.span.start, end: written.at(-1)!.end };
  const { isApart } = row;
  return { cells, span, ...(hasDroppedBlanks ? { hasDroppedBlanks } : {}), ...(isApart ? { isApart } : {}) };
}
