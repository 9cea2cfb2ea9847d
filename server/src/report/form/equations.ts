/** What can be told of an equation by its form alone. */
import type { EquationForm } from './model.ts';

/** Whether an equation is a plain sum: its addends on the left, their total alone on the right. */
export function isSum({ right, total }: EquationForm): boolean {
  return right.length === 1 && right[0] === total;
}

/** Every cell of an equation by its index, left side first. */
export function termsOf({ left, right }: EquationForm): number[] {
  return [...left, ...right];
}
