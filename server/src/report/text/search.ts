/** Looking up places in ascending order. */

/**
 * The first of `length` places in order at which something is so, and at all behind it; `length` where it is so nowhere.
 * Logarithmic.
 */
export function firstPlace(length: number, isReached: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of ascending numbers are below a limit. */
export function countBelow(numbers: ArrayLike<number>, limit: number): number {
  return firstPlace(numbers.length, (place) => numbers[place]! >= limit);
}
