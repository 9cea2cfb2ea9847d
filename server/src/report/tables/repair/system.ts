/** A table's balance rules as a sparse linear system: which cells may change, and which equations each of them moves. */

import { termsOf } from '../../form/equationForms.ts';
import { isEmpty } from '../../model/cells.ts';
import type { Cell, Equation, Table, TableForm } from '../../model/index.ts';

/** A cell's part in an equation: +1 on the left side, −1 on the right. */
export interface Term {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/** Which cell stands in which equation. */
interface Structure {
  /** By equation: its cells. */
  readonly cells: readonly (readonly number[])[];
  /** By cell: the equations it stands in. */
  readonly terms: readonly (readonly Term[])[];
  /** In how many equations a cell stands at most. */
  readonly mostTerms: number;
}

/** A table's equations; those with an unknown cell constrain nothing. */
export interface System extends Structure {
  readonly table: Table;
  readonly equations: readonly Equation[];
  /** By equation: what its left side lacks, right − left; 0 where it holds. */
  readonly residuals: number[];
  /** By cell: what it counts for; `null` where it is unknown or has no place in the text. */
  readonly values: readonly (number | null)[];
}

/** A cell and the amount by which it changes. */
export interface Shift {
  readonly cell: number;
  readonly by: number;
}

/**
 * The system of the equations of one table.
 *
 * @param equations all that its form has, in the form's order
 */
export function systemOf(equations: readonly Equation[]): System {
  const { table } = equations[0]!;
  const { cells, terms, mostTerms } = structureOf(table.form);
  const isKnown = ({ equation }: Term): boolean => equations[equation]!.holds !== null;
  return {
    table,
    equations,
    residuals: equations.map(({ left, right, holds }) => (holds === null ? 0 : right! - left!)),
    cells,
    terms: equations.some(({ holds }) => holds === null) ? terms.map((own) => own.filter(isKnown)) : terms,
    mostTerms,
    values: table.cells.map((cell, index) => (isWritten(cell) ? table.values[index]! : null)),
  };
}

const structures = new WeakMap<TableForm, Structure>();

function structureOf(form: TableForm): Structure {
  const structure = structures.get(form) ?? readStructure(form);
  structures.set(form, structure);
  return structure;
}

function readStructure(form: TableForm): Structure {
  const terms: Term[][] = form.cells.map(() => []);
  form.equations.forEach(({ left, right }, equation) => {
    for (const cell of left) terms[cell]!.push({ equation, sign: 1 });
    for (const cell of right) terms[cell]!.push({ equation, sign: -1 });
  });
  return {
    cells: form.equations.map(termsOf),
    terms,
    mostTerms: terms.reduce((most, { length }) => Math.max(most, length), 0),
  };
}

/** Whether a cell has a place in the text that can be changed. */
export function isWritten(cell: Cell): boolean {
  return cell.state === 'number' || cell.state === 'invalid' || isEmpty(cell);
}

/** The equations that do not hold. */
export function brokenIn({ residuals }: System): number[] {
  const broken: number[] = [];
  for (let equation = 0; equation < residuals.length; equation++)
    if (residuals[equation] !== 0) broken.push(equation);
  return broken;
}

/** Changes a cell, in the residuals; the opposite amount takes it back. */
export function apply({ terms, residuals }: System, { cell, by }: Shift): void {
  for (const { equation, sign } of terms[cell]!) residuals[equation] = residuals[equation]! - sign * by;
}

/** Whether a cell stays a count when it changes by this much. */
export function isCount({ values }: System, { cell, by }: Shift): boolean {
  const value = values[cell] ?? null;
  return value !== null && value + by >= 0 && Number.isSafeInteger(value + by);
}

/** What changes do to each equation they touch. */
function effectOf({ terms }: System, shifts: readonly Shift[]): Map<number, number> {
  const effect = new Map<number, number>();
  for (const { cell, by } of shifts) {
    for (const { equation, sign } of terms[cell]!)
      effect.set(equation, (effect.get(equation) ?? 0) + sign * by);
  }
  return effect;
}

/** Whether changes mend some broken equations for good and leave every other one as it is. */
export function isSelfContained(system: System, shifts: readonly Shift[]): boolean {
  for (const [equation, moved] of effectOf(system, shifts))
    if (moved !== 0 && moved !== system.residuals[equation]) return false;
  return true;
}

/** The broken equations that self-contained changes mend. */
export function mendedBy(system: System, shifts: readonly Shift[]): number[] {
  return [...effectOf(system, shifts)].filter(([, moved]) => moved !== 0).map(([equation]) => equation);
}
