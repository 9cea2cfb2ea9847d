/** Exact sums of decimal numbers as they are printed: amounts have a few places, counts none. */

const MOST_PLACES = 6;

/** How many digits a number has behind its point. */
export function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  return Math.min(text.length - text.indexOf('.') - 1, MOST_PLACES);
}

/** The exact sum, worked out in the smallest unit that occurs. */
export function sumDecimals(values: readonly number[]): number {
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0);
  const scale = 10 ** places;
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;
}

/**
 * How far a sum of rounded numbers may be from the rounded sum: half a unit of the last place of each of them. Whole
 * numbers are taken as exact.
 */
export function roundingSlack(values: readonly number[]): number {
  return values.reduce((slack, value) => {
    const places = decimalPlaces(value);
    return places === 0 ? slack : slack + 0.5 / 10 ** places;
  }, 0);
}
