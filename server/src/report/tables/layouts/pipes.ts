/** Tables with cells between `|`: Markdown, and what is left of a web page's table when it is copied. */
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Line } from '../../text/lines.ts';
import type { Grid, Layout } from './grid.ts';
import { readPipeRows } from './pipeRows.ts';
import { readPipeStream } from './pipeStream.ts';

const pipes: Layout = {
  id: 'pipes',
  isStream: false,
  writeCellBefore: (text) => `${text} | `,
};

const pipeStream: Layout = { ...pipes, isStream: true };

/** Whether a line is written with pipes: one at its end, or a cell on either side. */
export function isPipeLine(line: Pick<Line, 'text' | 'hasTab'>): boolean {
  if (!line.text.includes('|')) return false;
  return !line.hasTab || line.text.startsWith('|') || line.text.endsWith('|');
}

/** Reads a run of lines that has pipes: row by row where most lines are rows, else cell by cell. */
export function readPipes(lines: readonly Line[], text: string, vocabulary: Vocabulary): Grid[] {
  const grid: Grid = isRowPerLine(lines)
    ? { rows: readPipeRows(lines, text, vocabulary), layout: pipes }
    : { rows: readPipeStream(lines, text, vocabulary), layout: pipeStream };
  return grid.rows.length > 0 ? [grid] : [];
}

function isRowPerLine(lines: readonly Line[]): boolean {
  let rows = 0;
  let cells = 0;
  for (const { text } of lines) {
    const pieces = text.split('|');
    if (pieces.length === 1) continue;
    const filled = pieces.filter((piece) => piece.trim() !== '').length;
    if (filled > 1) rows++;
    else if (pieces.length === 2) cells++;
  }
  return rows > 0 && rows >= cells;
}
