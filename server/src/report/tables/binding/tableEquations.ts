/** The form's balance rules with the numbers of a table. */

import { sumsTo } from '../../form/equationForms.ts';
import { isEmpty } from '../../model/cells.ts';
import type { Cell, Equation, Table, TableForm } from '../../model/index.ts';
import { sumAt } from '../../text/sums.ts';

/**
 * What each cell counts for in arithmetic: its number; 0 for a blank or a dash in place of an addend; `null` if it is
 * unknown. A blank total is unknown unless all its addends are blank too.
 *
 * @param cells the cells of a table by `CellForm.index`
 */
export function valuesOf(form: TableForm, cells: readonly Cell[]): (number | null)[] {
  return cells.map((cell, index) => (isEmpty(cell) ? valueOfEmpty(form, cells, index) : cell.value));
}

function valueOfEmpty(form: TableForm, cells: readonly Cell[], index: number): number | null {
  const sums = sumsTo(form, index);
  if (sums.length === 0) return 0;
  return sums.some((sum) => sum.left.every((addend) => isEmpty(cells[addend]!))) ? 0 : null;
}

/** Every equation of the table's form, held or broken or not to be told. */
export function readEquations(table: Table): Equation[] {
  const { values } = table;
  return table.form.equations.map((form) => {
    const left = sumAt(form.left, values);
    const right = sumAt(form.right, values);
    return { form, table, left, right, holds: left === null || right === null ? null : left === right };
  });
}
