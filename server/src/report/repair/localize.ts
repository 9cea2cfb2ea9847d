/**
 * Error localisation after Fellegi and Holt (1976) for one wrong cell: which single change makes every balance rule
 * hold. Broken equations that share a cell are explained together.
 */
import { countOf, isEmpty } from '../binding/equations.ts';
import type { Cell, Equation, Table } from '../model.ts';

/** A change of one cell that mends every broken equation of a fault and breaks none. */
export interface Change {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
}

/** Broken equations that hang together, and the single changes that would explain them all. */
export interface BalanceFault {
  readonly table: Table;
  /** In the order of the form's rules. */
  readonly equations: readonly Equation[];
  readonly explanations: readonly Change[];
}

/** The faults among a table's equations. Linear in the number of terms. */
export function localize(equations: readonly Equation[]): BalanceFault[] {
  const broken = equations.filter((equation) => equation.holds === false);
  if (broken.length === 0) return [];
  return connected(broken).map((component) => ({
    table: component[0]!.table,
    equations: component,
    explanations: explain(component, equations),
  }));
}

/** Groups of equations of one table in which each shares a cell with another. */
function connected(broken: readonly Equation[]): Equation[][] {
  const groups: { equations: Equation[]; cells: Set<number> }[] = [];
  for (const equation of broken) {
    const cells = termsOf(equation);
    const touched = groups.filter(
      (group) => group.equations[0]!.table === equation.table && cells.some((c) => group.cells.has(c)),
    );
    const merged = {
      equations: [...touched.flatMap((group) => group.equations), equation],
      cells: new Set(cells),
    };
    for (const group of touched) {
      for (const cell of group.cells) merged.cells.add(cell);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ equations }) => equations.sort((a, b) => broken.indexOf(a) - broken.indexOf(b)));
}

function termsOf(equation: Equation): number[] {
  return [...equation.form.left, ...equation.form.right];
}

function explain(component: readonly Equation[], all: readonly Equation[]): Change[] {
  const [first] = component;
  const { table } = first!;
  const sound = all.filter((equation) => equation.table === table && equation.holds === true);
  const changes: Change[] = [];
  for (const index of termsOf(first!)) {
    const shift = commonShift(index, component);
    const from = countOf(table, index);
    const cell = table.cells[index]!;
    if (shift === null || from === null || from + shift < 0 || !isWritten(cell)) continue;
    if (sound.some((equation) => termsOf(equation).includes(index))) continue;
    changes.push({ cell, from, to: from + shift });
  }
  return changes;
}

/** The one amount by which a cell must change to mend each of the equations; `null` if there is none. */
function commonShift(index: number, component: readonly Equation[]): number | null {
  let common: number | null = null;
  for (const { form, left, right } of component) {
    const isLeft = form.left.includes(index);
    if (!isLeft && !form.right.includes(index)) return null;
    const shift = isLeft ? right! - left! : left! - right!;
    if (common !== null && common !== shift) return null;
    common = shift;
  }
  return common;
}

/** Whether a cell has a place in the text that can be changed. */
export function isWritten(cell: Cell): boolean {
  return cell.state === 'number' || cell.state === 'invalid' || isEmpty(cell);
}
