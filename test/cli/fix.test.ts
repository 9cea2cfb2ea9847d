import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faulty, folderWith, run, sample, sound } from './support.ts';

const NAME = 'a.disclosure.txt';
const fix = (cwd: string, ...args: string[]): ReturnType<typeof run> =>
  run(['check', '--fix', ...args], { cwd });

test('--fix mends what is safe to mend and reports what is left', (t) => {
  const cwd = folderWith(t, { [NAME]: faulty });
  const { code, out } = fix(cwd);
  assert.equal(readFileSync(join(cwd, NAME), 'utf8'), sound);
  assert.equal(code, 0);
  assert.match(out, /nothing found\nFixed: 2\./);
});

test('a second --fix changes nothing', (t) => {
  const cwd = folderWith(t, { [NAME]: sample('松坪县') });
  fix(cwd);
  const once = readFileSync(join(cwd, NAME), 'utf8');
  const left = JSON.parse(fix(cwd, '--format', 'json').out);
  assert.equal(readFileSync(join(cwd, NAME), 'utf8'), once);
  assert.notEqual(once, sample('松坪县'));
  assert.ok(left.length > 0);
  assert.ok(left.every(({ fixes }: { fixes: { safe: boolean }[] }) => fixes.every(({ safe }) => !safe)));
});

test('a file in which nothing is to mend is not written', (t) => {
  const cwd = folderWith(t, { [NAME]: sound });
  const before = statSync(join(cwd, NAME));
  fix(cwd);
  assert.deepEqual(statSync(join(cwd, NAME)).mtimeMs, before.mtimeMs);
  assert.equal(statSync(join(cwd, NAME)).ino, before.ino);
});

test('permissions and links stay, and nothing is left beside', (t) => {
  const cwd = folderWith(t, { 'real/a.disclosure.txt': faulty });
  chmodSync(join(cwd, 'real', NAME), 0o666);
  symlinkSync(join('real', NAME), join(cwd, 'link.txt'));
  fix(cwd, 'link.txt');
  assert.ok(lstatSync(join(cwd, 'link.txt')).isSymbolicLink());
  assert.equal(readFileSync(join(cwd, 'real', NAME), 'utf8'), sound);
  assert.equal(statSync(join(cwd, 'real', NAME)).mode & 0o777, 0o666);
  assert.deepEqual(readdirSync(join(cwd, 'real')), [NAME]);
});

test('a file with several names keeps them', (t) => {
  const cwd = folderWith(t, { [NAME]: faulty });
  mkdirSync(join(cwd, 'other'));
  linkSync(join(cwd, NAME), join(cwd, 'other', 'kept.bak'));
  const before = statSync(join(cwd, NAME)).ino;
  assert.equal(fix(cwd).code, 0);
  assert.equal(readFileSync(join(cwd, 'other', 'kept.bak'), 'utf8'), sound);
  assert.equal(statSync(join(cwd, NAME)).ino, before);
  assert.deepEqual(readdirSync(cwd).sort(), [NAME, 'other']);
});

test('a file stays its owner’s', {
  skip: process.getuid?.() !== 0 && 'only the superuser may give files away',
}, (t) => {
  const cwd = folderWith(t, { [NAME]: faulty });
  chownSync(join(cwd, NAME), 1234, 5678);
  fix(cwd);
  const { uid, gid } = statSync(join(cwd, NAME));
  assert.deepEqual([uid, gid], [1234, 5678]);
  assert.equal(readFileSync(join(cwd, NAME), 'utf8'), sound);
});
