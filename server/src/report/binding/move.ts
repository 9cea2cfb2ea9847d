/** A table at another place of a text that is otherwise the same. */
import type { Cell, HeaderLabel, Span, Table, TableLine, TableRow, TextEdit } from '../model.ts';

/** The table with each place in it so many UTF-16 code units further on, or back. */
export function moveTable(table: Table, by: number): Table {
  const moved = new Map<TableLine, TableLine>();
  const lineOf = (line: TableLine): TableLine => {
    const known = moved.get(line) ?? moveLine(line, by);
    moved.set(line, known);
    return known;
  };
  const lines = table.lines.map(lineOf);
  const span = moveSpan(table.span, by);
  return {
    form: table.form,
    layout: table.layout,
    span,
    // Few ask for the rows, and they are many.
    get rows(): TableRow[] {
      return table.rows.map((row) => moveRow(row, by));
    },
    header: table.header.map((label) => moveLabel(label, by)),
    missingColumns: table.missingColumns.map((missing) => ({
      block: missing.block,
      column: missing.column,
      span: moveSpan(missing.span, by),
    })),
    unknownColumns: table.unknownColumns.map((label) => moveLabel(label, by)),
    lines,
    duplicates: table.duplicates.map(({ line, first }) => ({ line: lineOf(line), first: lineOf(first) })),
    missingLines: table.missingLines,
    cells: moveCells(table, lineOf, by),
  };
}

/** Cells of lines are those of the table. */
function moveCells(table: Table, lineOf: (line: TableLine) => TableLine, by: number): Cell[] {
  const cells = new Array<Cell>(table.cells.length);
  for (const line of table.lines) for (const cell of lineOf(line).cells) cells[cell.form.index] = cell;
  for (const [index, cell] of table.cells.entries()) cells[index] ??= moveCell(cell, by);
  return cells;
}

function moveLine(line: TableLine, by: number): TableLine {
  return {
    form: line.form,
    span: moveSpan(line.span, by),
    label: line.label.map((span) => moveSpan(span, by)),
    labelText: line.labelText,
    groups: line.groups.map((span) => moveSpan(span, by)),
    wording: line.wording,
    cells: line.cells.map((cell) => moveCell(cell, by)),
    numbers: line.numbers.map((span) => moveSpan(span, by)),
    complete: line.complete,
    repair: line.repair.map((edit) => moveEdit(edit, by)),
  };
}

function moveCell(cell: Cell, by: number): Cell {
  return {
    form: cell.form,
    span: moveSpan(cell.span, by),
    text: cell.text,
    state: cell.state,
    value: cell.value,
  };
}

function moveLabel(label: HeaderLabel, by: number): HeaderLabel {
  const { text, span, kind, block, column } = label;
  return { text, span: moveSpan(span, by), kind, block, column };
}

function moveRow({ cells, span }: TableRow, by: number): TableRow {
  return {
    cells: cells.map((cell) => ({ text: cell.text, span: moveSpan(cell.span, by) })),
    span: moveSpan(span, by),
  };
}

function moveEdit({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: moveSpan(span, by), newText };
}

function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
