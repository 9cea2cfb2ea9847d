/**
 * Which lines make a table, and which of its columns hold numbers. From the text alone: what the numbers mean is not known here.
 * Pure: no VS Code.
 */
import type { Cell, Row } from './row.ts';

/** Neighbouring lines with the same delimiters. */
export interface Table {
  /** The line of its first row. */
  readonly line: number;
  readonly rows: readonly Row[];
}

/** What a table's columns are for. */
export interface Columns {
  /** How many columns at the left hold labels. */
  readonly stub: number;
  readonly count: number;
}

/** A header has at most so many rows. */
const longestHeader = 3;

/** What has more is no table for people. */
const mostColumns = 100;

/** Rows below each other. */
export function findTables(rows: readonly (Row | null)[]): Table[] {
  const tables: Table[] = [];
  for (let line = 0; line < rows.length; ) {
    const first = rows[line];
    let end = line + 1;
    while (first && rows[end]?.kind === first.kind) end++;
    if (end - line > 1) tables.push({ line, rows: rows.slice(line, end).filter((row) => row !== null) });
    line = end;
  }
  return tables;
}

/**
 * The columns of a table; `null` where none is for numbers: indented prose, an address list.
 *
 * Labels end where, from a column on, words stand in the header only: in the first rows, or in few rows among many.
 */
export function readColumns(rows: readonly Row[]): Columns | null {
  const plain = rows.filter(({ isRule }) => !isRule);
  const count = Math.max(...plain.map(({ cells }) => cells.length), 0);
  if (count > mostColumns) return null;
  const words = plain.map(({ cells }) => cells.findLastIndex(({ kind }) => kind === 'text'));
  for (let stub = 0; stub < count; stub++) {
    if (wordsAreHeader(words, stub) && hasPlaceForNumbers(plain, stub)) return { stub, count };
  }
  return null;
}

/** @param words by row: the last column with words in it, -1 where there is none */
function wordsAreHeader(words: readonly number[], stub: number): boolean {
  const wordy = words.filter((last) => last >= stub).length;
  const lowest = words.findLastIndex((last) => last >= stub);
  return wordy * 2 < words.length || (lowest < longestHeader && lowest < words.length - 1);
}

function hasPlaceForNumbers(rows: readonly Row[], stub: number): boolean {
  return rows.some((row) => !isHeader(row, stub) && row.cells.length > stub);
}

/** Whether a row says what the columns are: words where numbers belong, and no number. */
export function isHeader({ cells, isRule }: Row, stub: number): boolean {
  if (isRule) return false;
  const values = cells.slice(stub);
  return values.some(isOf('text')) && !values.some(isOf('number'));
}

export function isOf(kind: Cell['kind']): (cell: Cell) => boolean {
  return (cell) => cell.kind === kind;
}
