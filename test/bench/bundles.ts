/** Bundles what is measured and what it is held against in the same way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './material.ts';

export interface Bundles {
  readonly folder: string;
  readonly server: string;
  readonly echo: string;
  readonly cli: string;
  readonly reader: string;
}

const ENTRIES = {
  server: 'server/src/node.ts',
  echo: 'test/bench/echo-server.ts',
  cli: 'server/src/cli/main.ts',
  reader: 'test/bench/read-only.ts',
} as const;

export async function makeBundles(): Promise<Bundles> {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const made = await Promise.all(
    Object.entries(ENTRIES).map(async ([name, entry]) => {
      const outfile = join(folder, `${name}.js`);
      // As esbuild.mjs makes what ships.
      await build({
        entryPoints: [join(root, entry)],
        outfile,
        bundle: true,
        minify: true,
        charset: 'utf8',
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        logLevel: 'error',
      });
      return [name, outfile] as const;
    }),
  );
  return { folder, ...(Object.fromEntries(made) as Omit<Bundles, 'folder'>) };
}
