/** Numbers on lines of their own, as a block leaves them that was pasted into one cell of a table. */
import type { LineForm, NumberBlock, TableForm, TableLine, UnlabelledRow } from '../../model/index.ts';
import { looksLikeNumber } from '../../text/number.ts';
import { piecesOf } from './fused.ts';
import type { ReadRow } from './row.ts';

/**
 * Rows of numbers alone beside rows that have a label and nothing else, or in place of such: what these count cannot be
 * told, since the numbers can be theirs.
 *
 * @param lines by the form's order, `undefined` where the text has none
 * @param named rows without a label of which it is known which they are
 */
export function findNumberBlocks(
  rows: readonly ReadRow[],
  lines: readonly (TableLine | undefined)[],
  table: TableForm,
  named: readonly UnlabelledRow[],
): NumberBlock[] {
  if (table.lines[0]!.row === null || !rows.some(hasOnlyNumbers)) return [];
  if (rows.some(({ row }) => row.isApart)) return [];
  const lineAt = new Map(lines.flatMap((line, index) => (line ? [[line.span.start, index]] : [])));
  const known = new Set(named.map(({ span }) => span.start));
  const blocks: NumberBlock[] = [];
  let block: ReadRow[] = [];
  let previous = -1;
  const close = (): void => {
    const isBlock = block.length > 1 || (block[0]?.filled.length ?? 0) > 1;
    const open = isBlock ? openAround(lines, previous, table) : [];
    if (open.length > 0) blocks.push({ rows: block.map(numbersAlone), lines: open });
    block = [];
  };
  for (const row of rows) {
    if (hasOnlyNumbers(row) && !known.has(row.filled[0]!.span.start)) block.push(row);
    else {
      close();
      previous = lineAt.get(row.row.span.start) ?? previous;
    }
  }
  close();
  return blocks;
}

function hasOnlyNumbers({ labels, filled }: ReadRow): boolean {
  return labels.length === 0 && filled.length > 0 && filled.every(({ text }) => looksLikeNumber(text));
}

function numbersAlone({ row, filled }: ReadRow): NumberBlock['rows'][number] {
  return { cells: filled.flatMap(piecesOf), span: row.span };
}

/** The lines of the form right above and below a place that have no number, or are not there. */
function openAround(
  lines: readonly (TableLine | undefined)[],
  previous: number,
  table: TableForm,
): readonly LineForm[] {
  const isOpen = (index: number): boolean => (lines[index]?.numbers.length ?? 0) === 0;
  let first = previous + 1;
  while (first > 0 && isOpen(first - 1)) first--;
  let end = previous + 1;
  while (end < lines.length && isOpen(end)) end++;
  return table.lines.slice(first, end);
}

/** A line whose numbers may be those of a block: which they are is unknown, its places stay. */
export function withUnknownCells(line: TableLine): TableLine {
  return {
    ...line,
    isUnclear: false,
    cells: line.cells.map((cell) => ({ ...cell, state: 'unknown' as const, value: null })),
  };
}
