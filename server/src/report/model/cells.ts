/** What is asked of a cell in many places. */
import type { Reading } from './claim.ts';
import type { Cell } from './table.ts';

/** Whether a cell has nothing in it: blank or a dash. */
export function isEmpty({ state }: Cell): boolean {
  return state === 'blank' || state === 'dash';
}

/** The cells that a reading adds up. */
export function cellsOf({ table, terms }: Reading): Cell[] {
  return terms.map(({ index }) => table.cells[index]!);
}
