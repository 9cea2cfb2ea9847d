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
} from '../../model/index.ts';

/**
 * The table with each place in it so many UTF-16 code units further on, or back. Where its cells and words are is
 * found out when somebody asks: of a flawless table nobody does while something else is edited.
 */
export function moveTable(table: Table, by: number): Table {
  return new MovedTable(table, by);
}

class MovedTable implements Table {
  readonly form: Table['form'];
  readonly layout: Table['layout'];
  readonly span: Span;
  readonly missingLines: Table['missingLines'];
  readonly values: Table['values'];
  readonly isFlawless: boolean;
  readonly #from: Table;
  readonly #by: number;
  #lines: TableLine[] | undefined;
  #cells: Cell[] | undefined;

  constructor(table: Table, by: number) {
    this.form = table.form;
    this.layout = table.layout;
    this.span = moveSpan(table.span, by);
    this.missingLines = table.missingLines;
    this.values = table.values;
    this.isFlawless = table.isFlawless;
    this.#from = table;
    this.#by = by;
  }

  get rows(): TableRow[] {
    return this.#from.rows.map((row) => moveRow(row, this.#by));
  }

  get header(): HeaderLabel[] {
    return this.#from.header.map((label) => moveLabel(label, this.#by));
  }

  get missingColumns(): Table['missingColumns'] {
    return this.#from.missingColumns.map(({ block, column, span }) => ({
      block,
      column,
      span: moveSpan(span, this.#by),
    }));
  }

  get unknownColumns(): HeaderLabel[] {
    return this.#from.unknownColumns.map((label) => moveLabel(label, this.#by));
  }

  get lines(): TableLine[] {
    this.#lines ??= this.#from.lines.map((line) => moveLine(line, this.#by));
    return this.#lines;
  }

  get duplicates(): Table['duplicates'] {
    const { duplicates, lines } = this.#from;
    return duplicates.map(({ line, first }) => ({
      line: moveLine(line, this.#by),
      first: this.lines[lines.indexOf(first)]!,
    }));
  }

  get unlabelled(): UnlabelledRows {
    return moveUnlabelled(this.#from.unlabelled, this.#by);
  }

  get cells(): Cell[] {
    this.#cells ??= moveCells(this.#from, this.lines, this.#by);
    return this.#cells;
  }
}

function moveUnlabelled({ rows, lines, blocks }: UnlabelledRows, by: number): UnlabelledRows {
  return {
    rows: rows.map(({ form, span, label }) => ({
      form,
      span: moveSpan(span, by),
      label: moveEdit(label, by),
    })),
    lines,
    blocks: blocks.map((block) => ({ ...block, rows: block.rows.map((row) => moveRow(row, by)) })),
  };
}

/** The cells of the lines are those of the table; those that no line has are at its end, or nowhere. */
function moveCells(table: Table, lines: readonly TableLine[], by: number): Cell[] {
  const cells = new Array<Cell>(table.cells.length);
  let there = 0;
  for (const line of lines)
    for (const cell of line.cells) {
      cells[cell.form.index] = cell;
      there++;
    }
  if (there < cells.length) for (const cell of table.cells) cells[cell.form.index] ??= moveCell(cell, by);
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
    hasLostSeparators: line.hasLostSeparators,
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
  const { form, text, state, value, indent, isCovered } = cell;
  const span = moveSpan(cell.span, by);
  if (isCovered) return { form, span, text, state, value, isCovered };
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
