/** What is asked of a cell in many places. */

import type { Cell } from './boundTable.ts';
import type { Reading } from './proseClaim.ts';

/** Whether a cell has nothing in it: blank or a dash. */
export function isEmpty({ state }: Cell): boolean {
  return state === 'blank' || state === 'dash';
}

/** What a cell counts for as an addend: nothing in it is 0; `null` where it cannot be told. */
export function addendOf(cell: Cell): number | null {
  return isEmpty(cell) ? 0 : cell.value;
}

/** The cells that a reading adds up. */
export function cellsOf({ table, terms }: Reading): Cell[] {
  return terms.map(({ index }) => table.cells[index]!);
}
