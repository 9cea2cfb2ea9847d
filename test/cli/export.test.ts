/** `export` and `new` write Word documents. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, run, sound, sourceProgram } from './support.ts';

/** From the sources: what writes Word documents is a file of its own beside the bundle. */
const runSource = (cwd: string, ...args: string[]): ReturnType<typeof run> =>
  run(args, { cwd, program: sourceProgram });
const NAME = 'a.disclosure.txt';

test('export writes a Word document beside the report, over none that is there unless told so', (t) => {
  const cwd = folderWith(t, { [NAME]: sound, 'b.docx': 'mine' });
  assert.deepEqual(runSource(cwd, 'export', NAME), { code: 0, out: 'a.docx: written\n', err: '' });
  const tables = (name: string): unknown => JSON.parse(run(['extract', name], { cwd }).out)[0].tables;
  assert.deepEqual(tables('a.docx'), tables(NAME));
  assert.equal(runSource(cwd, 'export', NAME, '-o', 'b.docx').code, 2);
  assert.equal(readFileSync(join(cwd, 'b.docx'), 'utf8'), 'mine');
  assert.equal(runSource(cwd, 'export', NAME, '-o', 'b.docx', '--force').code, 0);
  assert.deepEqual(tables('b.docx'), tables(NAME));
});

test('export says what it cannot do', (t) => {
  const cwd = folderWith(t, { [NAME]: sound });
  const name = runSource(cwd, 'export', NAME, '-o', 'a.pdf');
  assert.deepEqual([name.code, name.out], [2, '']);
  assert.match(name.err, /expected a \.docx or \.html file, found "a\.pdf"/);
  assert.equal(runSource(cwd, 'export', 'gone.txt').code, 2);
  assert.equal(runSource(cwd, 'export', NAME, '-o', 'a.html').code, 0);
  assert.equal(run(['check', 'a.html'], { cwd }).code, 0);
});

test('new drafts a report as a Word document', (t) => {
  const cwd = folderWith(t, {});
  const { code, err } = runSource(
    cwd,
    'new',
    '--issuer',
    '青石镇人民政府',
    '--year',
    '2026',
    '-o',
    'draft.docx',
  );
  assert.deepEqual([code, err], [0, '']);
  const [draft] = JSON.parse(run(['extract', 'draft.docx'], { cwd }).out);
  assert.deepEqual([draft.issuer, draft.year, draft.sections.length], ['青石镇人民政府', 2026, 6]);
});
