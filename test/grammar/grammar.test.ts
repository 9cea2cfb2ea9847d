/**
 * Colours every fixture and compares with its snapshot. After a wanted change:
 * `UPDATE_SNAPSHOTS=1 npm run test:grammar`, and read what changed.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(import.meta.dirname, 'fixtures');
const program = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/snapshot.js');

/** Markdown's own grammar, as VS Code has it: ours are injected into it. */
const markdown = ['markdown', 'html'].flatMap((name) => [
  '-g',
  `node_modules/tm-grammars/grammars/${name}.json`,
]);

const scopes: Readonly<Record<string, readonly string[]>> = {
  txt: ['--scope', 'source.disclosure-report'],
  md: ['--scope', 'text.html.markdown', ...markdown],
};

for (const name of readdirSync(fixtures).filter((each) => !each.endsWith('.snap'))) {
  test(`colours of ${name}`, () => {
    const update = process.env.UPDATE_SNAPSHOTS === undefined ? [] : ['--updateSnapshot'];
    const options = scopes[name.split('.').at(-1)!] ?? [];
    const file = `test/grammar/fixtures/${name}`;
    const { status, output } = run([...options, '--expandDiff', ...update, file]);
    assert.equal(status, 0, output);
  });
}

function run(options: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  // Markdown's grammar names one for each language a code block can be in; nobody needs them here.
  return { status, output: (stdout + stderr).replace(/^grammar not found for .*\n/gm, '') };
}
