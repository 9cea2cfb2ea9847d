/** Tables as tab-separated lines, the way document conversion leaves them. */
import type { Line } from '../source/lines.ts';
import { trim } from '../source/lines.ts';
import type { GridCell, GridRow, Layout } from './grid.ts';

export const tabs: Layout = {
  id: 'tabs',
  writeRow: (cells) => cells.join('\t'),
  writeCellBefore: (text) => `${text}\t`,
};

/** Reads one line; a line without a tab is a row of one cell. */
export function readTabRow(text: string, line: Line): GridRow {
  const cells: GridCell[] = [];
  const { start, end } = line.raw;
  for (let from = start; from <= end; ) {
    let to = text.indexOf('\t', from);
    if (to === -1 || to > end) to = end;
    const span = trim(text, from, to);
    cells.push({ span, text: text.slice(span.start, span.end) });
    from = to + 1;
  }
  return { cells, span: line.span };
}
