/** Totals from their addends. */
import { isEmpty } from '../binding/equations.ts';
import type { Equation, EquationForm, Table, TextEdit } from '../model.ts';
import { isWritten } from './localize.ts';

/** A handled total is a sum of rows and of columns: columns, rows, and the column of totals settle in three rounds. */
const ROUNDS = 3;

/** Edits that set every total of a table to the sum of its addends; totals with an unknown addend stay. */
export function recomputeTotals(table: Table): TextEdit[] {
  const values = table.cells.map((cell) => (isEmpty(cell) ? 0 : cell.value));
  for (let round = 0; round < ROUNDS; round++) {
    for (const equation of table.form.equations) {
      const sum = isSum(equation) ? sumOf(equation.left, values) : null;
      if (sum !== null) values[equation.total] = sum;
    }
  }
  const totals = new Set(table.form.equations.filter(isSum).map((equation) => equation.total));
  const edits: TextEdit[] = [];
  for (const index of totals) {
    const cell = table.cells[index]!;
    const value = values[index]!;
    if (value === null || !isWritten(cell) || cell.text === String(value) || (isEmpty(cell) && value === 0))
      continue;
    edits.push({ span: cell.span, newText: String(value) });
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** What an equation's total must be for it to hold, its other terms as they are; `null` where that is no count. */
export function totalFor({ form, table, left, right }: Equation): number | null {
  if (left === null || right === null) return null;
  const total = table.cells[form.total]!.value ?? 0;
  const expected = total + left - right;
  return expected >= 0 && isWritten(table.cells[form.total]!) ? expected : null;
}

function isSum(equation: EquationForm): boolean {
  return equation.right.length === 1 && equation.right[0] === equation.total;
}

function sumOf(indices: readonly number[], values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const index of indices) {
    const value = values[index] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
