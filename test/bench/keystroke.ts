/** 1. From a keystroke to its diagnostics, over stdio, against a server that does nothing. */
import type { Range } from 'vscode-languageserver-protocol/node';
import type { Bundles } from './bundles.ts';
import { Client, type Delivery } from './client.ts';
import { tenKilobyteReport } from './material.ts';
import { printTable, type Row, ratioRow } from './table.ts';
import { inTurnsAsync } from './turns.ts';

const TURNS = { warmUp: 1500, rounds: 2000 };
const AIM = 'p50 ≤ 2×, p95 ≤ 2.5×';

/** Where is typed: in prose nothing changes but the text, in a total a rule breaks and holds again. */
const PLACES = {
  'in prose': '推动政策在制定时听意见',
  'in a total': '一、本年新收政府信息公开申请数量\t\t\t39',
} as const;

export async function measureKeystrokes(bundles: Bundles): Promise<void> {
  const rows: Row[] = [];
  for (const delivery of ['push', 'pull'] as const) {
    for (const [place, after] of Object.entries(PLACES))
      rows.push(await measure(bundles, delivery, place, after));
  }
  printTable('1. Keystroke to diagnostics on a 10 KB report, against an echo', rows);
}

async function measure(
  { server, echo }: Bundles,
  delivery: Delivery,
  place: string,
  after: string,
): Promise<Row> {
  const text = tenKilobyteReport();
  const clients = [await Client.start(server, delivery), await Client.start(echo, delivery)] as const;
  await Promise.all(clients.map((client) => client.open(text)));
  const [measured, baseline] = clients.map((client) => typist(client, text, after));
  const timings = await inTurnsAsync(measured!, baseline!, TURNS);
  await Promise.all(clients.map((client) => client.stop()));
  return ratioRow(`${delivery}, ${place}`, timings, AIM);
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
