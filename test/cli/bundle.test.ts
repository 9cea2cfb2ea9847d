import assert from 'node:assert/strict';
import { test } from 'node:test';
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
