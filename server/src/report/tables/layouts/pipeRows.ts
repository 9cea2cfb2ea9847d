/** Tables between pipes with a row a line, as Markdown has them. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import type { Line } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import type { GridCell, GridRow } from './grid.ts';
import { type PipeCell, splitCells } from './pipeCells.ts';

/** How most rows of a run are written. */
interface Style {
  readonly opens: boolean;
  readonly closes: boolean;
  /** Without spaces beside the pipes, so that nothing between two of them is a blank cell like any other. */
  readonly isTight: boolean;
}

interface PipeRow extends GridRow {
  /** Cells that were nothing but pipes are left out at its end. */
  readonly isFilledUp: boolean;
}

const LONGEST_PIECE = 45;
const MOST_LINES_OF_ROW = 6;
const SEPARATOR = /^[|:\-\s]+$/;
/** A cell of the line below a Markdown table's header; a dash alone may stand for a number. */
export const RULE = /^(?::-+:?|-+:|-{2,})$/;
const THIN_RULE = /^[-—–]{1,3}$/;

/** Reads each line as a row; a row that is not closed goes on in the next line where rows are closed. */
export function readPipeRows(lines: readonly Line[], text: string, vocabulary: Vocabulary): GridRow[] {
  const style = styleOf(lines);
  const rows: PipeRow[] = [];
  for (const [at, group] of [...groupLines(lines, style, vocabulary)].entries()) {
    const { text: first } = group[0]!;
    if (isSeparator(first) || (at === 1 && style.opens && isThinSeparator(first))) continue;
    const row = readRow(group, text, style);
    if (row) rows.push(row);
  }
  if (!isPacked(rows, vocabulary)) return rows;
  const header = wordsOf(rows);
  return rows.map((row) => settle(row, header, vocabulary));
}

function styleOf(lines: readonly Line[]): Style {
  const rows = lines.map((line) => line.text).filter((text) => text.includes('|'));
  const most = (test: (text: string) => boolean): boolean => rows.filter(test).length * 2 > rows.length;
  return {
    opens: most((text) => text.startsWith('|')),
    closes: most((text) => text.endsWith('|')),
    isTight: most((text) => !/\s\||\|\s/.test(text)),
  };
}

function* groupLines(lines: readonly Line[], style: Style, vocabulary: Vocabulary): Iterable<Line[]> {
  let open: Line[] = [];
  for (const line of lines) {
    if (line.text === '' || (!line.text.includes('|') && line.text.length > LONGEST_PIECE)) {
      yield* apart(open, vocabulary);
      open = [];
      continue;
    }
    const beginsNew = style.opens && line.text.startsWith('|') && open.length > 0;
    if (beginsNew || open.length >= MOST_LINES_OF_ROW) {
      yield* apart(open, vocabulary);
      open = [];
    }
    open.push(line);
    const isWhole = style.closes ? line.text.endsWith('|') : true;
    const isAlone = !line.text.includes('|') && open.length === 1;
    if (isWhole || (isAlone && style.opens)) {
      yield* apart(open, vocabulary);
      open = [];
    }
  }
  yield* apart(open, vocabulary);
}

/** Lines without a pipe in front of a row are the beginning of its first cell only where they begin a word of the form. */
function* apart(lines: Line[], vocabulary: Vocabulary): Iterable<Line[]> {
  if (lines.length === 0) return;
  const first = lines.findIndex(({ text }) => text.includes('|'));
  let from = 0;
  while (from < first && !isWord(lines.slice(from, first + 1), vocabulary)) yield [lines[from++]!];
  yield from === 0 ? lines : lines.slice(from);
}

/** Whether lines up to the first pipe in them are a word of the form, or begin one. */
function isWord(lines: readonly Line[], vocabulary: Vocabulary): boolean {
  const text = lines.map((line) => line.text).join('');
  const normal = normalize(text.slice(0, text.indexOf('|')));
  return vocabulary.beginnings.has(normal) || lookUp(vocabulary, normal).length > 0;
}

function isSeparator(text: string): boolean {
  if (!SEPARATOR.test(text) || !text.includes('-')) return false;
  return text.split('|').every((piece) => piece.trim() === '' || RULE.test(piece.trim()));
}

/** | - | - | below the first row; further down a dash may stand for a number. */
function isThinSeparator(text: string): boolean {
  return text
    .split('|')
    .slice(1, -1)
    .every((piece) => THIN_RULE.test(piece.trim()));
}

function readRow(lines: readonly Line[], text: string, style: Style): PipeRow | null {
  const cells = splitCells(text, lines);
  if (style.opens && cells.length > 1 && cells[0]!.text === '') cells.shift();
  if (cells.at(-1)!.text === '' && cells.length > 1 && !cells.at(-1)!.isClosed) cells.pop();
  const written = cells.length;
  while (!style.isTight && cells.length > 1 && cells.at(-1)!.isTight) cells.pop();
  const span = { start: lines[0]!.span.start, end: lines.at(-1)!.span.end };
  if (cells.length === 1 && cells[0]!.text === '') return null;
  return { cells: cells.map(toGridCell), span, isFilledUp: cells.length < written };
}

function toGridCell({ text, span }: PipeCell): GridCell {
  return { text, span };
}

/** Whether merged cells were left out in front and rows filled up behind: the header's columns begin at once. */
function isPacked(rows: readonly GridRow[], vocabulary: Vocabulary): boolean {
  return rows.some(({ cells }) => {
    const kinds = cells.slice(0, 2).map((cell) => kindOf(cell.text, vocabulary));
    return kinds[0] === 'column' && cells[0]!.text !== '' && cells.length > 2;
  });
}

function kindOf(text: string, vocabulary: Vocabulary): string | undefined {
  return lookUp(vocabulary, normalize(text))[0]?.kind;
}

/**
 * Cuts a packed row after as many cells as the form has columns, where nothing but blanks follows. Where cells
 * were dropped, or the header lost a column, a row with blanks does not say which number is which.
 */
function settle(row: PipeRow, header: ReadonlySet<string>, vocabulary: Vocabulary): GridRow {
  const label = row.cells.findLastIndex(
    (cell) => cell.text !== '' && kindOf(cell.text, vocabulary) === 'line',
  );
  if (label === -1) return row;
  const word = lookUp(vocabulary, normalize(row.cells[label]!.text))[0]!;
  if (word.kind !== 'line') return row;
  const end = label + 1 + word.line.cells.length;
  if (row.cells.slice(end).some((cell) => cell.text !== '')) return row;
  const cells = row.cells.slice(0, end);
  const { columns } = word.table.blocks[word.line.block]!;
  const isWhole = columns.every((column) => header.has(normalize(column.label)));
  const hasBlanks = cells.slice(label + 1).some((cell) => cell.text === '');
  const hasDroppedBlanks = cells.length < end ? row.isFilledUp : hasBlanks && !isWhole;
  return { ...row, cells, hasDroppedBlanks };
}

function wordsOf(rows: readonly GridRow[]): Set<string> {
  return new Set(rows.flatMap((row) => row.cells.map((cell) => normalize(cell.text))));
}
