/** Finds the tables of a text, whatever layout they are written in, as grids. */
import type { Line } from '../source/lines.ts';
import type { Grid, GridRow } from './grid.ts';
import { readTabRow, tabs } from './tabs.ts';

/** Longer lines are prose, not a label or a piece of one. */
const LONGEST_LABEL_LINE = 45;
/** A label broken over lines, a footer and blank lines between two rows. */
const MOST_LINES_BETWEEN_ROWS = 6;
const PAGE_FOOTER = /^[-—–\s]{0,5}\d{1,4}[-—–\s]{0,5}$/;
const BLOCK_TITLE = /^第?二十条/;

/**
 * The grids of a text in order. Blank lines and page footers inside a table are passed over; a short line
 * between two rows is a row of one cell (a block title, or a piece of a label).
 *
 * @param isBoundary whether a line ends a table whatever stands on it: a heading
 */
export function readGrids(text: string, lines: readonly Line[], isBoundary: (line: Line) => boolean): Grid[] {
  const grids: Grid[] = [];
  let rows: GridRow[] = [];
  let between: Line[] = [];
  const close = (): void => {
    if (rows.length > 0) grids.push({ rows, layout: tabs });
    rows = [];
    between = [];
  };
  for (const line of lines) {
    if (line.hasTab && line.span.end > line.span.start) {
      for (const waiting of between) rows.push(readTabRow(text, waiting));
      between = [];
      rows.push(readTabRow(text, line));
    } else if (isBoundary(line)) {
      close();
    } else if (line.text === '' && !line.hasTab) {
    } else if (line.hasTab) {
      if (rows.length > 0) rows.push(readTabRow(text, line));
    } else if (PAGE_FOOTER.test(line.text)) {
    } else if (canStandBetweenRows(line, rows.length > 0, between.length)) {
      between.push(line);
    } else {
      close();
    }
  }
  close();
  return grids;
}

function canStandBetweenRows(line: Line, isInside: boolean, waiting: number): boolean {
  if (line.text.length > LONGEST_LABEL_LINE || waiting >= MOST_LINES_BETWEEN_ROWS) return false;
  return isInside || BLOCK_TITLE.test(line.text);
}
