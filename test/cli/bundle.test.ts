/** The command as it ships: one file, made by the same tool. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { folderWith, root, run } from './support.ts';

test('the bundle answers like the sources', async (t) => {
  const folder = folderWith(t, {});
  const program = join(folder, 'cli.cjs');
  await build({
    entryPoints: [join(root, 'server/src/cli/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  for (const args of [
    ['--version'],
    ['check', 'samples'],
    ['check', 'samples', '--format', 'sarif'],
    ['extract', 'samples'],
  ]) {
    assert.deepEqual(run(args, { program }), run(args), args.join(' '));
  }
});
