/**
 * Where gaps have to be shown so that the columns of a table stand under each other. The text stays as it is.
 * Pure: no VS Code.
 *
 * Labels at the left flow as they were typed; from the first column of numbers on every column has a left and a right edge, the
 * same in all rows. Tabs and white space are as wide as they are: a column begins where the widest of them ends.
 */
import { type Edge, type Edges, edgesOf, reachOf } from './edges.ts';
import type { Cell, Row } from './row.ts';
import { namedColumns, type Span, spansOf } from './spans.ts';
import { type Columns, isHeader } from './tables.ts';
import { add, half, isNothing, isPossible, nothing, subtract, type Width } from './width.ts';

/** Room shown before a character of the line; where a line ends with a blank cell, behind the last one. */
export interface Gap {
  readonly at: number;
  readonly isBehind: boolean;
  readonly width: Width;
  /** Whether a number is to be written behind it: its place is shown. */
  readonly isBlank: boolean;
}

/** By row: its gaps, from left to right. */
export function layOut(rows: readonly Row[], columns: Columns, tabSize: number): Gap[][] {
  const spans = rows[0]?.kind === 'tabs' ? spansOf(rows, columns) : [];
  const edges = edgesOf(rows, columns, spans, tabSize);
  return rows.map((row, index) => {
    const own = spans.filter((span) => span.row === row);
    if (row.cells.length <= columns.stub) return [];
    const named = namedColumns(rows, index, columns, spans);
    const gaps = gapsOf(row, columns, edges, own);
    return gaps
      .map((gap) => ({ ...gap, isBlank: isBlankAt(row, gap, named) }))
      .filter(({ isBehind, isBlank }) => isBlank || !isBehind);
  });
}

function isBlankAt({ cells }: Row, { at, isBehind }: Place, named: ReadonlySet<number>): boolean {
  const place = isBehind ? at + 1 : at;
  return cells.some(({ kind, start }, index) => kind === 'blank' && start === place && named.has(index));
}

function gapsOf(row: Row, { stub }: Columns, edges: Edges, spans: readonly Span[]): Place[] {
  const pen = new Pen(row);
  for (const cell of row.cells.slice(0, stub)) pen.write(cell);
  if (row.kind === 'pipes') pen.moveTo(edges.stub, row.cells[stub]?.from, -1);
  const header = isHeader(row, stub);
  row.cells.slice(stub).forEach((cell, index) => {
    const edge = edges.columns[index];
    if (!edge) return;
    const span = spans.find(({ first }) => first === index + stub);
    const start = span
      ? add(edge.left, shiftOf(span, edges.columns, stub))
      : startOf(cell, edge, row.isRule, header);
    pen.write(cell, start);
    if (row.kind === 'pipes') pen.moveTo(add(add(edge.left, edge.width), edge.trail), cell.to);
  });
  return pen.gaps;
}

/** Where what stands in a cell begins; `undefined` where that does not matter. */
function startOf(cell: Cell, edge: Edge, isRule: boolean, isInHeader: boolean): Width | undefined {
  if (isInHeader && cell.kind === 'blank') return undefined;
  if (isRule || !edge.alignsRight) return edge.left;
  return subtract(add(edge.left, edge.width), cell.width);
}

/** How far a label that reaches over several columns begins behind their left edge: in their middle where tabs leave room. */
function shiftOf({ first, last, cell }: Span, edges: readonly Edge[], stub: number): Width {
  const middle = half(subtract(reachOf(edges, first - stub, last - stub), cell.width));
  const columns = edges.slice(first - stub, last - stub + 1);
  const room = subtract(
    columns.reduce((sum, { width }) => add(sum, width), nothing),
    cell.width,
  );
  if (isPossible(middle) && isPossible(subtract(room, middle))) return middle;
  return isPossible(room) ? half(room) : nothing;
}

type Place = Omit<Gap, 'isBlank'>;

/** Goes along a row as it is shown. */
class Pen {
  readonly gaps: Place[] = [];
  readonly #row: Row;
  #place = nothing;

  constructor(row: Row) {
    this.#row = row;
  }

  /** Goes over a cell, whose contents begin at `start` if they can. */
  write(cell: Cell, start?: Width): void {
    this.#place = add(this.#place, add(cell.delimiter, cell.lead));
    if (start) this.moveTo(start, cell.start);
    this.#place = add(this.#place, add(cell.width, cell.trail));
  }

  /** Leaves a gap before the character at `at`, up to `place`. There is none where that is behind, or no character. */
  moveTo(place: Width, at: number | undefined, offset = 0): void {
    const width = subtract(place, this.#place);
    const index = at === undefined ? -1 : at + offset;
    if (isNothing(width) || !isPossible(width) || index < 0) return;
    const isBehind = index >= this.#row.length;
    if (isBehind && index === 0) return;
    this.gaps.push({ at: isBehind ? index - 1 : index, isBehind, width });
    this.#place = place;
  }
}
