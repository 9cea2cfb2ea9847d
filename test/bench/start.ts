/** 5. Starting: spawn to the answer to `initialize`, bundle sizes, memory with a report open. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundles.ts';
import { Client } from './client.ts';
import { root, tenKilobyteReport } from './material.ts';
import { printTable, type Row, ratioRow } from './table.ts';
import { inTurnsAsync } from './turns.ts';

const TURNS = { warmUp: 3, rounds: 30 };
const KILOBYTE = 1024;

export async function measureStart(bundles: Bundles): Promise<void> {
  const timings = await inTurnsAsync(
    () => startTime(bundles.server),
    () => startTime(bundles.echo),
    TURNS,
  );
  printTable('5. Start', [ratioRow('spawn to initialize, against a bundled echo', timings, 'p50 ≤ 1.2×')]);
  printTable('   Memory with a 10 KB report open', [await memoryRow(bundles)]);
  printTable('   Bundles', sizeRows(bundles));
}

async function startTime(program: string): Promise<number> {
  const begin = performance.now();
  const client = await Client.start(program, 'pull');
  const time = performance.now() - begin;
  await client.stop();
  return time;
}

async function memoryRow({ server, echo }: Bundles): Promise<Row> {
  const [measured, baseline] = [await memoryOf(server), await memoryOf(echo)];
  if (measured === null || baseline === null) {
    return { what: 'not told by this system', measured: '', baseline: '', result: '', aim: '' };
  }
  const megabytes = (bytes: number): string => `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
  const result = `${(measured / baseline).toFixed(2)}×`;
  return { what: 'resident', measured: megabytes(measured), baseline: megabytes(baseline), result, aim: '' };
}

async function memoryOf(program: string): Promise<number | null> {
  const client = await Client.start(program, 'push');
  await client.open(tenKilobyteReport());
  const memory = client.memory();
  await client.stop();
  return memory;
}

function sizeRows({ server, echo }: Bundles): Row[] {
  const kilobytes = (file: string): string => `${(statSync(file).size / KILOBYTE).toFixed(0)} KB`;
  const ratio = (statSync(server).size / statSync(echo).size).toFixed(2);
  const others = builtFiles().map(
    (file): Row => ({
      what: file,
      measured: kilobytes(join(root, 'dist', file)),
      baseline: '',
      result: '',
      aim: '',
    }),
  );
  const own = { what: 'server, against the echo', measured: kilobytes(server), baseline: kilobytes(echo) };
  return [{ ...own, result: `${ratio}×`, aim: '≤ 400 KB' }, ...others];
}

/** What `npm run build` made, if it was run. */
function builtFiles(): string[] {
  try {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    return files.filter((file) => /\.(?:js|vsix)$/.test(file)).sort();
  } catch {
    return [];
  }
}
