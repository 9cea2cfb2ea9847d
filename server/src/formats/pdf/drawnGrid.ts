/** Tables by their lines: each cell is what lines enclose. */
import type { Box, Rule } from './geometry.ts';
import { NEAR } from './rules.ts';

/** A cell, over as many of the grid's rows and columns as no line divides. */
export interface GridCell extends Box {
  /** The first of its rows, from 0. */
  readonly row: number;
}

export interface RuledTable extends Box {
  readonly rowCount: number;
  /** By row, then from left to right. */
  readonly cells: readonly GridCell[];
}

/** What has more of them on one page is a drawing. */
const MOST_COLUMNS = 64;
const MOST_ROWS = 200;

/** The tables of a page: lines that meet, with at least two cells between them. From top to bottom. */
export function tablesOf(rules: readonly Rule[]): RuledTable[] {
  return meetingRules(rules)
    .flatMap((group) => ruledTable(group) ?? [])
    .sort((a, b) => a.top - b.top);
}

/** Lines that meet, directly or by others. */
function meetingRules(rules: readonly Rule[]): Rule[][] {
  const parents = rules.map((_, index) => index);
  rules.forEach((rule, index) => {
    for (let other = 0; other < index; other++) if (meet(rule, rules[other])) unite(parents, index, other);
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = rootOf(parents, index);
    const group = groups.get(root);
    if (group) group.push(rule);
    else groups.set(root, [rule]);
  });
  return [...groups.values()];
}

function meet(a: Rule, b: Rule | undefined): boolean {
  if (!b) return false;
  if (a.isAcross === b.isAcross)
    return Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR;
  return isAlong(b.at, a) && isAlong(a.at, b);
}

function isAlong(at: number, { from, to }: Rule): boolean {
  return at >= from - NEAR && at <= to + NEAR;
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) {
    const next = parents[parents[root] ?? root] ?? root;
    parents[root] = next;
    root = next;
  }
  return root;
}

/** The smaller index stays. */
function unite(parents: number[], a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  parents[Math.max(first, second)] = Math.min(first, second);
}

function ruledTable(rules: readonly Rule[]): RuledTable | null {
  const across = rules.filter(({ isAcross }) => isAcross);
  const down = rules.filter(({ isAcross }) => !isAcross);
  if (across.length < 2 || down.length === 0) return null;
  // Where a table has no outer line, as at the foot of a page, the ends of the others are its border.
  const xs = distinctPlaces([...down.map(({ at }) => at), ...endsOf(across)]);
  const ys = distinctPlaces([...across.map(({ at }) => at), ...endsOf(down)]);
  if (xs.length > MOST_COLUMNS || ys.length > MOST_ROWS) return null;
  const cells = cellsOfGrid(xs, ys, across, down);
  if (cells.length < 2) return null;
  return { ...boxOf(xs, ys), rowCount: ys.length - 1, cells };
}

function endsOf(rules: readonly Rule[]): number[] {
  return [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
}

function boxOf(xs: readonly number[], ys: readonly number[]): Box {
  const [left = 0, top = 0] = [xs[0], ys[0]];
  return { left, top, right: xs.at(-1) ?? left, bottom: ys.at(-1) ?? top };
}

/** Places in ascending order, those near to each other as one. */
export function distinctPlaces(all: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const place of [...all].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && place - (last.at(-1) ?? place) < NEAR) last.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}

/** Fields of the grid with no line between them are one cell. */
function cellsOfGrid(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): GridCell[] {
  const columns = xs.length - 1;
  const count = columns * (ys.length - 1);
  const parents = Array.from({ length: count }, (_, index) => index);
  const isDividedRight = borders(xs, down, ys);
  const isDividedBelow = borders(ys, across, xs);
  for (let field = 0; field < count; field++) {
    const row = Math.floor(field / columns);
    const column = field % columns;
    if (column < columns - 1 && !isDividedRight(column + 1, row)) unite(parents, field, field + 1);
    if (field + columns < count && !isDividedBelow(row + 1, column)) unite(parents, field, field + columns);
  }
  return enclosed(parents, xs, ys);
}

/** Whether a line runs along a border of the grid where a given field of the other axis lies. */
function borders(places: readonly number[], rules: readonly Rule[], others: readonly number[]) {
  const own = places.map((place) => rules.filter(({ at }) => Math.abs(at - place) <= NEAR));
  return (border: number, field: number): boolean => {
    const middle = ((others[field] ?? 0) + (others[field + 1] ?? 0)) / 2;
    return own[border]?.some((rule) => isAlong(middle, rule)) ?? false;
  };
}

function enclosed(parents: number[], xs: readonly number[], ys: readonly number[]): GridCell[] {
  const columns = xs.length - 1;
  const cells = new Map<number, GridCell>();
  parents.forEach((_, field) => {
    const root = rootOf(parents, field);
    const row = Math.floor(field / columns);
    const column = field % columns;
    const own = {
      left: xs[column] ?? 0,
      top: ys[row] ?? 0,
      right: xs[column + 1] ?? 0,
      bottom: ys[row + 1] ?? 0,
    };
    const cell = cells.get(root);
    cells.set(root, { ...(cell ? union(cell, own) : own), row: cell?.row ?? row });
  });
  return [...cells.values()];
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
