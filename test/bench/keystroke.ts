/**
 * 1. From a keystroke to its diagnostics, over stdio: against the server that JSON has in VS Code, on as many bytes, and
 * against one that does nothing, which is the floor.
 */
import { setTimeout } from 'node:timers/promises';
import type { Range } from 'vscode-languageserver-protocol/node';
import { type Bundles, jsonServer } from './bundles.ts';
import { Client, type Delivery } from './client.ts';
import { JSON_PLACE, jsonOfEqualBytes, tenKilobyteReport } from './material.ts';
import { printTable, type Row, ratioRow } from './table.ts';
import { inTurnsAsync, shortened } from './turns.ts';

const TURNS = { warmUp: 1500, rounds: 2000 };
/** A fast typist's pause between two keys, in milliseconds: servers use it to tidy up, and processors to slow down. */
const PACE = 60;
const PACED_TURNS = { warmUp: 50, rounds: 300 };
const JSON_DOCUMENT = { uri: 'file:///bench/report.json', languageId: 'json' };

/** Where is typed: in prose nothing changes but the text, in a total a rule breaks and holds again. */
const PLACES = {
  'in prose': '推动政策在制定时听意见',
  'in a total': '一、本年新收政府信息公开申请数量\t\t\t39',
} as const;

/** @param brief whether a tenth of the turns will do */
export async function measureKeystrokes(bundles: Bundles, brief: boolean): Promise<void> {
  await measureAgainstJson(bundles, brief);
  const rows: Row[] = [];
  for (const delivery of ['push', 'pull'] as const) {
    for (const [place, after] of Object.entries(PLACES))
      rows.push(await measure(bundles, delivery, [place, after], brief));
  }
  printTable('   The same against an echo: the floor', rows);
}

async function measureAgainstJson({ server }: Bundles, brief: boolean): Promise<void> {
  const report = tenKilobyteReport();
  const json = jsonOfEqualBytes(report);
  const rows: Row[] = [];
  for (const [place, after] of Object.entries(PLACES)) {
    const clients = [
      await Client.start(server, 'pull'),
      await Client.start(jsonServer, 'pull', JSON_DOCUMENT),
    ] as const;
    await Promise.all([clients[0].open(report), clients[1].open(json)]);
    const own = typist(clients[0], report, after);
    const other = typist(clients[1], json, JSON_PLACE);
    const paced = await inTurnsAsync(atPace(own), atPace(other), shortened(PACED_TURNS, brief));
    rows.push(ratioRow(`${place}, a key every ${PACE} ms`, paced, 'p50 ≤ 1.0×'));
    const rushed = await inTurnsAsync(own, other, shortened(TURNS, brief));
    rows.push(ratioRow(`${place}, back to back`, rushed, 'p50 ≤ 1.5×'));
    await Promise.all(clients.map((client) => client.stop()));
  }
  printTable(
    '1. Keystroke to diagnostics on a 10 KB report by pull, against the JSON server on 10 KB of JSON',
    rows,
  );
}

function atPace(type: () => Promise<number>): () => Promise<number> {
  return async () => {
    await setTimeout(PACE);
    return type();
  };
}

async function measure(
  { server, echo }: Bundles,
  delivery: Delivery,
  [place, after]: readonly [place: string, after: string],
  brief: boolean,
): Promise<Row> {
  const text = tenKilobyteReport();
  const clients = [await Client.start(server, delivery), await Client.start(echo, delivery)] as const;
  await Promise.all(clients.map((client) => client.open(text)));
  const [measured, baseline] = clients.map((client) => typist(client, text, after));
  const timings = await inTurnsAsync(measured!, baseline!, shortened(TURNS, brief));
  await Promise.all(clients.map((client) => client.stop()));
  return ratioRow(`${delivery}, ${place}`, timings, '');
}

/** Types a digit and takes it away again, in turns. */
function typist(client: Client, text: string, after: string): () => Promise<number> {
  const found = text.indexOf(after);
  if (found === -1) throw new Error(`no “${after}” in the report`);
  const offset = found + after.length;
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)!.length };
  const end = { line: start.line, character: start.character + 1 };
  let isThere = false;
  return () => {
    const range: Range = { start, end: isThere ? end : start };
    isThere = !isThere;
    return client.type(range, isThere ? '1' : '');
  };
}
