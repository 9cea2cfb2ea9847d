/** A page as its reader sees it: lines of text and tables, from top to bottom. */

import { type GridCell, type RuledTable, tablesOf } from './drawnGrid.ts';
import type { Box, Glyph, PageContent } from './geometry.ts';
import { joinLines, readTextLines, type TextLine } from './printedLines.ts';
import { wholeRules } from './rules.ts';
import { upright } from './upright.ts';

export interface FilledCell extends GridCell {
  readonly text: string;
}

export interface FilledTable extends Box {
  readonly rowCount: number;
  readonly cells: readonly FilledCell[];
}

export type Block =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'table'; readonly table: FilledTable };

export interface LaidOutPage {
  readonly height: number;
  readonly blocks: readonly Block[];
  /** How many tables have lines, but not between their rows: what stands in them is given as lines. */
  readonly unplaced: number;
  readonly notes: number;
}

export function layOut(content: PageContent): LaidOutPage {
  const { glyphs, rules, height } = upright(content);
  const tables = tablesOf(wholeRules(rules));
  const inside = new Map<GridCell, Glyph[]>(tables.flatMap(({ cells }) => cells.map((cell) => [cell, []])));
  const free: Glyph[] = [];
  for (const glyph of glyphs) (inside.get(cellAround(tables, glyph) as GridCell) ?? free).push(glyph);
  return arrange(tables, inside, free, height);
}

/** The cell of the smallest table around a character: a frame around the page is one, too. */
function cellAround(tables: readonly RuledTable[], glyph: Glyph): GridCell | undefined {
  const around = tables.filter((table) => holds(table, glyph)).sort((a, b) => boxArea(a) - boxArea(b));
  return around[0]?.cells.find((cell) => holds(cell, glyph));
}

function holds({ left, top, right, bottom }: Box, { x, y }: Glyph): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

function boxArea({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function arrange(
  tables: readonly RuledTable[],
  inside: ReadonlyMap<GridCell, readonly Glyph[]>,
  free: Glyph[],
  height: number,
): LaidOutPage {
  const placed: { top: number; block: Block }[] = [];
  let notes = 0;
  let unplaced = 0;
  for (const table of tables) {
    const filled = table.cells.map((cell) => ({ cell, read: readTextLines(inside.get(cell) ?? []) }));
    if (filled.some(({ read }) => holdsColumn(read.lines))) {
      unplaced++;
      for (const { cell } of filled) free.push(...(inside.get(cell) ?? []));
      continue;
    }
    const cells = filled.map(({ cell, read }) => ({ ...cell, text: joinLines(read.lines) }));
    notes += filled.reduce((sum, { read }) => sum + read.notes, 0);
    placed.push({ top: table.top, block: { kind: 'table', table: { ...table, cells } } });
  }
  const read = readTextLines(free);
  for (const line of read.lines) placed.push({ top: line.y, block: { kind: 'line', line } });
  const blocks = placed.sort((a, b) => a.top - b.top).map(({ block }) => block);
  return { height, blocks, unplaced, notes: notes + read.notes };
}

const NUMBER = /^[\d,.，．/—–-]{1,20}$/;
const FEWEST_OF_COLUMN = 3;

/** Whether numbers stand below each other with no line between them: the lines do not tell which row each belongs to. */
function holdsColumn(lines: readonly TextLine[]): boolean {
  return lines.filter(({ text }) => NUMBER.test(text.replace(/\s/g, ''))).length >= FEWEST_OF_COLUMN;
}
