/**
 * Which cells are wrong when totals do not balance: the smallest set whose change makes every balance rule hold, and
 * among equals the one that looks most like a slip.
 *
 * Up to three wrong cells a table are found for certain (`search.ts`). Beyond that, rows shifted by a column are
 * set apart, then cells that explain their broken equations alone; what is left, if it is no more than three cells,
 * is searched again. The rest stays unexplained, and its totals can be recomputed.
 */
import { termsOf } from '../../form/equationForms.ts';
import type { BalanceFault, Cell, Equation, Evidence, Explanation } from '../../model/index.ts';
import { evidenceFor, mostSupported } from './evidence.ts';
import { type Block, partition } from './partition.ts';
import { smallestSets } from './searchCulprits.ts';
import { shiftedRows } from './shifts.ts';
import { changeOf, slipOfSet, weightOf } from './slips.ts';
import {
  apply,
  brokenIn,
  isCount,
  isSelfContained,
  mendedBy,
  type Shift,
  type System,
  systemOf,
} from './system.ts';

export { isWritten } from './system.ts';

/** So much lighter, in bits, must a set of changes be than the next one to be clearly the best: eight times as likely. */
const CLEARLY = 3;

/**
 * The faults among the equations of one table; at once where all of them hold.
 *
 * @param evidence what other places say of its cells; it decides where several explanations are equally small
 */
export function localize(equations: readonly Equation[], evidence: readonly Evidence[] = []): BalanceFault[] {
  if (equations.every(({ holds }) => holds !== false)) return [];
  const system = systemOf(equations);
  const sets = smallestSets(system);
  if (sets.length === 0) return beyondTheBound(system, evidence);
  return partition(system, sets).map((block) => faultOf(system, block, true, evidence));
}

function beyondTheBound(system: System, evidence: readonly Evidence[]): BalanceFault[] {
  const faults: BalanceFault[] = [];
  const settle = (sets: readonly (readonly Shift[])[]): void => {
    for (const set of sets) {
      faults.push(faultOf(system, { equations: mendedBy(system, set), sets: [set] }, false, evidence));
      for (const shift of set) apply(system, shift);
    }
  };
  settle(uncontested(system, shiftedRows(system)));
  settle(uncontested(system, lonelyCells(system)));
  const sets = faults.length > 0 ? smallestSets(system) : [];
  if (sets.length > 0)
    faults.push(...partition(system, sets).map((block) => faultOf(system, block, false, evidence)));
  else faults.push(...unexplained(system));
  return faults.sort((a, b) => totalOfFirst(a) - totalOfFirst(b));
}

/** Changes of one cell that mend every equation of the cell. */
function lonelyCells(system: System): (readonly Shift[])[] {
  return system.values.flatMap((_, cell) => {
    const [first] = system.terms[cell]!;
    if (!first || system.residuals[first.equation] === 0) return [];
    const shift = { cell, by: first.sign * system.residuals[first.equation]! };
    return isCount(system, shift) && isSelfContained(system, [shift]) ? [[shift]] : [];
  });
}

/** The sets that mend no equation which another one of them mends as well. */
function uncontested(system: System, sets: readonly (readonly Shift[])[]): (readonly Shift[])[] {
  const claims = new Map<number, number>();
  for (const set of sets)
    for (const equation of mendedBy(system, set)) claims.set(equation, (claims.get(equation) ?? 0) + 1);
  return sets.filter((set) => mendedBy(system, set).every((equation) => claims.get(equation) === 1));
}

/** What is still broken, as one fault without an explanation. */
function unexplained(system: System): BalanceFault[] {
  const equations = brokenIn(system);
  return equations.length > 0 ? [faultOf(system, { equations, sets: [] }, false, [])] : [];
}

function faultOf(
  system: System,
  block: Block,
  isCertain: boolean,
  evidence: readonly Evidence[],
): BalanceFault {
  const bySlip = block.sets
    .map((set) => explanationOf(system, set))
    .sort((a, b) => a.weight - b.weight || a.changes[0]!.cell.form.index - b.changes[0]!.cell.form.index);
  const supported = mostSupported(bySlip, evidence);
  const alternatives = [...supported, ...bySlip.filter((explanation) => !supported.includes(explanation))];
  const equations = block.equations.toSorted((a, b) => a - b).map((index) => system.equations[index]!);
  const best = clearBest(supported);
  return {
    table: system.table,
    equations,
    alternatives,
    supported,
    best,
    evidence: best === null ? [] : evidenceFor(best, cellsIn(equations), evidence),
    isCertain,
  };
}

function cellsIn(equations: readonly Equation[]): Set<Cell> {
  return new Set(equations.flatMap(({ table, form }) => termsOf(form).map((index) => table.cells[index]!)));
}

function explanationOf({ table, values }: System, set: readonly Shift[]): Explanation {
  const changes = set
    .toSorted((a, b) => a.cell - b.cell)
    .map(({ cell, by }) => changeOf(table, table.cells[cell]!, values[cell]!, values[cell]! + by));
  const slip = slipOfSet(table, changes);
  return { changes, slip, weight: weightOf(changes, slip) };
}

/** Several single changes explain equally, whatever they look like; sets are told apart by their slips. */
function clearBest(alternatives: readonly Explanation[]): Explanation | null {
  const [first, second] = alternatives;
  if (!first || !second) return first ?? null;
  if (first.changes.length === 1) return null;
  return second.weight - first.weight >= CLEARLY ? first : null;
}

function totalOfFirst({ equations }: BalanceFault): number {
  return equations[0]!.form.total;
}
