import type { Cell } from './model.ts';

/** Whether a cell has nothing in it: blank or a dash. */
export function isEmpty({ state }: Cell): boolean {
  return state === 'blank' || state === 'dash';
}
