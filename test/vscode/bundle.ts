/** Bundles the suite for both extension hosts: one source, one file each. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { HostKind } from './report.ts';

export const testExtensionId = 'disclosure-report.suite';

/** A development extension that does nothing: VS Code wants one around a test module. */
const testExtension = {
  name: 'suite',
  publisher: 'disclosure-report',
  version: '0.0.0',
  engines: { vscode: '^1.91.0' },
  main: './activate.js',
  browser: './activate.js',
};

/** Writes the test extension with the bundled suites into `folder`. */
export async function bundleSuite(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(testExtension));
  await writeFile(join(folder, 'activate.js'), 'exports.activate = () => {};\n');
  await Promise.all([bundle('node', folder), bundle('web', folder)]);
}

/** The module VS Code is told to run. */
export function suiteModule(folder: string, host: HostKind): string {
  return join(folder, `${host}.js`);
}

async function bundle(host: HostKind, folder: string): Promise<void> {
  const here = import.meta.dirname;
  await build({
    entryPoints: [join(here, 'suite', `${host}.ts`)],
    outfile: suiteModule(folder, host),
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    logOverride: {
      // mocha's parallel mode, which the suite has no use for, looks for files beside it.
      'require-resolve-not-external': 'silent',
      // web.ts says why.
      'commonjs-variable-in-esm': 'silent',
    },
  });
}
