/** Writes tables as the text of a PDF has them: with its layout, or raw. */
import { isLineRow, packed, type Renderer, valuesFrom } from './layouts.ts';

interface AlignedStyle {
  /** Whether columns are counted with two for a Chinese character. */
  readonly isWide: boolean;
  /** After so many rows there is a page number, and the columns stand elsewhere. */
  readonly rowsOfPage: number;
  /** How many characters of a header's word stand on a line. */
  readonly longestHead?: number;
  /** Beside which line of a broken label its numbers stand. */
  readonly beside?: 'first' | 'middle' | 'last';
  /** Without blank lines between rows, and page numbers without dashes. */
  readonly isDense?: boolean;
}

/** Where the columns of a table begin, by how many it has: stub columns first. */
const STUBS: Readonly<Record<number, readonly number[]>> = {
  4: [0],
  9: [0, 14, 26],
  10: [0, 14, 26],
  15: [],
};
const FIRST_VALUE: Readonly<Record<number, number>> = { 4: 24, 9: 56, 10: 56, 15: 0 };
const COLUMN = 12;
const SHIFT = 5;

/** Columns held apart by spaces; labels broken in their column, numbers beside the middle of them. */
export function alignedText(style: AlignedStyle): Renderer {
  const { isWide, rowsOfPage, longestHead = 16, beside = 'middle', isDense = false } = style;
  const widthOf = (text: string): number =>
    [...text].reduce((sum, c) => sum + (isWide && c > '\u2e80' ? 2 : 1), 0);
  return (rows) => {
    const width = Math.max(...rows.map((row) => row.length));
    const stubs = STUBS[width]!;
    const beginOf = (column: number): number =>
      stubs[column] ?? FIRST_VALUE[width]! + (column - stubs.length) * COLUMN;
    const written: string[] = [];
    let shift = 0;
    rows.forEach((row, index) => {
      if (index > 0 && index % rowsOfPage === 0) {
        if (isDense) written.push(`${' '.repeat(40)}${index}`, '\f');
        else written.push('', `${' '.repeat(40)}- ${index} -`, '\f');
        shift = SHIFT - shift;
      }
      const from = isLineRow(row) ? valuesFrom(row) : row.length;
      const cells = row.flatMap((text, column) => {
        if (text === '') return [];
        const isNumber = column >= from;
        const next = row.findIndex((other, at) => at > column && other !== '');
        const room = beginOf(next === -1 ? width : isNumber ? column + 1 : next) - beginOf(column) - 4;
        const size = Math.max(2, Math.floor(room / (isWide ? 2 : 1)));
        const isHead = column >= stubs.length;
        const lead = isNumber ? Math.floor((COLUMN - text.length) / 2) : 1;
        return [
          {
            at: beginOf(column) + lead + shift,
            pieces: isNumber ? [text] : pieces(text, Math.min(size, isHead ? longestHead : 16)),
            isNumber,
          },
        ];
      });
      const height = Math.max(...cells.filter((cell) => !cell.isNumber).map((cell) => cell.pieces.length), 1);
      const own = cells.findLast((cell) => !cell.isNumber)?.pieces.length ?? 1;
      const besides = { first: 0, middle: own >> 1, last: own - 1 }[beside];
      for (let line = 0; line < height; line++) {
        let text = '';
        for (const cell of cells) {
          const piece = cell.isNumber ? (line === besides ? cell.pieces[0] : undefined) : cell.pieces[line];
          if (piece) text += ' '.repeat(cell.at - widthOf(text)) + piece;
        }
        written.push(text);
      }
      if (!isDense) written.push('');
    });
    return written.join('\n');
  };
}

interface RawStyle {
  readonly rowsOfPage: number;
  readonly longestLabel: number;
  /** Numbers stand between the lines of a broken label, and page numbers without dashes. */
  readonly isMixed?: boolean;
}

/** A row a line, single spaces between; a label that is too long over several lines, its numbers on the next. */
export function rawText({ rowsOfPage, longestLabel, isMixed = false }: RawStyle): Renderer {
  return (rows) =>
    rows
      .flatMap((row, index) => {
        const cells = packed(row, isLineRow(row)).filter((cell) => cell !== '');
        const values = isLineRow(row) ? row.slice(valuesFrom(row)).filter((cell) => cell !== '') : [];
        const labels = cells.slice(0, cells.length - values.length);
        const words = labels.flatMap((word) => pieces(word, longestLabel));
        const isBroken = words.length > labels.length;
        const whole = [[...words, ...values].join(' ')];
        const mixed = [...words.slice(0, -1), values.join(' '), ...words.slice(-1)];
        const broken = isMixed ? mixed : [...words, values.join(' ')];
        const lines = isBroken ? broken : whole;
        const number = isMixed ? `${index}\n\f` : `\f- ${index} -`;
        const footer = index > 0 && index % rowsOfPage === 0 ? [number] : [];
        return [...footer, ...lines.filter((line) => line !== '')];
      })
      .join('\n');
}

function pieces(text: string, size: number): string[] {
  const all: string[] = [];
  for (let at = 0; at < text.length; at += size) all.push(text.slice(at, at + size));
  return all;
}
