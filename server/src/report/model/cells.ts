import type { Cell, Reading } from './index.ts';

/** Whether a cell has nothing in it: blank or a dash. */
export function isEmpty({ state }: Cell): boolean {
  return state === 'blank' || state === 'dash';
}

/** The cells that a reading adds up. */
export function cellsOf({ table, terms }: Reading): Cell[] {
  return terms.map(({ index }) => table.cells[index]!);
}
