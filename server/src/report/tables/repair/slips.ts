/**
 * How much a change looks like a slip of the hand, as in Scholtus, "Automatic correction of simple typing errors in
 * numerical data with balance edits" (Statistics Netherlands, 2009).
 *
 * A weight is about the number of bits by which a slip is rarer than no slip: each slip costs `ONE_SLIP`, and what it
 * made of the number costs the choices there were (one transposition in a short number, nine other digits a place).
 * Weights compare explanations of equal size only.
 */
import { lineOf } from '../../form/cellForms.ts';
import type { Cell, CellSlip, Change, SetSlip, Table } from '../../model/index.ts';
import { isSummedRow, movesBack } from './shifts.ts';

const ONE_SLIP = 6;
const cellWeights: Readonly<Record<CellSlip, number>> = {
  transposed: 1,
  dropped: 2,
  doubled: 2,
  'wrong-row': 2,
  omitted: 3,
  digit: 4,
};
const UNRECOGNISED = 10;
const setWeights: Readonly<Record<SetSlip, number>> = { swapped: 1, shifted: 1, 'wrong-row': 4 };

/** The change of a cell to another number, and the slip it undoes. */
export function changeOf(table: Table, cell: Cell, from: number, to: number): Change {
  return { cell, from, to, slip: slipOfCell(table, cell, from, to) };
}

/** What a change, or changes that one slip explains, weigh. */
export function weightOf(changes: readonly Change[], slip: SetSlip | null): number {
  if (slip !== null) return ONE_SLIP + setWeights[slip];
  const weights = changes.map((change) => (change.slip === null ? UNRECOGNISED : cellWeights[change.slip]));
  return weights.reduce((sum, weight) => sum + ONE_SLIP + weight, 0);
}

function slipOfCell(table: Table, cell: Cell, from: number, to: number): CellSlip | null {
  if (cell.state === 'blank' || cell.state === 'dash') return 'omitted';
  const [wrong, right] = [String(from), String(to)];
  if (wrong.length === right.length) {
    if (isTransposed(wrong, right)) return 'transposed';
    if (countDifferences(wrong, right) === 1) return 'digit';
  }
  if (isWithoutOneDigit(wrong, right)) return 'dropped';
  if (isWithoutOneDigit(right, wrong) && hasDoubledDigit(wrong, right)) return 'doubled';
  return isCopiedTotal(table, cell, from) ? 'wrong-row' : null;
}

function isTransposed(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function countDifferences(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) count++;
  return count;
}

/** Whether the first is the second with one digit left out. */
function isWithoutOneDigit(short: string, long: string): boolean {
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/** Whether the digit that the long number has more stands beside its like. */
function hasDoubledDigit(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 0 && long[at] === long[at - 1];
}

/** Whether a total has the number of the total above or below it. */
function isCopiedTotal(table: Table, cell: Cell, from: number): boolean {
  if (from === 0 || !isTotal(table, cell)) return false;
  return [-1, 1].some((step) => verticalNeighbour(table, cell, step)?.value === from);
}

/** Whether a cell is the total of some equation. */
export function isTotal(table: Table, cell: Cell): boolean {
  return table.form.equations.some((equation) => equation.total === cell.form.index);
}

/** The one slip that several changes undo together: neighbours swapped, a row shifted, a total in the wrong row. */
export function slipOfSet(table: Table, changes: readonly Change[]): SetSlip | null {
  if (changes.length < 2) return null;
  if (changes.length === 2) {
    const [a, b] = changes as readonly [Change, Change];
    if (areNeighbours(table, a.cell, b.cell) && a.to === b.from && b.to === a.from) return 'swapped';
    if (isTotalMoved(table, a, b) || isTotalMoved(table, b, a)) return 'wrong-row';
  }
  return isShiftedRow(table, changes) ? 'shifted' : null;
}

/** Whether a total's number stands in the row above or below it. */
function isTotalMoved(table: Table, total: Change, other: Change): boolean {
  if (total.to !== other.from || total.to === 0 || !isTotal(table, total.cell)) return false;
  return [-1, 1].some((step) => verticalNeighbour(table, total.cell, step) === other.cell);
}

function areNeighbours(table: Table, a: Cell, b: Cell): boolean {
  if (
    Math.abs(a.form.index - b.form.index) === 1 &&
    lineOf(table.form, a.form) === lineOf(table.form, b.form)
  )
    return true;
  return [-1, 1].some((step) => verticalNeighbour(table, a, step) === b);
}

function verticalNeighbour(table: Table, cell: Cell, step: number): Cell | null {
  const line = lineOf(table.form, cell.form);
  const other = table.form.lines[line.index + step];
  if (!other || other.block !== line.block) return null;
  return table.cells[other.cells[line.cells.indexOf(cell.form)]!.index]!;
}

/** Whether the changes move a row's numbers back by one column. */
function isShiftedRow(table: Table, changes: readonly Change[]): boolean {
  const line = lineOf(table.form, changes[0]!.cell.form);
  if (!isSummedRow(line) || changes.some(({ cell }) => !line.cells.includes(cell.form))) return false;
  const before = line.cells.map(({ index }) => table.cells[index]!.value ?? 0);
  const after = [...before];
  for (const { cell, to } of changes) after[line.cells.indexOf(cell.form)] = to;
  return movesBack(before).some((moved) => moved.every((value, at) => value === after[at]));
}
