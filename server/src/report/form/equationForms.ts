/** What can be told of an equation by its form alone. */
import type { EquationForm, TableForm } from './formModel.ts';

/** Whether an equation is a plain sum: its addends on the left, their total alone on the right. */
export function isSum({ right, total }: EquationForm): boolean {
  return right.length === 1 && right[0] === total;
}

/** By form and cell: asked of every empty cell, and the same for all tables of a form. */
const knownSums = new WeakMap<TableForm, readonly (readonly EquationForm[])[]>();

/** The sums whose total a cell is. */
export function sumsTo(form: TableForm, index: number): readonly EquationForm[] {
  const known = knownSums.get(form) ?? sumsByTotal(form);
  knownSums.set(form, known);
  return known[index] ?? [];
}

function sumsByTotal({ cells, equations }: TableForm): readonly (readonly EquationForm[])[] {
  const sums = equations.filter(isSum);
  return cells.map(({ index }) => sums.filter(({ total }) => total === index));
}

/** The totals of the sums that have one of some cells among their addends. */
export function totalsOver({ equations }: TableForm, cells: ReadonlySet<number>): ReadonlySet<number> {
  const sums = equations.filter(
    (equation) => isSum(equation) && equation.left.some((index) => cells.has(index)),
  );
  return new Set(sums.map(({ total }) => total));
}

/** The sum of which all cells are among some. */
export function sumWithin(
  equations: readonly EquationForm[],
  cells: ReadonlySet<number>,
): EquationForm | undefined {
  return equations.find(
    (equation) => isSum(equation) && termsOf(equation).every((index) => cells.has(index)),
  );
}

/** Every cell of an equation by its index, left side first. */
export function termsOf({ left, right }: EquationForm): number[] {
  return [...left, ...right];
}
