/** The equations a cell stands in, and who else stands in them. */
import type { Cell, Equation, ReportAnalysis, Table } from '../report/model.ts';

/** The equations of a table that need a cell. */
export function equationsOf(analysis: ReportAnalysis, table: Table, index: number): Equation[] {
  return analysis.equations.filter(
    (equation) => equation.table === table && termsOf(equation).includes(index),
  );
}

/** Every cell of an equation, left side first. */
export function termsOf({ form }: Equation): number[] {
  return [...form.left, ...form.right];
}

/** Whether an equation is a plain sum: its addends on the left, their total alone on the right. */
export function isSum({ form }: Equation): boolean {
  return form.right.length === 1 && form.right[0] === form.total;
}

/** The cells of a table by index, each once. */
export function cellsAt(table: Table, indices: readonly number[]): Cell[] {
  return [...new Set(indices)].map((index) => table.cells[index]!);
}
