/** Which line and which column of a form a cell stands in. */
import type { CellForm, ColumnForm, LineForm, TableForm } from './formModel.ts';

/** The printed line that a cell of a table stands on. */
export function lineOf(table: TableForm, cell: CellForm): LineForm {
  return table.lines.find((line) => line.cells.includes(cell))!;
}

/** The column that a cell of a table stands in. */
export function columnOf(table: TableForm, cell: CellForm): ColumnForm {
  const line = lineOf(table, cell);
  return table.blocks[line.block]!.columns[line.cells.indexOf(cell)]!;
}
