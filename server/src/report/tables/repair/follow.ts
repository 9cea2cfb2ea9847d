/** What a number that cannot be read must be, where everything else says so. */

import type { EquationForm, Table } from '../../model/index.ts';
import { sumAt } from '../../text/sums.ts';

export interface Proof {
  readonly number: number;
  /** How many equations say so. */
  readonly count: number;
  readonly [argument: string]: number;
}

/**
 * The number of an unknown cell on which all equations agree whose other cells are known; `null` where there is none,
 * where they contradict each other, or where it would be no count.
 */
export function whatFollows(table: Table, index: number): Proof | null {
  const numbers = table.form.equations
    .map((equation) => solvedFor(table, equation, index))
    .filter((number) => number !== null);
  const [number] = numbers;
  if (number === undefined || number < 0 || numbers.some((other) => other !== number)) return null;
  return { number, count: numbers.length };
}

/** The value of a cell for which an equation holds; `null` if it is not in it, or another of its cells is unknown. */
function solvedFor(table: Table, { left, right }: EquationForm, index: number): number | null {
  const own = left.includes(index) ? left : right;
  if (!own.includes(index)) return null;
  const sumWithout = (indices: readonly number[]): number | null =>
    sumAt(
      indices.filter((other) => other !== index),
      table.values,
    );
  const [same, opposite] = [sumWithout(own), sumWithout(own === left ? right : left)];
  return same === null || opposite === null ? null : opposite - same;
}
