/** 6. Checking reports that are held against each other, against as many that have nothing to do with each other. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundles.ts';
import { tenKilobyteReport } from './material.ts';
import { printTable, ratioRow } from './table.ts';
import { inTurns } from './turns.ts';

const REPORTS = 1000;
const YEARS = 5;
const LAST = 2025;
const TURNS = { warmUp: 1, rounds: 9 };

export function measureTogether({ folder, cli }: Bundles): void {
  // Every body has a report for each of five years, the later ones first, and a city is said to be the sum of all.
  const together = fill(join(folder, 'together'), (index) => ({
    body: Math.floor(index / YEARS),
    back: index % YEARS,
  }));
  const plan = { aggregates: [{ parent: '第0县人民政府办公室', members: [{ files: '*.txt' }] }] };
  writeFileSync(join(together, 'disclosure-report.json'), JSON.stringify(plan));
  const alone = fill(join(folder, 'alone'), (index) => ({ body: index, back: 0 }));
  const timings = inTurns(
    () => run(cli, together),
    () => run(cli, alone),
    TURNS,
  );
  printTable(`6. Checking ${REPORTS} reports against each other, against checking as many alone`, [
    ratioRow('spawn to exit', timings, 'p50 ≤ 3×'),
  ]);
}

interface Which {
  readonly body: number;
  /** How many years back. */
  readonly back: number;
}

function fill(folder: string, which: (index: number) => Which): string {
  const report = tenKilobyteReport();
  const [issuer] = /^.*?(?=2025年)/m.exec(report)!;
  mkdirSync(folder);
  for (let index = 0; index < REPORTS; index++) {
    const { body, back } = which(index);
    const text = report.replace(issuer, `第${body}县人民政府办公室`).replaceAll('2025年', `${LAST - back}年`);
    writeFileSync(join(folder, `${body}-${back}.disclosure.txt`), text);
  }
  return folder;
}

function run(cli: string, folder: string): void {
  const args = [cli, 'check', '--format', 'json', '--fail-on', 'never', folder];
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(String(stderr));
}
