/** A table's lines as the tree that its group labels and blocks make of them. */
import type { Cell, Span, Table, TableLine } from '../../report/model/index.ts';
import { isPlaced } from './elementsAt.ts';

/** A group or block with what is in it, or a line of the table, which has no children. */
export interface Branch {
  readonly name: string;
  readonly span: Span;
  /** Where its name stands. */
  readonly label: Span;
  readonly line: TableLine | null;
  /** The numbers that stand for it: a line's own, or those of one group of the unlabelled line. */
  readonly cells: readonly Cell[];
  readonly children: readonly Branch[];
}

/** The top branches of a table: its blocks or groups, or its lines where it has neither. */
export function readBranches(table: Table): Branch[] {
  const unlabelled = table.lines.find((line) => line.form.row === null);
  return unlabelled ? readGroupsOfCells(table, unlabelled) : nest(table, table.lines, 0);
}

/** The lines from a depth of their path down: neighbours with the same step become one branch. */
function nest(table: Table, lines: readonly TableLine[], depth: number): Branch[] {
  const branches: Branch[] = [];
  for (let from = 0; from < lines.length; ) {
    const step = pathOf(table, lines[from]!)[depth];
    let to = from + 1;
    while (step !== undefined && to < lines.length && pathOf(table, lines[to]!)[depth] === step) to++;
    branches.push(
      step === undefined ? leaf(lines[from]!) : branch(table, step, lines.slice(from, to), depth),
    );
    from = to;
  }
  return branches;
}

/** The block's title, then the group labels. */
function pathOf(table: Table, line: TableLine): string[] {
  const { title } = table.form.blocks[line.form.block]!;
  return title === '' ? [...line.form.groups] : [title, ...line.form.groups];
}

function leaf(line: TableLine): Branch {
  return {
    name: line.form.label,
    span: line.span,
    label: line.label[0] ?? line.span,
    line,
    cells: line.cells,
    children: [],
  };
}

function branch(table: Table, name: string, lines: readonly TableLine[], depth: number): Branch {
  const first = lines[0]!;
  const title = depth === 0 ? blockTitle(table, first) : undefined;
  const label = title ?? groupLabel(table, first, depth) ?? first.span;
  const start = Math.min(first.span.start, label.start);
  const end = Math.max(lines.at(-1)!.span.end, label.end);
  return {
    name,
    span: { start, end },
    label,
    line: null,
    cells: [],
    children: nest(table, lines, depth + 1),
  };
}

/** A line below the first of an outer group prints the labels of the inner ones only. */
function groupLabel(table: Table, line: TableLine, depth: number): Span | undefined {
  const unprinted = pathOf(table, line).length - line.groups.length;
  return line.groups[depth - unprinted];
}

function blockTitle(table: Table, line: TableLine): Span | undefined {
  const title = table.header.find((label) => label.kind === 'title' && label.block === line.form.block);
  return title && title.span.end <= line.span.start ? title.span : undefined;
}

/** Table `proceedings`: one line with three groups of numbers side by side. */
function readGroupsOfCells(table: Table, line: TableLine): Branch[] {
  const groups = new Map<string, Cell[]>();
  line.cells.forEach((cell, index) => {
    const name = table.form.blocks[line.form.block]!.columns[index]!.groups.at(-1) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  });
  return [...groups].map(([name, cells]): Branch => {
    const places = cells.filter(isPlaced).map((cell) => cell.span);
    const span = places.length === 0 ? line.span : { start: places[0]!.start, end: places.at(-1)!.end };
    return { name, span, label: span, line, cells, children: [] };
  });
}
