/** A table at another place of a text that is otherwise the same. */
import type {
  Cell,
  HeaderLabel,
  Span,
  Table,
  TableCell,
  TableLine,
  TableRow,
  TextEdit,
  UnlabelledRows,
} from '../model.ts';

/** The table with each place in it so many UTF-16 code units further on, or back. */
export function moveTable(table: Table, by: number): Table {
  const lines = table.lines.map((line) => moveLine(line, by));
  const lineOf = (line: TableLine): TableLine => lines[table.lines.indexOf(line)]!;
  return {
    form: table.form,
    layout: table.layout,
    span: moveSpan(table.span, by),
    // Few ask for the rows, and they are many.
    get rows(): TableRow[] {
      return table.rows.map((row) => moveRow(row, by));
    },
    header: table.header.map((label) => moveLabel(label, by)),
    missingColumns: table.missingColumns.map(({ block, column, span }) => ({
      block,
      column,
      span: moveSpan(span, by),
    })),
    unknownColumns: table.unknownColumns.map((label) => moveLabel(label, by)),
    lines,
    duplicates: table.duplicates.map(({ line, first }) => ({
      line: moveLine(line, by),
      first: lineOf(first),
    })),
    missingLines: table.missingLines,
    unlabelled: moveUnlabelled(table.unlabelled, by),
    cells: moveCells(table, lines, by),
  };
}

function moveUnlabelled({ rows, lines }: UnlabelledRows, by: number): UnlabelledRows {
  return {
    rows: rows.map(({ form, span, label }) => ({
      form,
      span: moveSpan(span, by),
      label: moveEdit(label, by),
    })),
    lines,
  };
}

/** The cells of the lines are those of the table; those of absent lines stand in none. */
function moveCells(table: Table, lines: readonly TableLine[], by: number): Cell[] {
  const cells = new Array<Cell>(table.cells.length);
  for (const line of lines) for (const cell of line.cells) cells[cell.form.index] = cell;
  if (table.missingLines.length > 0)
    for (const cell of table.cells) cells[cell.form.index] ??= moveCell(cell, by);
  return cells;
}

function moveLine(line: TableLine, by: number): TableLine {
  const cells = line.cells.map((cell) => moveCell(cell, by));
  return {
    form: line.form,
    span: moveSpan(line.span, by),
    label: line.label.map((span) => moveSpan(span, by)),
    labelText: line.labelText,
    groups: line.groups.map((span) => moveSpan(span, by)),
    wording: line.wording,
    mayGoOn: line.mayGoOn,
    cells,
    numbers: moveNumbers(line, cells, by),
    complete: line.complete,
    isUnclear: line.isUnclear,
    repair: line.repair.map((edit) => moveEdit(edit, by)),
  };
}

/** On a line that has every number these are the places of its cells. */
function moveNumbers(line: TableLine, cells: readonly Cell[], by: number): Span[] {
  return line.numbers.map((span, index) =>
    line.cells[index]?.span === span ? cells[index]!.span : moveSpan(span, by),
  );
}

function moveCell(cell: Cell, by: number): Cell {
  const { form, text, state, value, indent } = cell;
  const span = moveSpan(cell.span, by);
  return indent === undefined
    ? { form, span, text, state, value }
    : { form, span, text, state, value, indent };
}

function moveLabel(label: HeaderLabel, by: number): HeaderLabel {
  const { text, span, kind, block, column } = label;
  return { text, span: moveSpan(span, by), kind, block, column };
}

function moveRow({ cells, span }: TableRow, by: number): TableRow {
  return {
    cells: cells.map((cell) => moveTableCell(cell, by)),
    span: moveSpan(span, by),
  };
}

function moveTableCell(cell: TableCell, by: number): TableCell {
  const { text, parts } = cell;
  const span = moveSpan(cell.span, by);
  return parts ? { text, span, parts: parts.map((part) => moveSpan(part, by)) } : { text, span };
}

function moveEdit({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: moveSpan(span, by), newText };
}

function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
