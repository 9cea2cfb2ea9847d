/**
 * Builds everything that ships: `npm run build`.
 *
 *   --dev    readable output with source maps
 *   --watch  the same, rebuilt on every change
 */
import { chmod, writeFile } from 'node:fs/promises';
import { context } from 'esbuild';
import * as programs from './scripts/bundling.ts';
import { noticesOf, packagesIn } from './scripts/notices.ts';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const kind = { minify: !dev, sourcemap: dev ? 'linked' : false, metafile: true };
const node = { ...programs.node, ...kind };
const browser = { ...programs.browser, ...kind };

const bundles = [
  { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/entry/node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/entry/nodeEngine.ts'], outfile: 'dist/engine.js' },
  { ...programs.pdf, ...kind, entryPoints: ['server/src/formats/pdf/bundle.ts'], outfile: 'dist/pdf.js' },
  { ...node, entryPoints: ['server/src/formats/docx/publishDocx.ts'], outfile: 'dist/word.js' },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/browser/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...browser,
    entryPoints: ['server/src/entry/browser.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
  },
];

const contexts = await Promise.all(bundles.map((options) => context(options)));
const built = await Promise.all(contexts.map((each) => each.rebuild()));
const packages = built.flatMap(({ metafile }) => packagesIn(metafile));
await writeFile('dist/ThirdPartyNotices.txt', await noticesOf(packages));
await chmod('dist/cli.js', 0o755);

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else {
  await Promise.all(contexts.map((each) => each.dispose()));
}
