import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, run, sample } from './support.ts';

const issuer = '澄溪县人民政府办公室';
const lastYear = sample('澄溪县');
const request = ['new', '--issuer', issuer, '--year', '2026'];

function rulesIn(text: string): string[] {
  const { out } = run(['check', '--stdin', 'draft.txt', '--format', 'json'], { input: text });
  return JSON.parse(out).map(({ rule }: { rule: string }) => rule);
}

function numbersOf(
  folder: string,
  file: string,
): Record<string, Record<string, Record<string, number | null>>> {
  return JSON.parse(run(['extract', file], { cwd: folder }).out)[0].tables;
}

test('a draft is whole but for what is to be said and counted', () => {
  const { code, out, err } = run(request);
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual([...new Set(rulesIn(out))].sort(), ['cell-empty', 'fee-statement', 'section-empty']);
  assert.equal(rulesIn(out).filter((rule) => rule === 'section-empty').length, 3);
});

test('a draft is in the form for its year', (t) => {
  const folder = folderWith(t, {});
  for (const [year, form] of [
    ['2020', '2019'],
    ['2021', '2021'],
  ] as const) {
    const file = `${year}.txt`;
    assert.equal(run(['new', '--issuer', issuer, '--year', year, '-o', file], { cwd: folder }).code, 0);
    const [report] = JSON.parse(run(['extract', file], { cwd: folder }).out);
    assert.deepEqual([report.issuer, report.year, report.form], [issuer, Number(year), form]);
    assert.ok(!rulesIn(readFileSync(join(folder, file), 'utf8')).includes('form-version'));
  }
});

test('numbers carried over are those of last year, and no other number is there', (t) => {
  const folder = folderWith(t, { 'last.txt': lastYear });
  for (const name of ['draft.txt', 'draft.md']) {
    const { code, out, err } = run([...request, '--from', 'last.txt', '-o', name], { cwd: folder });
    assert.deepEqual([code, out, err], [0, `${name}: written\n`, '']);
    const { carriedForward } = numbersOf(folder, 'last.txt').applications!;
    const { applications, ...others } = numbersOf(folder, name);
    const { carriedIn, ...rows } = applications!;
    assert.ok(Object.values(carriedForward!).some((count) => count! > 0));
    assert.deepEqual(carriedIn, carriedForward);
    const rest = [rows, ...Object.values(others)].flatMap((table) => Object.values(table));
    assert.ok(rest.flatMap((row) => Object.values(row)).every((number) => number === null));
  }
  assert.match(readFileSync(join(folder, 'draft.md'), 'utf8'), /^# .*\n[\s\S]*^## 一、[\s\S]*^\| /m);
  assert.match(readFileSync(join(folder, 'draft.txt'), 'utf8'), /\t/);
});

test('numbers that do not balance in last year’s report are left blank', (t) => {
  const changed = lastYear.replace(
    /^(四、结转下年度继续办理\t+)(\d+)/m,
    (_, label, count) => `${label}${Number(count) + 1}`,
  );
  assert.notEqual(changed, lastYear);
  const folder = folderWith(t, { 'last.txt': changed });
  const { code, err } = run([...request, '--from', 'last.txt', '-o', 'draft.txt'], { cwd: folder });
  assert.equal(code, 0);
  assert.match(err, /^last\.txt: \d of the numbers carried over are not known or do not balance/);
  assert.equal(numbersOf(folder, 'draft.txt').applications!.carriedIn!.naturalPerson, null);
});

test('the report of another body is taken with a warning, that of another year not at all', (t) => {
  const folder = folderWith(t, {
    'last.txt': lastYear,
    'other.txt': '会议纪要\n',
    'last.doc': Buffer.from([0xd0, 0xcf, 0, 0]),
  });
  const from = (...args: readonly string[]): ReturnType<typeof run> =>
    run(['new', ...args, '-o', 'draft.txt'], { cwd: folder });
  const late = from('--issuer', issuer, '--year', '2027', '--from', 'last.txt');
  assert.deepEqual([late.code, late.out], [2, '']);
  assert.match(late.err, /^last\.txt: expected the report for 2026, found the one for 2025/);
  assert.match(
    from('--issuer', issuer, '--year', '2026', '--from', 'other.txt').err,
    /^other\.txt: it cannot be told whose/,
  );
  assert.match(
    from('--issuer', issuer, '--year', '2026', '--from', 'last.doc').err,
    /^last\.doc: no Word document/,
  );
  assert.match(
    from('--issuer', issuer, '--year', '2026', '--from', 'none.txt').err,
    /^none\.txt: no such file/,
  );
  assert.ok(!existsSync(join(folder, 'draft.txt')));
  const other = from('--issuer', '白石镇人民政府', '--year', '2026', '--from', 'last.txt');
  assert.equal(other.code, 0);
  assert.match(other.err, /^last\.txt: please check: .*"澄溪县人民政府办公室", not of "白石镇人民政府"/);
});

test('a file that is there is not written over', (t) => {
  const folder = folderWith(t, { 'draft.txt': 'mine' });
  const { code, out, err } = run([...request, '-o', 'draft.txt'], { cwd: folder });
  assert.deepEqual([code, out, err], [2, '', 'draft.txt: the file is there already and was not changed\n']);
  assert.equal(readFileSync(join(folder, 'draft.txt'), 'utf8'), 'mine');
});
