/** The equations that a cell stands in, and the other cells in them. */
import { sumWithin, termsOf } from '../../report/form/equationForms.ts';
import type { Cell, Equation, ReportAnalysis, Table } from '../../report/model/index.ts';

/** The equations of a table that need a cell. */
export function equationsOf(analysis: ReportAnalysis, table: Table, index: number): Equation[] {
  return analysis.equations.filter(
    (equation) => equation.table === table && termsOf(equation.form).includes(index),
  );
}

/** The cells of a table by index, each once. */
export function cellsAt(table: Table, indices: readonly number[]): Cell[] {
  return [...new Set(indices)].map((index) => table.cells[index]!);
}

/** The cell that is the sum of others, all of them among the given ones; `undefined` where there is none. */
export function totalAmong(table: Table, cells: readonly Cell[]): Cell | undefined {
  const own = new Set(cells.map((cell) => cell.form.index));
  const sum = sumWithin(table.form.equations, own);
  return sum && table.cells[sum.total];
}
