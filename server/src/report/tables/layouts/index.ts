/** Finds the tables of a text, whatever layout they are written in, as grids. */
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Line } from '../../text/lines.ts';
import { firstPlace } from '../../text/search.ts';
import { joinSeen, UNSEEN } from '../../text/unseen.ts';
import { readCellLines } from './cellLines.ts';
import type { Grid } from './grid.ts';
import type { Page } from './page.ts';
import { isPipeLine, readPipes } from './pipes.ts';
import { recognizeLines } from './recognizeLine.ts';
import { readRunTogether } from './runTogether.ts';
import { readSpaced } from './spaced/spaced.ts';
import { readTabs } from './tabs.ts';

/** A page, or a part of one, as far as tables go. */
type TablePage = Omit<Page, 'shown'>;

/** How a line is written; `null` for one that can be written so in any layout. */
type LineLayout = 'tabs' | 'pipes' | null;

/**
 * The grids of a text in order. Each stretch between two headings is read in the layout that it is written in,
 * and in parts where that changes.
 *
 * @param isBoundary whether a line ends a table whatever stands on it: a heading
 */
export function readGrids(
  page: TablePage,
  vocabulary: Vocabulary,
  isBoundary: (line: Line) => boolean,
): readonly Grid[] {
  const { lines } = page;
  const hasPipes = contains(page, '|');
  const grids: Grid[] = [];
  let from = 0;
  let layout: LineLayout = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const own = layoutOf(line, hasPipes);
    // A row label that looks like a heading is none as long as it is written as a row.
    if (own !== 'tabs' && isBoundary(line)) {
      readRegion(page, from, index, layout, vocabulary, grids);
      from = index + 1;
      layout = null;
    } else if (own !== null && own !== layout) {
      if (layout !== null) {
        readRegion(page, from, index, layout, vocabulary, grids);
        from = index;
      }
      layout = own;
    }
  }
  readRegion(page, from, lines.length, layout, vocabulary, grids);
  const own = contains(page, UNSEEN) ? grids.map(joinCells) : grids;
  const all = page.grids.length === 0 ? own : inOrder([...own, ...page.grids]);
  return all.map((grid) => withCaption(grid, lines));
}

/** Adds the grids of lines that are written in one way. */
function readRegion(
  page: TablePage,
  from: number,
  to: number,
  layout: LineLayout,
  vocabulary: Vocabulary,
  grids: Grid[],
): void {
  const { text, lines } = page;
  if (layout === 'tabs') {
    const grid = readRunTogether(text, lines.slice(from, to), '\t', vocabulary);
    if (grid) grids.push(grid);
    else readTabs(text, lines, from, to, vocabulary, grids);
  } else if (layout === 'pipes') grids.push(...readPipes(lines.slice(from, to), text, vocabulary));
  else readPlain(page, from, to, vocabulary, grids);
}

/** Looked for in the lines alone, which may be a small part of a long text. */
function contains({ text, lines }: TablePage, mark: string): boolean {
  const last = lines.at(-1);
  return last !== undefined && text.slice(lines[0]!.raw.start, last.raw.end).includes(mark);
}

const LONGEST_CAPTION = 40;

function withCaption(grid: Grid, lines: readonly Line[]): Grid {
  const [first, ...rest] = grid.rows;
  if (!first) return grid;
  let at = firstPlace(lines.length, (place) => lines[place]!.raw.end > first.span.start) - 1;
  while (at >= 0 && lines[at]!.text === '') at--;
  const caption = at < 0 ? '' : joinSeen(lines[at]!.text);
  if (caption === '' || caption.length > LONGEST_CAPTION) return grid;
  return { ...grid, rows: [{ ...first, caption }, ...rest] };
}

/** What stands on the two sides of a tag or of something that is not shown is one word, or one number. */
function joinCells(grid: Grid): Grid {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: joinSeen(cell.text) })),
  }));
  return { ...grid, rows };
}

/** Lines without tabs and pipes: a cell each, or cells held apart by spaces. */
function readPlain(
  { text, lines }: TablePage,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  grids: Grid[],
): void {
  const own = lines.slice(from, to);
  const grid = readRunTogether(text, own, ' ', vocabulary) ?? readLines(own, text, vocabulary);
  if (grid) grids.push(grid);
}

function readLines(lines: readonly Line[], text: string, vocabulary: Vocabulary): Grid | null {
  const written = recognizeLines(lines, 0, lines.length, vocabulary);
  if (written === null) return null;
  return written === 'lines' ? readCellLines(lines, vocabulary) : readSpaced(lines, text, vocabulary);
}

function layoutOf(line: Line, hasPipes: boolean): LineLayout {
  if (hasPipes && isPipeLine(line)) return 'pipes';
  return line.hasTab && line.text !== '' ? 'tabs' : null;
}

function inOrder(grids: Grid[]): Grid[] {
  const startOf = (grid: Grid): number => grid.rows[0]?.span.start ?? 0;
  return grids.sort((a, b) => startOf(a) - startOf(b));
}
