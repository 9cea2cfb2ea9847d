/** The pages of a PDF as one text: paragraphs put together again, tables that go on over pages as one. */
import type { TextLine as ComposedLine } from '../compose.ts';
import { distinctPlaces } from './drawnGrid.ts';
import type { FilledTable, LaidOutPage } from './layout.ts';
import { withoutEdges } from './margins.ts';
import type { TextLine } from './printedLines.ts';
import { goesOn, joinedLines, type TextArea, textAreaOf } from './printedParagraphs.ts';

export interface ReadDocument {
  readonly lines: readonly ComposedLine[];
  readonly paragraphs: number;
  readonly tables: number;
  readonly edgeLines: number;
}

/** Borders of a table's pages are this near to each other. */
const NEAR_BORDER = 8;

/** What follows each other: lines of one paragraph, pages of one table. */
type Part =
  | { readonly kind: 'paragraph'; readonly page: number; readonly lines: TextLine[] }
  | { readonly kind: 'table'; readonly pages: { readonly page: number; readonly table: FilledTable }[] };

export function joinPages(pages: readonly LaidOutPage[]): ReadDocument {
  const { pages: own, count } = withoutEdges(pages);
  const area = textAreaOf(own.flat().flatMap((block) => (block.kind === 'line' ? [block.line] : [])));
  const parts: Part[] = [];
  own.forEach((blocks, index) => {
    const page = index + 1;
    for (const block of blocks) {
      if (block.kind === 'line') addToParagraph(parts, block.line, page, area);
      else addToTable(parts, block.table, page);
    }
  });
  return { ...partLines(parts), edgeLines: count };
}

function addToParagraph(parts: Part[], line: TextLine, page: number, area: TextArea): void {
  const last = parts.at(-1);
  const before = last?.kind === 'paragraph' ? last.lines.at(-1) : undefined;
  if (last?.kind === 'paragraph' && before && goesOn(before, line, area)) last.lines.push(line);
  else parts.push({ kind: 'paragraph', page, lines: [line] });
}

/** A table goes on where the one before it, on the page before, ends, between the same borders. */
function addToTable(parts: Part[], table: FilledTable, page: number): void {
  const last = parts.at(-1);
  const before = last?.kind === 'table' ? last.pages.at(-1) : undefined;
  const isNext = before !== undefined && page === before.page + 1 && isAsWide(before.table, table);
  if (last?.kind === 'table' && isNext) last.pages.push({ page, table });
  else parts.push({ kind: 'table', pages: [{ page, table }] });
}

function isAsWide(a: FilledTable, b: FilledTable): boolean {
  return Math.abs(a.left - b.left) < NEAR_BORDER && Math.abs(a.right - b.right) < NEAR_BORDER;
}

function partLines(parts: readonly Part[]): Omit<ReadDocument, 'edgeLines'> {
  const lines: ComposedLine[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (const part of parts) {
    if (part.kind === 'table') lines.push(...tableLines(part.pages, ++tables));
    else {
      const place = { page: part.page, paragraph: ++paragraphs };
      lines.push({ place, isRow: false, cells: [[{ text: joinedLines(part.lines), source: null }]] });
    }
  }
  return { lines, paragraphs, tables };
}

/** Cells stand in the columns that the table has on all its pages. */
function tableLines(
  pages: readonly { readonly page: number; readonly table: FilledTable }[],
  number: number,
): ComposedLine[] {
  const columns = distinctPlaces(pages.flatMap(({ table }) => table.cells.map(({ left }) => left)));
  let row = 0;
  return pages.flatMap(({ page, table }) => {
    const rows = Array.from({ length: table.rowCount }, () => columns.map(() => ''));
    for (const cell of table.cells) {
      const own = rows[cell.row];
      if (own) own[nearestIndex(columns, cell.left)] = cell.text;
    }
    return rows.map((cells): ComposedLine => {
      row++;
      return {
        place: { page, table: number, row },
        isRow: true,
        cells: cells.map((text) => [{ text, source: null }]),
      };
    });
  });
}

function nearestIndex(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, index) => {
    if (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at)) best = index;
  });
  return best;
}
