/** Tables with one cell a line, with or without blank lines between, the way a web page's text is copied. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import { isPageFooter } from '../../text/footer.ts';
import type { Line } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import type { Grid, GridCell, GridRow, Layout } from './grid.ts';
import { RowGrouper, toGridRow } from './stream.ts';
import type { StreamRow } from './streamRow.ts';

const LONGEST_CELL = 60;

function cellLines(separator: string): Layout {
  return {
    id: 'lines',
    isStream: true,
    writeCellBefore: (text) => text + separator,
  };
}

/** Reads lines as one grid; what is no cell is passed over. */
export function readCellLines(lines: readonly Line[], vocabulary: Vocabulary): Grid {
  const grouper = new RowGrouper(vocabulary, false);
  const gaps = new Map<number, number>();
  let gap: number[] = [];
  for (const line of lines) {
    if (line.text === '') {
      gap.push(line.raw.start);
      continue;
    }
    if (isPageFooter(line.text)) continue;
    if (line.text.length > LONGEST_CELL && !isWord(line.text, vocabulary)) grouper.interrupt();
    else grouper.add({ text: line.text, span: line.span, end: line.span.end, gap, isPadding: false });
    gaps.set(gap.length, (gaps.get(gap.length) ?? 0) + 1);
    gap = [];
  }
  const usual = mostFrequent(gaps);
  return {
    rows: grouper.finish().map((row) => settle(row, usual)),
    layout: cellLines('\n'.repeat(usual + 1)),
  };
}

/** A label with a long note behind it is no prose. */
function isWord(text: string, vocabulary: Vocabulary): boolean {
  return lookUp(vocabulary, normalize(text)).length > 0;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function settle(row: StreamRow, usualGap: number): GridRow {
  const { wanted, values } = row;
  if (wanted === null) return toGridRow(row, values, true);
  if (values.length >= wanted) return toGridRow(row, values, false);
  const whole = withBlankLines(row, wanted, usualGap);
  return whole ? toGridRow(row, whole, false) : toGridRow(row, values, true);
}

/**
 * The values with a blank cell for each further blank line, or for each pair of them, if that makes exactly as
 * many cells as the form has; else `null`.
 */
function withBlankLines(row: StreamRow, wanted: number, usualGap: number): GridCell[] | null {
  for (const lines of new Set([1, usualGap + 1])) {
    const cells = fill(row, usualGap, lines);
    if (cells?.length === wanted) return cells;
  }
  return null;
}

function fill(row: StreamRow, usualGap: number, linesOfCell: number): GridCell[] | null {
  const cells: GridCell[] = [];
  const addBlanks = (gap: readonly number[]): boolean => {
    const count = Math.max(0, gap.length - usualGap) / linesOfCell;
    if (!Number.isInteger(count)) return false;
    for (let i = 0; i < count; i++) {
      const at = gap[usualGap + i * linesOfCell]!;
      cells.push({ text: '', span: { start: at, end: at } });
    }
    return true;
  };
  for (const [index, value] of row.values.entries()) {
    const isFirst = index === 0 && row.labels.length === 0;
    if (!isFirst && !addBlanks(value.gap)) return null;
    cells.push(value);
  }
  return row.gapBehind === null || addBlanks(row.gapBehind) ? cells : null;
}
