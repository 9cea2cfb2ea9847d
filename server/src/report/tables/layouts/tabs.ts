/** Tables as tab-separated lines, the way document conversion leaves them. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import { isPageFooter } from '../../text/footer.ts';
import type { Line } from '../../text/lines.ts';
import { trim } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import type { Grid, GridCell, GridRow, Layout } from './grid.ts';

export const tabs: Layout = {
  id: 'tabs',
  isStream: false,
  writeCellBefore: (text) => `${text}\t`,
};

/** Longer lines are prose, not a label or a piece of one. */
const LONGEST_LABEL_LINE = 45;
/** A label broken over lines, a footer and blank lines between two rows. */
const MOST_LINES_BETWEEN_ROWS = 6;
/** A page's number, with a dash on one side or none. */
const PAGE_NUMBER = /^[-—–\s]{0,5}\d{1,4}[-—–\s]{0,5}$/;
const BLOCK_TITLE = /^第?二十条/;

/**
 * Adds the grids of a run of lines. Blank lines and page footers inside a table are passed over; a short line
 * between two rows is a row of one cell (a block title, or a piece of a label).
 */
export function readTabs(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
  grids: Grid[],
): void {
  let rows: GridRow[] = [];
  let between: Line[] = [];
  const close = (): void => {
    if (rows.length > 0) {
      for (const line of trimmedRows(between, vocabulary)) rows.push(readTabRow(text, line));
      grids.push({ rows, layout: tabs });
    }
    rows = [];
    between = [];
  };
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (isPassedOver(line)) continue;
    if (line.text !== '' && line.hasTab) {
      for (const waiting of between) rows.push(readTabRow(text, waiting));
      between = [];
      rows.push(readTabRow(text, line));
    } else if (line.hasTab) {
      if (rows.length > 0) rows.push(readTabRow(text, line));
    } else if (canStandBetweenRows(line, rows.length > 0, between.length)) between.push(line);
    else close();
  }
  close();
}

function isPassedOver({ hasTab, text }: Line): boolean {
  return !hasTab && (text === '' || PAGE_NUMBER.test(text) || isPageFooter(text));
}

/** Of the lines behind a table those that are its last rows, blank, whose tabs were trimmed. */
function trimmedRows(behind: readonly Line[], vocabulary: Vocabulary): readonly Line[] {
  return behind.slice(0, 1 + behind.findLastIndex((line) => isRowLabel(line.text, vocabulary)));
}

function isRowLabel(text: string, vocabulary: Vocabulary): boolean {
  return lookUp(vocabulary, normalize(text)).some(({ kind }) => kind === 'line');
}

function canStandBetweenRows(line: Line, isInside: boolean, waiting: number): boolean {
  if (line.text.length > LONGEST_LABEL_LINE || waiting >= MOST_LINES_BETWEEN_ROWS) return false;
  return isInside || BLOCK_TITLE.test(line.text);
}

const TAB = 9;

/** Reads one line; a line without a tab is a row of one cell. */
function readTabRow(text: string, line: Line): GridRow {
  const cells: GridCell[] = [];
  const { start, end } = line.raw;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text.charCodeAt(at) !== TAB) continue;
    const span = trim(text, from, at);
    cells.push({ text: text.slice(span.start, span.end), span });
    from = at + 1;
  }
  return { cells, span: line.span };
}
