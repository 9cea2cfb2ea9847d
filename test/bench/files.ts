/** 4. Checking 2,000 files, against only reading them, and against a Markdown parser on them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundles.ts';
import { faultySample, soundSamples } from './material.ts';
import { printTable, ratioRow, type Timings } from './table.ts';
import { inTurns } from './turns.ts';

const FILES = 2000;
/** One in so many is full of faults. */
const FAULTY_EVERY = 20;
const TURNS = { warmUp: 2, rounds: 15 };

export function measureFiles({ folder, cli, reader, parser }: Bundles): void {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  for (let i = 0; i < FILES; i++) {
    const text = i % FAULTY_EVERY === 0 ? faultySample : soundSamples[i % soundSamples.length]!;
    writeFileSync(join(reports, `${i}.disclosure.txt`), text);
  }
  const check = (): void => run([cli, 'check', '--format', 'json', '--fail-on', 'never', reports]);
  const against = (program: string): Timings => inTurns(check, () => run([program, reports]), TURNS);
  printTable(`4. Checking ${FILES} files, spawn to exit`, [
    ratioRow('against only reading them', against(reader), 'p50 ≤ 3×'),
    ratioRow('against reading them and markdown-it parsing them', against(parser), ''),
  ]);
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(String(stderr));
}
