/** 4. Checking 2,000 files, against only reading them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundles.ts';
import { faultySample, soundSamples } from './material.ts';
import { printTable, ratioRow } from './table.ts';
import { inTurns } from './turns.ts';

const FILES = 2000;
/** One in so many is full of faults. */
const FAULTY_EVERY = 20;
const TURNS = { warmUp: 2, rounds: 15 };

export function measureFiles({ folder, cli, reader }: Bundles): void {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  for (let i = 0; i < FILES; i++) {
    const text = i % FAULTY_EVERY === 0 ? faultySample : soundSamples[i % soundSamples.length]!;
    writeFileSync(join(reports, `${i}.disclosure.txt`), text);
  }
  const timings = inTurns(
    () => run([cli, 'check', '--format', 'json', '--fail-on', 'never', reports]),
    () => run([reader, reports]),
    TURNS,
  );
  printTable(`4. Checking ${FILES} files, against only reading them`, [
    ratioRow('spawn to exit', timings, 'p50 ≤ 3×'),
  ]);
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(String(stderr));
}
