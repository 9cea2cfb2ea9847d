/** Totals from their addends. */

import { writeNumbers } from '../../edit/fixes.ts';
import { isSum, termsOf } from '../../form/equationForms.ts';
import { addendOf, isEmpty } from '../../model/cells.ts';
import type { Cell, Equation, EquationForm, Table, TextEdit } from '../../model/index.ts';
import { sumAt } from '../../text/sums.ts';
import { isWritten } from './localize.ts';

/** Edits that set every total of a table to the sum of its addends; totals with an unknown addend stay. */
export function recomputeTotals(table: Table): TextEdit[] {
  const values = table.cells.map(addendOf);
  const sums = table.form.equations.filter(isSum);
  writeTotals(sums, values);
  const totals = new Set(sums.map((equation) => equation.total));
  const changes: { cell: Cell; number: number }[] = [];
  for (const index of totals) {
    const cell = table.cells[index]!;
    const value = values[index]!;
    if (value === null || !isWritten(cell) || cell.text === String(value) || (isEmpty(cell) && value === 0))
      continue;
    changes.push({ cell, number: value });
  }
  return writeNumbers(changes.sort((a, b) => a.cell.form.index - b.cell.form.index));
}

/**
 * Writes totals until none changes any more. A total may be a term of another, so this takes as many rounds as sums
 * stand upon each other; sums that contradict each other never settle and are left after as many rounds as there are.
 */
function writeTotals(sums: readonly EquationForm[], values: (number | null)[]): void {
  for (let round = 0, hasChanged = true; hasChanged && round < sums.length; round++) {
    hasChanged = false;
    for (const { left, total } of sums) {
      const expected = sumAt(left, values);
      if (expected === null || expected === values[total]) continue;
      values[total] = expected;
      hasChanged = true;
    }
  }
}

/** What an equation's total must be for it to hold, its other terms as they are; `null` where that is no count. */
export function totalFor({ form, table, left, right }: Equation): number | null {
  if (left === null || right === null) return null;
  const total = table.cells[form.total]!.value ?? 0;
  const expected = total + left - right;
  return expected >= 0 && isWritten(table.cells[form.total]!) ? expected : null;
}

/** How many equations hold that would not if an equation's total were recomputed. */
export function countHeldBy({ form, table: { form: tableForm, values } }: Equation): number {
  const held = tableForm.equations.filter((other) => {
    if (other === form || !termsOf(other).includes(form.total)) return false;
    const left = sumAt(other.left, values);
    return left !== null && left === sumAt(other.right, values);
  });
  return held.length;
}
