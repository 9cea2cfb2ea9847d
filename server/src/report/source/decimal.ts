/** Exact sums of decimal numbers as they are printed: amounts have a few places, counts none. */

const MOST_PLACES = 6;

/** How many digits a number has behind its point. */
export function decimalPlaces(value: number): number {
  const text = String(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : Math.min(text.length - point - 1, MOST_PLACES);
}

/** The exact sum, worked out in the smallest unit that occurs. */
export function sumDecimals(values: readonly number[]): number {
  const scale = 10 ** Math.max(0, ...values.map(decimalPlaces));
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;
}

/**
 * How far a sum of rounded numbers may be from the rounded sum: half a unit of the last place of each of them. Zeros and
 * whole numbers are taken as exact.
 */
export function roundingSlack(values: readonly number[]): number {
  const places = values.map(decimalPlaces).filter((count) => count > 0);
  return places.reduce((slack, count) => slack + 0.5 / 10 ** count, 0);
}
