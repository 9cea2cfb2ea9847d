/** Rows in which separators were lost: a label and its first number, or two numbers, stand in one cell. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import type { LineForm, TextEdit } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { parseNumber } from '../../text/number.ts';
import type { GridCell } from '../layouts/grid.ts';
import type { LabelCell, ReadRow } from './row.ts';

/** Numbers, and signs for none, that end a text. */
const NUMBERS_BEHIND = /[\s\d０-９.,，/／—–－-]+$/;
const DIGIT = /[\d０-９]/;
const LONGEST_CELL = 200;

/** Whether a label ends in what may be a number of its row. */
export function endsInNumber({ cell: { text } }: LabelCell): boolean {
  return DIGIT.test(text.at(-1) ?? '') || (/[/／—–－-]$/.test(text) && /\s/.test(text));
}

/**
 * The row as it is with its separators: where numbers and those that stand in one cell with others are together just as
 * many as the line has columns, and no sum speaks against it; `null` where that cannot be told.
 */
export function unfuse(row: ReadRow, line: LineForm, vocabulary: Vocabulary): ReadRow | null {
  const label = row.labels.at(-1)!;
  const cut = cutLabel(label, line, vocabulary);
  const values = row.filled.map(piecesOf);
  const numbers = [...cut.numbers, ...values.flat()];
  if (numbers.length !== line.cells.length || !isProved(row, line, cut, numbers)) return null;
  const cells = row.row.cells.flatMap((cell, index) => {
    if (index === label.index) return [cut.label.cell, ...cut.numbers];
    const at = index > label.index ? row.filled.indexOf(cell) : -1;
    return at === -1 ? [cell] : values[at]!;
  });
  const gaps = [[cut.label.cell, ...cut.numbers], ...values].flatMap((pieces) => gapsOf(pieces, row));
  return {
    ...row,
    row: { ...row.row, cells },
    labels: [...row.labels.slice(0, -1), cut.label],
    filled: numbers,
    separators: gaps,
  };
}

interface CutLabel {
  readonly label: LabelCell;
  readonly numbers: readonly GridCell[];
}

function cutLabel(label: LabelCell, line: LineForm, vocabulary: Vocabulary): CutLabel {
  const whole = { label, numbers: [] };
  const { cell } = label;
  const end = isOnePiece(cell) ? cell.text.search(NUMBERS_BEHIND) : -1;
  if (end <= 0) return whole;
  const own = part(cell, 0, end);
  const normal = normalize(own.text);
  const words = lookUp(vocabulary, normal);
  if (!words.some((word) => word.kind === 'line' && word.line === line)) return whole;
  const numbers = wordsOf(cell, end);
  return numbers.every(isNumber) ? { label: { ...label, cell: own, normal, words }, numbers } : whole;
}

/** The numbers of a cell that holds nothing else; the cell itself where it does. */
export function piecesOf(cell: GridCell): readonly GridCell[] {
  if (!/\s/.test(cell.text) || !isOnePiece(cell)) return [cell];
  const pieces = wordsOf(cell, 0);
  return pieces.every(isNumber) ? pieces : [cell];
}

function isNumber({ text }: GridCell): boolean {
  const { state, value } = parseNumber(text, 'amount');
  return state === 'dash' || value !== null || parseNumber(text, 'signed').value !== null;
}

/** Whether each character of a cell's text has its place in the source. */
function isOnePiece({ text, span, parts }: GridCell): boolean {
  return !parts && text.length === span.end - span.start && text.length <= LONGEST_CELL;
}

function wordsOf(cell: GridCell, from: number): GridCell[] {
  return [...cell.text.slice(from).matchAll(/\S+/g)].map(({ index, 0: { length } }) =>
    part(cell, from + index, from + index + length),
  );
}

function part({ text, span }: GridCell, from: number, to: number): GridCell {
  return { text: text.slice(from, to), span: { start: span.start + from, end: span.start + to } };
}

/** A sum decides; without one no cell may be left over, or the number must stand apart so that it is no note's mark. */
function isProved(row: ReadRow, line: LineForm, cut: CutLabel, numbers: readonly GridCell[]): boolean {
  const sum = sumOf(numbers, line);
  if (sum === true) return true;
  const isOnlyLabel = cut.numbers.length + row.filled.length === numbers.length;
  const behind = row.row.cells.length - cut.label.index - 1;
  const isTight = behind + cut.numbers.length === numbers.length;
  const { text } = cut.label.cell;
  const isApart =
    cut.numbers.length > 0 &&
    (cut.numbers[0]!.span.start > cut.label.cell.span.start + text.length ||
      cut.numbers[0]!.text.length > 1 ||
      cut.numbers[0]!.text === '0');
  if (!isOnlyLabel) return false;
  return sum === null ? isTight || isApart : isTight && isApart;
}

/** Whether the numbers add up to the line's own total; `null` where it has none. */
function sumOf(numbers: readonly GridCell[], { cells, total }: LineForm): boolean | null {
  if (total === null) return null;
  const values = numbers.map(({ text }, index) => {
    const { state, value } = parseNumber(text, cells[index]!.kind);
    return state === 'dash' ? 0 : value;
  });
  if (values.includes(null)) return false;
  const sum = values.reduce<number>((all, value, index) => (index === total ? all : all + value!), 0);
  return sum === values[total];
}

/** What puts separators into the gaps between pieces of one cell. */
function gapsOf(pieces: readonly GridCell[], { layout }: ReadRow): TextEdit[] {
  return pieces.slice(1).map(({ span }, index) => ({
    span: { start: pieces[index]!.span.end, end: span.start },
    newText: layout.writeCellBefore(''),
  }));
}
