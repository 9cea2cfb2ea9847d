/** The fixes of balance findings: what changes to what, and which slip that undoes. */
import { writeNumbers } from '../../edit/fixes.ts';
import { lineOf } from '../../form/cellForms.ts';
import type { Cell, Change, Explanation, Fix, Table, TextKey } from '../../model/index.ts';
import { nameOfCell, nameOfLine } from '../../model/names.ts';
import { changeOf, isTotal } from '../../tables/repair/slips.ts';
import { fix } from '../rule.ts';

const SMALLEST_WITH_TWO_DIGITS = 10;

/** The changes of an explanation as one fix. */
export function explanationFix(table: Table, { changes, slip }: Explanation, isSafe: boolean): Fix {
  const canWrite = changes.every(({ cell }) => !cell.isCovered);
  const edits = canWrite ? writeNumbers(changes.map(({ cell, to }) => ({ cell, number: to }))) : [];
  const [first] = changes as readonly [Change];
  if (changes.length === 1)
    return fix(titleKeyOf(table, first), changeArguments(table, first), isSafe, edits);
  const args = {
    changes: listChanges(table, changes),
    count: changes.length,
    names: changes.map(({ cell }) => nameOfCell(table.form, cell.form)).join('、'),
    row: nameOfLine(lineOf(table.form, first.cell.form)),
    from: changes.map(({ from }) => from).join(', '),
    to: changes.map(({ to }) => to).join(', '),
  };
  return fix(slip === null ? 'fix.changes' : `fix.changes.${slip}`, args, isSafe, edits);
}

/** A total changed to what its addends make, offered and not safe. @param broken how many totals would fail that hold */
export function recomputeFix(table: Table, cell: Cell, to: number, broken: number): Fix {
  const edits = writeNumbers([{ cell, number: to }]);
  const change = changeOf(table, cell, cell.value ?? 0, to);
  const args = changeArguments(table, change);
  if (broken === 0) return fix(titleKeyOf(table, change), args, false, edits);
  return { ...fix('fix.recompute.breaking', { ...args, broken }, false, edits), isLastResort: true };
}

/** "自然人 · 予以公开 14 → 41；…" */
export function listChanges(table: Table, changes: readonly Change[]): string {
  return changes
    .map(({ cell, from, to }) => `${nameOfCell(table.form, cell.form)} ${from} → ${to}`)
    .join('；');
}

function changeArguments(table: Table, { cell, from, to }: Change): Record<string, string | number> {
  return { name: nameOfCell(table.form, cell.form), from, to };
}

/** That one digit was taken for another says something of numbers with more than one only. */
function titleKeyOf(table: Table, { cell, slip, to }: Change): TextKey {
  const says = slip === 'digit' && to < SMALLEST_WITH_TWO_DIGITS ? null : slip;
  if (isTotal(table, cell))
    return says === null || says === 'omitted' ? 'fix.recompute' : `fix.recompute.${says}`;
  return says === null || says === 'wrong-row' ? 'fix.change' : `fix.change.${says}`;
}
