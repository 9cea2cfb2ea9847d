/**
 * Where the columns of a table begin and end. Pure: no VS Code.
 *
 * Each is as wide as what is widest in it, and begins where the widest delimiter before it ends.
 */
import type { Cell, Row } from './row.ts';
import type { Span } from './spans.ts';
import { type Columns, isHeader, isOf } from './tables.ts';
import { add, characters, cover, isPossible, nothing, subtract, type Width } from './width.ts';

/** Numbers up to 9999 are typed without moving any column. */
const leastNumber = characters(4);

/** A column from the first one of numbers on. */
export interface Edge {
  readonly left: Width;
  readonly width: Width;
  /** White space behind its cells, up to a pipe. */
  readonly trail: Width;
  readonly alignsRight: boolean;
}

export interface Edges {
  /** Where the labels end. */
  readonly stub: Width;
  readonly columns: readonly Edge[];
}

/** The edges of a table's columns, the same in all its rows. */
export function edgesOf(
  rows: readonly Row[],
  columns: Columns,
  spans: readonly Span[],
  tabSize: number,
): Edges {
  const reaching = rows.filter(({ cells }) => cells.length > columns.stub);
  const below = reaching.filter((row) => !row.isRule && !isHeader(row, columns.stub));
  const stub = cover(reaching.map(({ cells }) => totalWidth(cells.slice(0, columns.stub))));
  const edges: Edge[] = [];
  let reach = stub;
  for (let index = columns.stub; index < columns.count; index++) {
    const edge = edgeOf({ rows: reaching, below, spans, tabSize }, index);
    edges.push({ ...edge, left: add(reach, edge.left) });
    reach = add(reach, add(edge.left, add(edge.width, edge.trail)));
  }
  return { stub, columns: widened(edges, spans, columns.stub) };
}

interface Body {
  readonly rows: readonly Row[];
  /** Rows that are not of the header. */
  readonly below: readonly Row[];
  readonly spans: readonly Span[];
  readonly tabSize: number;
}

/** A column by itself: `left` is how far it begins behind the one before it. */
function edgeOf(body: Body, index: number): Edge {
  const cells = body.rows.flatMap((row) => row.cells[index] ?? []);
  const lead = cover(cells.map((cell) => cell.lead));
  const trail = cover(cells.map((cell) => cell.trail));
  const isBehindTab = body.rows[0]?.kind === 'tabs' && index > 0;
  const delimiter = isBehindTab ? characters(body.tabSize) : cover(cells.map((cell) => cell.delimiter));
  const left = add(delimiter, lead);
  const widths = widthsIn(body, index, add(left, trail));
  const alignsRight = holdsNumbers(body.below, index);
  return { left, width: cover(alignsRight ? [leastNumber, ...widths] : widths), trail, alignsRight };
}

/** @param around what every cell has around it; dashes may take that, too */
function widthsIn({ rows, spans }: Body, index: number, around: Width): Width[] {
  return rows.flatMap((row) => {
    const cell = row.cells[index];
    if (!cell || spans.some((span) => span.row === row && span.first === index)) return [];
    return row.isRule ? [lessThan(totalWidth([cell]), around)] : [cell.width];
  });
}

function totalWidth(cells: readonly Cell[]): Width {
  return cells.reduce((sum, { delimiter, lead, width, trail }) => {
    return add(sum, add(add(delimiter, lead), add(width, trail)));
  }, nothing);
}

function lessThan(width: Width, less: Width): Width {
  const rest = subtract(width, less);
  return isPossible(rest) ? rest : nothing;
}

/** Whether most of what stands in a column is numbers, or nothing does. */
function holdsNumbers(rows: readonly Row[], index: number): boolean {
  const cells = rows.flatMap((row) => row.cells[index] ?? []);
  return cells.filter(isOf('text')).length <= cells.filter(isOf('number')).length;
}

/** Room for labels that reach over several columns and are wider than those. */
function widened(edges: readonly Edge[], spans: readonly Span[], stub: number): Edge[] {
  const wide = [...edges];
  for (const { first, last, cell } of [...spans].sort((a, b) => a.last - a.first - (b.last - b.first))) {
    const end = wide[last - stub];
    const lack = subtract(cell.width, reachOf(wide, first - stub, last - stub));
    if (!end || isPossible(subtract(nothing, lack))) continue;
    const width = cover([end.width, add(end.width, lack)]);
    const more = subtract(width, end.width);
    wide[last - stub] = { ...end, width };
    for (let index = last - stub + 1; index < wide.length; index++) {
      const edge = wide[index];
      if (edge) wide[index] = { ...edge, left: add(edge.left, more) };
    }
  }
  return wide;
}

/** From the left edge of one column to the right edge of another. */
export function reachOf(edges: readonly Edge[], first: number, last: number): Width {
  const [start, end] = [edges[first], edges[last]];
  return start && end ? subtract(add(end.left, end.width), start.left) : nothing;
}
