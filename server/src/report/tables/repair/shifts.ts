/** Rows whose numbers stand one column too far: one slip that may change more cells than the search takes on. */
import type { LineForm } from '../../model/index.ts';
import { MOST_CELLS } from './searchCulprits.ts';
import { isCount, isSelfContained, mendedBy, type Shift, type System } from './system.ts';

/** Fewer numbers are no row that slipped. */
const FEWEST_MOVED = 3;

/**
 * The ways to move a row's numbers back by one column that mend what they touch and break nothing; the widest only, and
 * only those that change more cells than the search takes on: where three or fewer moved, it finds them among others.
 */
export function shiftedRows(system: System): (readonly Shift[])[] {
  const rows = movesThatMend(system);
  return rows.filter(
    (set, at) => !rows.some((other, place) => changesAllOf(other, set) && isWider(other, place, set, at)),
  );
}

/** Wider, or the same set found before. */
function isWider(other: readonly Shift[], place: number, set: readonly Shift[], at: number): boolean {
  return other.length > set.length || (other.length === set.length && place < at);
}

function changesAllOf(wide: readonly Shift[], narrow: readonly Shift[]): boolean {
  return narrow.every(({ cell }) => wide.some((shift) => shift.cell === cell));
}

function movesThatMend(system: System): (readonly Shift[])[] {
  return system.table.form.lines.flatMap((line) => {
    if (!isSummedRow(line)) return [];
    const values = line.cells.map(({ index }) => system.values[index] ?? null);
    if (!values.every((value) => value !== null)) return [];
    return movesBack(values)
      .map((moved) => differences(line, values, moved))
      .filter((shifts) => shifts.length > MOST_CELLS && shifts.every((shift) => isCount(system, shift)))
      .filter((shifts) => isSelfContained(system, shifts) && mendedBy(system, shifts).length > 0);
  });
}

/** Whether a line's last number is the total of all others. */
export function isSummedRow({ cells, total }: LineForm): boolean {
  return cells.length > 2 && total === cells.length - 1;
}

/**
 * The numbers of a row before they slipped to the right or the left, from some column on, with the total or without:
 * the 0 that came in is taken out, and what fell off at the other end follows from the row's sum.
 */
export function movesBack(row: readonly number[]): number[][] {
  const moves: number[][] = [];
  for (const end of [row.length - 1, row.length]) {
    for (let start = 0; start + FEWEST_MOVED <= end; start++) {
      const [before, moved, after] = [row.slice(0, start), row.slice(start, end), row.slice(end)];
      if (moved[0] === 0) moves.push(completed([...before, ...moved.slice(1), null, ...after]));
      if (moved.at(-1) === 0) moves.push(completed([...before, null, ...moved.slice(0, -1), ...after]));
    }
  }
  return moves;
}

/** A row with its one missing number, which may come out negative. */
function completed(row: readonly (number | null)[]): number[] {
  const parts = row.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const total = row.at(-1) ?? null;
  return row.map((value) => value ?? (total === null ? parts : total - parts));
}

function differences(line: LineForm, values: readonly number[], moved: readonly number[]): Shift[] {
  return moved
    .map((value, at) => ({ cell: line.cells[at]!.index, by: value - values[at]! }))
    .filter(({ by }) => by !== 0);
}
