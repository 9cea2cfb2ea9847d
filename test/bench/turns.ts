/** Takes timings in turns, so that a machine that slows down slows both sides. */
import type { Timings } from './table.ts';

export interface Turns {
  readonly warmUp: number;
  readonly rounds: number;
}

const BRIEFLY = 10;

/** A tenth of the turns, to see that a measurement works, or where figures do not matter. */
export function shortened({ warmUp, rounds }: Turns, brief: boolean): Turns {
  return brief
    ? { warmUp: Math.ceil(warmUp / BRIEFLY), rounds: Math.ceil(rounds / BRIEFLY) }
    : { warmUp, rounds };
}

type Action = () => unknown;

/** Times two synchronous actions. */
export function inTurns(measured: Action, baseline: Action, { warmUp, rounds }: Turns): Timings {
  const timings = { measured: [] as number[], baseline: [] as number[] };
  for (let round = -warmUp; round < rounds; round++) {
    const pair = { measured: time(measured), baseline: time(baseline) };
    if (round < 0) continue;
    timings.measured.push(pair.measured);
    timings.baseline.push(pair.baseline);
  }
  return timings;
}

/** Times two actions that take their time elsewhere; each tells how long it took. */
export async function inTurnsAsync(
  measured: () => Promise<number>,
  baseline: () => Promise<number>,
  { warmUp, rounds }: Turns,
): Promise<Timings> {
  const timings = { measured: [] as number[], baseline: [] as number[] };
  for (let round = -warmUp; round < rounds; round++) {
    const pair = { measured: await measured(), baseline: await baseline() };
    if (round < 0) continue;
    timings.measured.push(pair.measured);
    timings.baseline.push(pair.baseline);
  }
  return timings;
}

/** What an action returned is kept, lest it be optimised away. */
let kept: unknown;

export function time(action: Action): number {
  const start = performance.now();
  kept = action();
  return performance.now() - start;
}

export function lastResult(): unknown {
  return kept;
}
