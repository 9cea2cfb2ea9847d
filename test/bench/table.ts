/** What the benchmark prints: ratios taken in one run, each beside its aim. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly baseline: string;
  /** The figures that the aim is about. */
  readonly result: string;
  readonly aim: string;
}

const HEAD: Row = { what: '', measured: 'measured', baseline: 'baseline', result: 'ratio', aim: 'aim' };
const COLUMNS = ['what', 'measured', 'baseline', 'result', 'aim'] as const;

export function printTable(title: string, rows: readonly Row[]): void {
  const all = [HEAD, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)));
  console.log(`\n${title}`);
  for (const row of all) {
    console.log(`  ${COLUMNS.map((column, i) => row[column].padEnd(widths[i]!)).join('  ')}`.trimEnd());
  }
}

/** Timings of the thing measured and of what it is held against, in milliseconds, taken in turns. */
export interface Timings {
  readonly measured: readonly number[];
  readonly baseline: readonly number[];
}

export function ratioRow(what: string, { measured, baseline }: Timings, aim: string): Row {
  const ratio = (share: number): string =>
    (percentile(measured, share) / percentile(baseline, share)).toFixed(2);
  return {
    what,
    measured: describe(measured),
    baseline: describe(baseline),
    result: `p50 ${ratio(0.5)}×  p95 ${ratio(0.95)}×`,
    aim,
  };
}

function describe(times: readonly number[]): string {
  return `p50 ${milliseconds(percentile(times, 0.5))}  p95 ${milliseconds(percentile(times, 0.95))}`;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 3 : 1)} ms`;
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
