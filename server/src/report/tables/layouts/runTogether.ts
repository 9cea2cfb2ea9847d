/**
 * Tables whose rows all stand on one line, run together with tabs or spaces, as some copies of web pages are. The form's
 * labels alone tell where a row begins.
 */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import { isPageFooter } from '../../text/footer.ts';
import { type Line, trim } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import type { Grid, GridCell, Layout } from './grid.ts';
import { isNumberCell, RowGrouper, toGridRow } from './stream.ts';

/** A shorter line has no room for several rows, and one of fewer pieces may be one row of fifteen numbers. */
const SHORTEST = 60;
const FEWEST_PIECES = 16;
const LONGEST_CELL = 60;
/** So many labels on one line, each with a number behind it, are rows. */
const FEWEST_ROWS = 2;
/** So many labels of columns and a number on one line are a table whose one row has no label. */
const FEWEST_COLUMNS = 2;
const MOST_PIECES_OF_LABEL = 4;
/** Held apart from its label: 1. 属于国家秘密 */
const ORDINAL = /^(?:\d{1,2}[.、．)]|[（(][一二三四五六七][)）]|[一二三四]、)$/;

type Separator = '\t' | ' ';
/** What stands for each. */
const MARKS: Readonly<Record<Separator, string>> = { '\t': '\t', ' ': ' \u00a0\u3000' };

function runTogether(separator: Separator): Layout {
  return { id: 'lines', isStream: true, writeCellBefore: (text) => text + separator };
}

/** Reads lines of which one holds several rows; `null` where none does, or where some may be rows or prose. */
export function readRunTogether(
  text: string,
  lines: readonly Line[],
  separator: Separator,
  vocabulary: Vocabulary,
): Grid | null {
  const isTable = (line: Line): boolean =>
    hasManyPieces(line, separator) && holdsTable(contentsOf(text, line, separator, vocabulary));
  if (!lines.some(isTable)) return null;
  const grouper = new RowGrouper(vocabulary, false);
  for (const line of lines) {
    if (isPageFooter(line.text) || isNumberCell(line.text)) continue;
    const contents = contentsOf(text, line, separator, vocabulary);
    if (separator === '\t' || contents.unknown === 0 || holdsTable(contents))
      for (const cell of contents.cells) addTo(grouper, cell);
    else if (contents.rows === 0) grouper.interrupt();
    else return null;
  }
  const rows = grouper.finish();
  return {
    // With too many numbers one may be broken in two, or belong to a row that lost its label.
    rows: rows.map((row) => toGridRow(row, row.values, row.values.length !== row.wanted)),
    layout: runTogether(separator),
  };
}

function addTo(grouper: RowGrouper, cell: GridCell): void {
  if (cell.text.length > LONGEST_CELL) grouper.interrupt();
  else grouper.add({ ...cell, end: cell.span.end, gap: [], isPadding: false });
}

/** Most lines have few gaps and need not be looked at character by character. */
function hasManyPieces({ text }: Line, separator: Separator): boolean {
  if (text.length < SHORTEST || !hasManyGaps(text, separator)) return false;
  let pieces = 0;
  let isInside = false;
  for (let at = 0; at < text.length && pieces < FEWEST_PIECES; at++) {
    const isPart = !isSeparator(text[at]!, separator);
    if (isPart && !isInside) pieces++;
    isInside = isPart;
  }
  return pieces === FEWEST_PIECES;
}

function hasManyGaps(text: string, separator: Separator): boolean {
  let gaps = 0;
  for (const mark of MARKS[separator]) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1))
      if (++gaps === FEWEST_PIECES - 1) return true;
  }
  return false;
}

interface Contents {
  readonly cells: readonly GridCell[];
  /** Labels of rows with a number behind them. */
  readonly rows: number;
  readonly columns: number;
  readonly numbers: number;
  /** Words that are none of the form's. */
  readonly unknown: number;
}

/** Prose has words around each of its numbers. */
function holdsTable({ rows, columns, numbers, unknown }: Contents): boolean {
  return (rows >= FEWEST_ROWS || columns >= FEWEST_COLUMNS) && unknown < numbers;
}

function contentsOf(text: string, line: Line, separator: Separator, vocabulary: Vocabulary): Contents {
  const cells = [...cellsOf(text, line, separator)];
  let [rows, columns, numbers, unknown] = [0, 0, 0, 0];
  let label: string[] = [];
  for (const cell of cells) {
    if (isNumberCell(cell.text)) {
      numbers++;
      if (isRowLabel(label, vocabulary)) rows++;
      label = [];
    } else {
      label.push(cell.text);
      const word = lookUp(vocabulary, normalize(cell.text))[0];
      if (!word) unknown++;
      else if (word.kind === 'column') columns++;
    }
  }
  return { cells, rows, columns, numbers, unknown };
}

/** Whether words in front of a number, or the last of them, are the label of a row. */
function isRowLabel(words: readonly string[], vocabulary: Vocabulary): boolean {
  return words
    .slice(-MOST_PIECES_OF_LABEL)
    .some((_, at, last) =>
      lookUp(vocabulary, normalize(last.slice(at).join(''))).some(({ kind }) => kind === 'line'),
    );
}

/** What stands between the separators of a line; an ordinal goes with what is behind it. */
function* cellsOf(text: string, { raw }: Line, separator: Separator): Generator<GridCell> {
  let from = raw.start;
  let isInside = false;
  for (let at = raw.start; at <= raw.end; at++) {
    const wasInside = isInside;
    isInside = at < raw.end && !isSeparator(text[at]!, separator);
    if (isInside || !wasInside) continue;
    const span = trim(text, from, at);
    const cell = { text: text.slice(span.start, span.end), span };
    if (separator === ' ' && ORDINAL.test(cell.text)) continue;
    if (cell.text !== '') yield cell;
    from = at;
  }
}

function isSeparator(mark: string, separator: Separator): boolean {
  return MARKS[separator].includes(mark);
}
