/** Bundles what is measured and what it is held against in the same way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { root } from './material.ts';

export interface Bundles {
  readonly folder: string;
  readonly server: string;
  /** What the server loads when it has answered. */
  readonly engine: string;
  readonly echo: string;
  readonly cli: string;
  readonly reader: string;
  readonly parser: string;
}

/** What a user would have instead, as it is installed. */
const peer = (file: string): string => join(root, 'node_modules', file);
export const jsonServer = peer('vscode-langservers-extracted/bin/vscode-json-language-server');
export const markdownLinter = peer('markdownlint-cli2/markdownlint-cli2-bin.mjs');

const ENTRIES = {
  server: 'server/src/entry/node.ts',
  engine: 'server/src/entry/nodeEngine.ts',
  echo: 'test/bench/echo-server.ts',
  cli: 'server/src/cli/main.ts',
  reader: 'test/bench/read-only.ts',
  parser: 'test/bench/parse-only.ts',
} as const;

export async function makeBundles(): Promise<Bundles> {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const made = Object.entries(ENTRIES).map(async ([name, entry]) => [
    name,
    await bundle(join(root, entry), join(folder, `${name}.js`)),
  ]);
  return { folder, ...(Object.fromEntries(await Promise.all(made)) as Omit<Bundles, 'folder'>) };
}
