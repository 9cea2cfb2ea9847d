import fc from 'fast-check';

/** Tries a law on so many random values, the same ones every time. */
export function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, law: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { seed: 20_251_121, numRuns: runs });
}
