/** What is built is what the sources say, and says whose code it holds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';
import { node } from '../../scripts/bundling.ts';
import { run, sourceProgram } from './support.ts';

const commands = [
  ['--version'],
  ['check', 'samples'],
  ['check', 'samples', '--format', 'sarif'],
  ['extract', 'samples'],
];

for (const args of commands) {
  test(`the bundle answers like the sources: ${args.join(' ')}`, () => {
    assert.deepEqual(run(args), run(args, { program: sourceProgram }));
  });
}

test('the licences of all packages that are built in stand beside the bundles', async () => {
  const entryPoints = ['client/src/node.ts', 'server/src/entry/nodeEngine.ts', 'server/src/cli/main.ts'];
  const { metafile } = await build({
    ...node,
    entryPoints,
    external: ['vscode'],
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0),
  );
  const names = new Set(
    files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  );
  const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8').split(/^-{80}$/m);
  for (const name of names) {
    const notice = notices.find((each) => each.trim().startsWith(`${name} `));
    assert.match(notice ?? '', /copyright|Blue Oak/i, name);
  }
  assert.ok(names.has('htmlparser2') && names.has('vscode-languageclient'));
});
