/** A text that is too large is said to be that, once, and stops nobody: the server, the command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { analyze } from '../../server/src/report/analyze.ts';
import { bundle } from '../bundle.ts';
import { Client } from '../protocol/client.ts';
import { sound, wrongTotal } from '../protocol/fixture.ts';

const PATIENCE = 60_000;
const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;

/** A report and so many bytes of UTF-8 behind it. */
const large = (bytes: number): string => sound + '一、我办依法公开政府信息。\n'.repeat(bytes / 40);

async function rulesOf(client: Client, uri: string): Promise<unknown[]> {
  const params = { textDocument: { uri } };
  const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

test('the limit is ten million characters; what is no report stays none', () => {
  const filler = 10 * MEGABYTE - sound.length;
  const rules = (text: string): unknown[] => analyze(text).findings.map(({ rule }) => rule);
  assert.deepEqual(rules(sound + ' '.repeat(filler + 1)), ['text-too-large']);
  assert.ok(!rules(sound + ' '.repeat(filler)).includes('text-too-large'));
  assert.equal(analyze('买菜\n'.repeat(4 * MEGABYTE)).isReport, false);
});

test('100 MB that are open do not stop the server, nor slow down the report beside', {
  timeout: PATIENCE,
}, async (t) => {
  const client = await Client.start(t);
  const [huge, small] = ['file:///huge.disclosure.txt', 'file:///small.disclosure.txt'];
  await client.open(huge, large(100 * MEGABYTE));
  assert.deepEqual(await rulesOf(client, huge), ['text-too-large']);
  const range = { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } };
  await client.change(huge, 2, { range, text: '1' });
  assert.deepEqual(await rulesOf(client, huge), ['text-too-large']);
  const at = { textDocument: { uri: huge }, position: range.start };
  for (const [method, empty] of [
    ['textDocument/hover', null],
    ['textDocument/documentSymbol', []],
    ['textDocument/foldingRange', []],
  ] as const)
    assert.deepEqual(await client.request(method, at), empty, method);
  await client.open(small, wrongTotal);
  const begin = performance.now();
  assert.deepEqual(await rulesOf(client, small), ['handled-total']);
  assert.ok(performance.now() - begin < PATIENCE / 30);
  const status = `/proc/${client.pid}/status`;
  if (existsSync(status)) {
    const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))![1]) * 1024;
    t.diagnostic(`${Math.round(peak / MEGABYTE)} MB`);
    assert.ok(peak < 1.5 * GIGABYTE, `${peak} bytes`);
  }
  await client.close(huge);
  await client.stop();
});

test('100 MB on the command line are a line of the outcome', { timeout: PATIENCE }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-large-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const cli = await bundle(join(import.meta.dirname, '../../server/src/cli/main.ts'), join(folder, 'cli.js'));
  writeFileSync(join(folder, 'huge.disclosure.txt'), large(100 * MEGABYTE));
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', folder], {
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  assert.deepEqual(
    JSON.parse(stdout).map(({ rule }: { rule: string }) => rule),
    ['text-too-large'],
  );
});
