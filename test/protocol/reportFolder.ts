/** A workspace with real folders: two years' reports of one body, and what a client sees of them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';
import { sound } from './fixture.ts';

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
export const lastYear = fixture('last-year.txt');
export const EARLY = '青禾县人民政府办公室2024年政府信息公开工作年度报告.txt';
export const LATE = '青禾县人民政府办公室2025年政府信息公开工作年度报告.txt';
/** Two applications carried in under other columns than last year's report carried forward. */
export const moved = sound
  .replace('132\t22\t3\t5\t11\t14\t187\n', '131\t22\t3\t5\t12\t14\t187\n')
  .replace('5\t1\t0\t0\t1\t0\t7\n三、', '6\t1\t0\t0\t0\t0\t7\n三、');
/** Last year's report that carries forward what the moved one was carried in. */
export const movedLastYear = lastYear
  .replace('129\t21\t3\t4\t12\t13\t182\n', '130\t21\t3\t4\t11\t13\t182\n')
  .replace('5\t1\t0\t0\t1\t0\t7\n\n四、', '6\t1\t0\t0\t0\t0\t7\n\n四、');

export const PATIENCE = 5000;
export const twice = ['carry-over', 'carry-over'];

export class Folder {
  readonly path: string;

  constructor(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
    this.path = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
    t.after(() => rmSync(this.path, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  of(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }
}

export async function rulesOf(client: Client, uri: string): Promise<unknown[]> {
  return (await pulled(client, uri)).map(({ code }) => code);
}

export async function pulled(client: Client, uri: string): Promise<readonly Diagnostic[]> {
  const params = { textDocument: { uri } };
  const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
  return report.kind === 'full' ? report.items : [];
}

/** Waits until the background reading has got to a document, whether before or after it was first asked for. */
export async function until(client: Client, uri: string, rules: readonly string[]): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (JSON.stringify(await rulesOf(client, uri)) !== JSON.stringify(rules)) {
    assert.ok(Date.now() < end, `${rules} did not come`);
    await setTimeout(20);
  }
  await setTimeout(100);
  client.forget('workspace/diagnostic/refresh');
}

export async function changed(client: Client, uri: string, type: 1 | 2 | 3): Promise<void> {
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}
