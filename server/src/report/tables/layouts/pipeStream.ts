/** Tables between pipes with a cell or less a line: rows are found by the labels of the form. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import type { ColumnForm } from '../../model/index.ts';
import { isPageFooter } from '../../text/footer.ts';
import type { Line } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import type { GridCell, GridRow } from './grid.ts';
import { type PipeCell, splitCells } from './pipeCells.ts';
import { RowGrouper, toGridRow } from './stream.ts';
import type { StreamCell, StreamRow } from './streamRow.ts';

const LONGEST_CELL = 60;

/** Reads the cells of all lines in order, and rows from them. */
export function readPipeStream(lines: readonly Line[], text: string, vocabulary: Vocabulary): GridRow[] {
  const grouper = new RowGrouper(vocabulary, true);
  for (const part of withoutProse(lines)) {
    const cells = splitCells(text, part);
    cells.forEach((cell, index) => {
      if (cell.isClosed || cell.text !== '') grouper.add(toStreamCell(cell, cells, index));
    });
    grouper.interrupt();
  }
  const written = grouper.finish().filter((row) => row.labels.length + row.values.length > 0);
  const habits = habitsOf(written);
  const header = headerOf(written, vocabulary);
  return written.filter(hasText).map((row) => settle(row, habits, hasWholeHeader(row, header, vocabulary)));
}

/** The columns that words between the pipes name. */
function headerOf(rows: readonly StreamRow[], vocabulary: Vocabulary): ReadonlySet<ColumnForm> {
  const named = new Set<ColumnForm>();
  for (const { labels } of rows)
    for (const { text } of labels)
      for (const word of lookUp(vocabulary, normalize(text)))
        if (word.kind === 'column') for (const column of word.columns) named.add(column);
  return named;
}

/** Whether each column of a row is named; where one is not, the row may have lost its cell, too. */
function hasWholeHeader(
  { labels }: StreamRow,
  header: ReadonlySet<ColumnForm>,
  vocabulary: Vocabulary,
): boolean {
  const label = labels.at(-1);
  const word = label && lookUp(vocabulary, normalize(label.text)).find(({ kind }) => kind === 'line');
  if (word?.kind !== 'line') return true;
  return word.table.blocks[word.line.block]!.columns.every((column) => header.has(column));
}

/** Runs of lines with a paragraph, which is no cell, between them; without the footers of pages. */
function* withoutProse(lines: readonly Line[]): Iterable<Line[]> {
  let part: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (isPageFooter(line.text) && !lines[index + 1]?.text.startsWith('|')) continue;
    if (line.text.length <= LONGEST_CELL || line.text.includes('|')) part.push(line);
    else {
      if (part.length > 0) yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}

/** Of a run of pipes none is a cell of its own for sure. */
function toStreamCell(cell: PipeCell, cells: readonly PipeCell[], index: number): StreamCell {
  const isPadding = cell.text === '' && (cell.isTight || cells[index + 1]?.isTight === true);
  return { text: cell.text, span: cell.span, end: cell.end, gap: [], isPadding };
}

/** What the rows that leave no doubt say of the others. */
interface Habits {
  /** Some row has a blank in front of a number: blanks are kept in their places. */
  readonly keepsBlanks: boolean;
  /** Some complete row has blanks in front of its first number: they stand for merged cells. */
  readonly indents: boolean;
}

function habitsOf(rows: readonly StreamRow[]): Habits {
  let keepsBlanks = false;
  let indents = false;
  for (const { values, wanted, labels } of rows) {
    if (wanted === null || labels.length === 0) continue;
    const filled = values.filter((value) => value.text !== '').length;
    if (filled === wanted && values[0]!.text === '') indents = true;
    else if (filled > 0 && filled < wanted && hasInnerBlank(values)) keepsBlanks = true;
  }
  return { keepsBlanks, indents };
}

function hasInnerBlank(values: readonly GridCell[]): boolean {
  const last = values.findLastIndex((value) => value.text !== '');
  return values.slice(0, last).some((value) => value.text === '');
}

function hasText(row: StreamRow): boolean {
  return row.labels.length > 0 || row.values.some((value) => value.text !== '');
}

/** The row's numbers in their columns where its blanks leave no choice, else its numbers only. */
function settle(row: StreamRow, habits: Habits, hasHeader: boolean): GridRow {
  const { wanted, values } = row;
  const filled = values.filter((value) => value.text !== '');
  if (wanted === null) return toGridRow(row, filled, true);
  if (filled.length >= wanted) return toGridRow(row, filled, false);
  if (filled.length === 0 && values.length >= wanted) return toGridRow(row, values.slice(0, wanted), false);
  const own = ownCells(values);
  const isPlaced = hasHeader && !habits.indents && (hasInnerBlank(own) || habits.keepsBlanks);
  const fits = own.length >= wanted && own.slice(wanted).every((value) => value.text === '');
  return isPlaced && fits ? toGridRow(row, own.slice(0, wanted), false) : toGridRow(row, filled, true);
}

/** Without the padding at the end. */
function ownCells(values: readonly StreamCell[]): readonly StreamCell[] {
  const last = values.findLastIndex((value) => !value.isPadding);
  return values.slice(0, last + 1);
}
