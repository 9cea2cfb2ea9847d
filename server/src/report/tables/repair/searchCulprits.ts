/**
 * Error localisation after Fellegi and Holt, "A systematic approach to automatic edit and imputation" (JASA 71, 1976):
 * the smallest sets of cells whose change makes every equation hold with non-negative integers.
 *
 * A smallest set of up to three cells has no cycle: its cells can be put in an order in which each is the last that is
 * left in some equation, so that the equation says by how much it changes. The search goes through these orders:
 * it takes a broken equation, lets one of its cells mend it, and goes on with what is broken then. No amount is guessed.
 *
 * Bounds: sets of at most `MOST_CELLS` cells, `MOST_STEPS` changes tried in all (about 20 ms); a set of n cells mends at
 * most n times as many equations as one cell stands in, so a table with more broken ones is given up at once.
 */
import { apply, brokenIn, isCount, type Shift, type System } from './system.ts';

export const MOST_CELLS = 3;
const MOST_STEPS = 200_000;

interface Search {
  readonly system: System;
  readonly chosen: Shift[];
  readonly found: Map<string, readonly Shift[]>;
  steps: number;
}

/** Every smallest set of changes, in no order; empty where it has more than `MOST_CELLS` cells or the search gave up. */
export function smallestSets(system: System): (readonly Shift[])[] {
  const search: Search = { system, chosen: [], found: new Map(), steps: 0 };
  for (let size = 1; size <= MOST_CELLS; size++) {
    extend(search, size);
    if (search.steps > MOST_STEPS) return [];
    if (search.found.size > 0) return [...search.found.values()];
  }
  return [];
}

/** Adds `left` more changes to those chosen, in every way that could mend all that is broken. */
function extend(search: Search, left: number): void {
  const { system, chosen } = search;
  const broken = brokenIn(system);
  if (broken.length === 0 || broken.length > left * system.mostTerms) return;
  if (left === 1) {
    complete(search, broken);
    return;
  }
  for (const equation of broken) {
    for (const cell of system.cells[equation]!) {
      const shift = mendingShift(system, equation, cell);
      if (!isCandidate(search, shift)) continue;
      chosen.push(shift);
      apply(system, shift);
      extend(search, left - 1);
      apply(system, { cell, by: -shift.by });
      chosen.pop();
    }
  }
}

/** Keeps the chosen changes with each last one that mends exactly what is broken. */
function complete(search: Search, broken: readonly number[]): void {
  const { system, chosen, found } = search;
  for (const cell of system.cells[broken[0]!]!) {
    const shift = mendingShift(system, broken[0]!, cell);
    if (!isCandidate(search, shift) || !mendsAll(system, shift, broken.length)) continue;
    const set = [...chosen, shift].sort((a, b) => a.cell - b.cell);
    found.set(set.map(({ cell: index }) => index).join(), set);
  }
}

function mendingShift({ terms, residuals }: System, equation: number, cell: number): Shift {
  const { sign } = terms[cell]!.find((term) => term.equation === equation)!;
  return { cell, by: sign * residuals[equation]! };
}

function isCandidate(search: Search, shift: Shift): boolean {
  search.steps++;
  if (search.steps > MOST_STEPS || !isCount(search.system, shift)) return false;
  return !search.chosen.some((other) => other.cell === shift.cell);
}

/** Whether a change mends every equation of its cell, and these are all the broken ones. */
function mendsAll({ terms, residuals }: System, { cell, by }: Shift, brokenCount: number): boolean {
  const own = terms[cell]!;
  return own.length === brokenCount && own.every(({ equation, sign }) => residuals[equation] === sign * by);
}
