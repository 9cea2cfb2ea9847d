/** What ships runs on Node 20, though the tests run on a later one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { program, root, run, sampleName } from './support.ts';

/** The first Node 20 to 22 on the PATH; npm scripts put a later one before it. */
function olderNode(): string | undefined {
  const programs = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return programs.find((node) =>
    /^v2[0-2]\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
  );
}

const older = olderNode();
const skip = older === undefined && 'there is no Node 20, 21 or 22 on the PATH';
const commands = [
  ['check', '--format', 'json', `samples/${sampleName('松坪县')}`],
  ['check', '--format', 'sarif', 'samples'],
  ['extract', 'samples'],
];

for (const args of commands) {
  test(`an older Node answers the same: ${args.join(' ')}`, { skip }, () => {
    const env = { ...process.env, LANG: 'en', LC_ALL: '', LC_MESSAGES: '' };
    const { status, stdout, stderr } = spawnSync(older!, [program, ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    const expected = run(args);
    assert.deepEqual([status, stderr], [expected.code, expected.err]);
    assert.ok(stdout === expected.out, 'the same output');
  });
}
