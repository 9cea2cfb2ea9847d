import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faulty, folderWith, program, run, sampleName, sound } from './support.ts';

/** The files that `extract` finds, as it names them. */
function filesOf(args: readonly string[], cwd: string): string[] {
  return JSON.parse(run(['extract', ...args], { cwd }).out).map(({ file }: { file: string }) => file);
}

test('a folder is walked for reports, by name and by content', (t) => {
  const cwd = folderWith(t, {
    [`town/${sampleName('青石镇')}`]: sound,
    'town/report.md': sound,
    'town/deep/er/x.disclosure.md': '',
    'town/notes.txt': '政府信息公开\n买菜\n',
    'town/report.pdf': sound,
    'other.txt': 'nothing of the kind',
  });
  const expected = ['town/deep/er/x.disclosure.md', 'town/report.md', `town/${sampleName('青石镇')}`];
  assert.deepEqual(filesOf([], cwd), expected);
  assert.deepEqual(filesOf(['.'], cwd), expected);
  assert.deepEqual(filesOf(['town'], cwd), expected);
  assert.deepEqual(
    filesOf(['./town/'], cwd),
    expected.map((file) => `./${file}`),
  );
});

test('a named file is always taken, once', (t) => {
  const cwd = folderWith(t, { 'notes.text': 'nothing of the kind', 'a.txt': 'nothing of the kind' });
  assert.deepEqual(filesOf(['notes.text', './notes.text', '.', 'a.txt'], cwd), ['notes.text', 'a.txt']);
  assert.equal(run(['check', 'notes.text'], { cwd }).code, 1);
});

test('ignored files, names with a dot in front and node_modules are skipped, a named file never is', (t) => {
  const cwd = folderWith(t, {
    '._b.disclosure.txt': Buffer.from([0, 5, 22, 7]),
    '.git/HEAD': '',
    '.gitignore': 'drafts/\n*.old.txt\n',
    'drafts/a.disclosure.txt': sound,
    'b.old.txt': sound,
    'kept/.gitignore': '/c.disclosure.txt\n!keep.old.txt\n',
    'kept/c.disclosure.txt': sound,
    'kept/keep.old.txt': sound,
    'kept/deep/c.disclosure.txt': sound,
    '.hidden/d.disclosure.txt': sound,
    'node_modules/e.disclosure.txt': sound,
  });
  assert.deepEqual(filesOf([], cwd), ['kept/deep/c.disclosure.txt', 'kept/keep.old.txt']);
  assert.deepEqual(filesOf(['b.old.txt', 'drafts/a.disclosure.txt'], cwd), [
    'b.old.txt',
    'drafts/a.disclosure.txt',
  ]);
  assert.deepEqual(filesOf(['.'], join(cwd, 'kept')), ['deep/c.disclosure.txt', 'keep.old.txt']);
});

test('a folder that is named is walked though it is ignored; what is ignored in it is not', (t) => {
  const cwd = folderWith(t, {
    '.git/HEAD': '',
    '.gitignore': 'out/\n*.old.txt\n',
    'out/reports/a.disclosure.txt': sound,
    'out/reports/.gitignore': 'drafts/\n',
    'out/reports/drafts/b.disclosure.txt': sound,
  });
  assert.deepEqual(filesOf([], cwd), []);
  for (const named of ['out', 'out/reports'])
    assert.deepEqual(filesOf([named], cwd), ['out/reports/a.disclosure.txt']);
  assert.deepEqual(filesOf([], join(cwd, 'out', 'reports')), ['a.disclosure.txt']);
});

test('what is too large for a report is not read to see whether it is one', (t) => {
  const large = `${sound}\n${'一二三四五六七\n'.repeat(230_000)}`;
  const cwd = folderWith(t, { 'a.txt': large, 'b.txt': sound });
  assert.deepEqual(filesOf([], cwd), ['b.txt']);
  assert.deepEqual(filesOf(['a.txt'], cwd), ['a.txt']);
});

test('a circle of links ends', (t) => {
  const cwd = folderWith(t, { 'in/a.disclosure.txt': sound });
  symlinkSync(cwd, join(cwd, 'in/circle'));
  symlinkSync(join(cwd, 'nowhere'), join(cwd, 'dangling.disclosure.txt'));
  assert.deepEqual(filesOf([], cwd), ['in/a.disclosure.txt']);
});

test('a link is the file that it points to: of a walked folder none leads out of it, a named one is taken', (t) => {
  const outside = folderWith(t, { 'b.disclosure.txt': faulty });
  const cwd = folderWith(t, { 'in/a.disclosure.txt': sound, 'in/data.old': sound });
  symlinkSync(join(outside, 'b.disclosure.txt'), join(cwd, 'in/b.disclosure.txt'));
  symlinkSync('a.disclosure.txt', join(cwd, 'in/0.disclosure.txt'));
  symlinkSync('data.old', join(cwd, 'in/c.disclosure.txt'));
  symlinkSync('in', join(cwd, 'way'));
  const own = ['a.disclosure.txt', 'c.disclosure.txt'];
  for (const folder of ['in', 'way']) {
    const files = own.map((name) => `${folder}/${name}`);
    assert.deepEqual(filesOf([folder], cwd), files);
  }
  assert.equal(run(['check', '--fix', 'in'], { cwd }).code, 0);
  assert.equal(readFileSync(join(outside, 'b.disclosure.txt'), 'utf8'), faulty);
  assert.deepEqual(filesOf(['in/b.disclosure.txt', 'in/0.disclosure.txt', 'in/a.disclosure.txt'], cwd), [
    'in/b.disclosure.txt',
    'in/a.disclosure.txt',
  ]);
});

test('what cannot be read is named with its reason; the rest is still checked', (t) => {
  const cwd = folderWith(t, {
    'a.disclosure.txt': sound,
    'b.disclosure.txt': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  });
  const { code, out, err } = run(['check', 'gone.txt', 'b.disclosure.txt', 'a.disclosure.txt'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /^gone\.txt: no such file or folder\nb\.disclosure\.txt: not a text file/);
  assert.match(out, /Reports checked: 1/);
  assert.equal(run(['extract', 'gone.txt'], { cwd }).code, 2);
});

test('a path that leads nowhere is named with its reason, whatever characters it has', (t) => {
  const cwd = folderWith(t, { 'a.disclosure.txt': sound });
  symlinkSync('circle.txt', join(cwd, 'circle.txt'));
  const long = '年'.repeat(200);
  const { code, out, err } = run(
    ['check', 'circle.txt', 'a.disclosure.txt/b.txt', `${long}.txt`, '', 'c\u001b[31m\n.txt', '*.md'],
    { cwd },
  );
  assert.deepEqual([code, out], [2, 'No reports found.\n']);
  assert.deepEqual(err.split('\n'), [
    'circle.txt: links that lead in a circle',
    'a.disclosure.txt/b.txt: no such file or folder',
    `${long}.txt: the name is too long`,
    '"": no such file or folder',
    'c·[31m·.txt: no such file or folder',
    '*.md: no such file or folder',
    '',
  ]);
});

test('names with characters that mean something elsewhere are names', (t) => {
  const names = ['#a %41[1]{b}?.disclosure.txt', '-b.disclosure.txt', '年报 (1)/c&d.disclosure.txt'];
  const cwd = folderWith(t, Object.fromEntries(names.map((name) => [name, sound])));
  assert.deepEqual(filesOf([], cwd), names);
  assert.deepEqual(filesOf(['--', ...names], cwd), names);
});

test('a folder that is gone is no fault of a file named in full', (t) => {
  const cwd = folderWith(t, { 'a.disclosure.txt': sound });
  const inGone = (args: string): SpawnSyncReturns<string> =>
    spawnSync(
      'bash',
      ['-c', `mkdir gone; cd gone; rmdir ../gone; "${process.execPath}" "${program}" ${args}`],
      {
        cwd,
        env: { ...process.env, LC_ALL: 'C' },
        encoding: 'utf8',
      },
    );
  assert.equal(inGone(`check "${cwd}/a.disclosure.txt"`).status, 0);
  const { status, stderr } = inGone('check');
  assert.deepEqual([status, stderr], [2, '.: no such file or folder\n']);
});

test('a file without permission is named', {
  skip: process.getuid?.() === 0 && 'the superuser may read anything',
}, (t) => {
  const cwd = folderWith(t, { 'a.disclosure.txt': sound });
  chmodSync(join(cwd, 'a.disclosure.txt'), 0);
  const { code, err } = run(['check'], { cwd });
  assert.deepEqual([code, err], [2, 'a.disclosure.txt: permission denied\n']);
});

test('no reports are no fault', (t) => {
  const { code, out } = run(['check'], { cwd: folderWith(t, {}) });
  assert.deepEqual([code, out], [0, 'No reports found.\n']);
});

for (const [args, expected] of [
  [['check', '--format', 'json'], '[]\n'],
  [['check', '--format', 'github'], ''],
  [['extract', '--format', 'json'], '[]\n'],
] as const) {
  test(`no reports are told to whoever reads ${args.join(' ')}, beside the output`, (t) => {
    const { code, out, err } = run(args, { cwd: folderWith(t, {}) });
    assert.deepEqual([code, out, err], [0, expected, 'No reports found.\n']);
  });
}

test('a result that cannot be written ends with 2 and the reason', {
  skip: !existsSync('/dev/full'),
}, (t) => {
  const cwd = folderWith(t, { 'a.disclosure.txt': sound });
  for (const args of ['check', 'extract', '--help']) {
    const command = `"${process.execPath}" "${program}" ${args} --locale en > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    assert.equal(status, 2, args);
    assert.equal(stderr, 'disclosure-report: the output could not be written: the disk is full\n');
  }
  const command = `"${process.execPath}" "${program}" check gone.txt 2> /dev/full`;
  assert.equal(spawnSync('bash', ['-c', command], { cwd }).status, 2);
});

test('where nobody reads on, not all is known to be well', { skip: process.platform === 'win32' }, (t) => {
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.disclosure.txt`, '']));
  const cwd = folderWith(t, files);
  const command = `"${process.execPath}" "${program}" check --format json | head -c 1 >&2; echo \${PIPESTATUS[0]}`;
  const { stdout } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
  assert.equal(stdout, '2\n');
});
