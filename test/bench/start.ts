/** 5. Starting: spawn to the answer to `initialize` and to the first findings, bundle sizes, memory with a report open. */
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
  const rows = [
    await against(bundles, 'spawn to initialize, against a bundled echo', answerTime, 'p50 ≤ 1.2×'),
    await against(bundles, 'spawn to the findings of a 10 KB report', findingsTime, ''),
  ];
  printTable('5. Start', rows);
  printTable('   Memory with a 10 KB report open', [await memoryRow(bundles)]);
  printTable('   Bundles', sizeRows(bundles));
}

async function against(
  { server, echo }: Bundles,
  what: string,
  time: (program: string) => Promise<number>,
  aim: string,
): Promise<Row> {
  const timings = await inTurnsAsync(
    () => time(server),
    () => time(echo),
    TURNS,
  );
  return ratioRow(what, timings, aim);
}

async function answerTime(program: string): Promise<number> {
  const begin = performance.now();
  const client = await Client.start(program, 'pull');
  const time = performance.now() - begin;
  await client.stop();
  return time;
}

async function findingsTime(program: string): Promise<number> {
  const begin = performance.now();
  const client = await Client.start(program, 'pull');
  await client.open(tenKilobyteReport());
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

/** What a user loads is both files of the server: the aim is held against their sum. */
function sizeRows({ server, engine, echo }: Bundles): Row[] {
  const sizeOf = (file: string): number => statSync(file).size;
  const kilobytes = (bytes: number): string => `${(bytes / KILOBYTE).toFixed(0)} KB`;
  const row = (what: string, bytes: number): Row => ({
    what,
    measured: kilobytes(bytes),
    baseline: '',
    result: '',
    aim: '',
  });
  const both = sizeOf(server) + sizeOf(engine);
  const ratio = `${(both / sizeOf(echo)).toFixed(2)}×`;
  return [
    {
      what: 'server and engine, against the echo',
      measured: kilobytes(both),
      baseline: kilobytes(sizeOf(echo)),
      result: ratio,
      aim: '≤ 400 KB',
    },
    row('server: loaded before `initialize` is answered', sizeOf(server)),
    row('engine: loaded when it is answered', sizeOf(engine)),
    ...builtFiles().map((file) => row(file, sizeOf(join(root, 'dist', file)))),
  ];
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
