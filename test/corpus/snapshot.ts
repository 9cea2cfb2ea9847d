/** The corpus as it was measured last, committed: what changes since then has to be explained. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus, Measures } from './measure.ts';

type Snapshot = { readonly [Part in keyof Corpus]: Measures };

const place = join(import.meta.dirname, 'snapshot.json');

/** What is different from the snapshot, file by file. */
export function differences(now: Corpus): string[] {
  const before = readSnapshot();
  const real = now.real === null ? [] : compare(before.real, now.real);
  return [...compare(before.own, now.own), ...real];
}

function compare(before: Measures, now: Measures): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => before[name] !== now[name])
    .map((name) => `${name}\n  was ${before[name] ?? 'not there'}\n  is  ${now[name] ?? 'not there'}`);
}

/** Keeps what was measured; of real reports that are not at hand, what was measured last. */
export function update(now: Corpus): void {
  const next: Snapshot = { own: now.own, real: now.real ?? readSnapshot().real };
  writeFileSync(place, `${JSON.stringify(next, null, 2)}\n`);
}

function readSnapshot(): Snapshot {
  return JSON.parse(readFileSync(place, 'utf8'));
}
