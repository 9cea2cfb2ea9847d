/** Sums of numbers of which some may be unknown. */

/** The sum of all; `null` where one is unknown. */
export function sumOf(values: Iterable<number | null>): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** The sum of the values at some places; `null` where one is unknown. */
export function sumAt(places: readonly number[], values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const place of places) {
    const value = values[place] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
