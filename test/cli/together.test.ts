/** Reports given together are checked against each other; nothing beside them is read. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeGb18030 } from '../../server/src/files/gb18030.ts';
import { folderWith, root, run } from './support.ts';

const fixture = (name: string): string => readFileSync(join(root, 'test/fixtures', name), 'utf8');
const sound = fixture('sound.txt');
const lastYear = fixture('last-year.txt');
/** Two applications carried in under other columns than last year's report carried forward. */
const moved = sound
  .replace('132\t22\t3\t5\t11\t14\t187\n', '131\t22\t3\t5\t12\t14\t187\n')
  .replace('5\t1\t0\t0\t1\t0\t7\n三、', '6\t1\t0\t0\t0\t0\t7\n三、');
const EARLY = '2024.disclosure.txt';
const LATE = '2025.disclosure.txt';
const PLAN = 'disclosure-report.json';
const plan = (members: readonly unknown[]): string =>
  JSON.stringify({ aggregates: [{ parent: '青禾县人民政府办公室', members }] });
const members = {
  'members/a.disclosure.txt': fixture('members/education.txt'),
  'members/b.disclosure.txt': fixture('members/archives.txt'),
};

interface Found {
  readonly file: string;
  readonly rule: string;
  readonly related: readonly {
    readonly file?: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

function check(cwd: string, ...args: readonly string[]): readonly Found[] {
  return JSON.parse(run(['check', '--format', 'json', '--fail-on', 'never', ...args], { cwd }).out);
}

test('following years are compared, in whatever order they are given', (t) => {
  const cwd = folderWith(t, { [EARLY]: lastYear, [LATE]: moved });
  for (const paths of [[EARLY, LATE], [LATE, EARLY], ['.'], []]) {
    const found = check(cwd, ...paths);
    assert.deepEqual(
      found.map(({ file, rule }) => [file, rule]),
      [
        [LATE, 'carry-over'],
        [LATE, 'carry-over'],
      ],
    );
    const [{ file, range }] = found[0]!.related as [Found['related'][number]];
    assert.equal(file, EARLY);
    assert.match(lastYear.split('\n')[range.start.line]!, /^四、结转/);
  }
});

test('nothing beside the paths is read', (t) => {
  const cwd = folderWith(t, { [EARLY]: lastYear, [LATE]: moved });
  assert.deepEqual(check(cwd, LATE), []);
  const { out } = run(['check', '--format', 'json', '--stdin', LATE], { cwd, input: moved });
  assert.deepEqual(JSON.parse(out), []);
});

test('every format names the other file', (t) => {
  const cwd = folderWith(t, { 'old/a.disclosure.txt': lastYear, [LATE]: moved });
  const outputs = ['text', 'sarif', 'github'].map(
    (format) => run(['check', '--format', format], { cwd }).out,
  );
  assert.match(outputs[0]!, /old\/a\.disclosure\.txt:65:\d+ {2}report for 2024/);
  const [result] = JSON.parse(outputs[1]!).runs[0].results;
  assert.equal(result.relatedLocations[0].physicalLocation.artifactLocation.uri, 'old/a.disclosure.txt');
  assert.match(outputs[2]!, /expected 5, found 6.*%0Areport for 2024.*\(old\/a\.disclosure\.txt:65\)/);
});

test('--fix leaves what other reports decide alone, and counts what it did once', (t) => {
  const digits = moved.replace('行政许可\t1486', '行政许可\t１４８６');
  const cwd = folderWith(t, { 'z.disclosure.txt': lastYear, 'a.disclosure.txt': digits });
  const { out } = run(['check', '--fix'], { cwd });
  assert.match(out, /^Fixed: 1\.$/m);
  assert.match(out, /carry-over/);
  assert.equal(readFileSync(join(cwd, 'a.disclosure.txt'), 'utf8'), moved);
});

test('a plan in the folder, or named, says what adds up to what', (t) => {
  const wrong = sound.replace('行政许可\t1486', '行政许可\t1468');
  const cwd = folderWith(t, {
    'city.disclosure.txt': wrong,
    ...members,
    [PLAN]: plan([{ files: 'members/*' }]),
  });
  const names = ['city.disclosure.txt', ...Object.keys(members)];
  for (const paths of [['.'], [...names, PLAN]]) {
    const found = check(cwd, ...paths);
    assert.deepEqual(
      found.map(({ rule, related }) => [rule, related.map(({ file }) => file)]),
      [['aggregate', Object.keys(members)]],
    );
  }
  assert.deepEqual(check(cwd, ...names), []);
});

test('a plan is read in every encoding that a report is', (t) => {
  const text = plan(['青禾县教育局', '青禾县档案局']);
  for (const bytes of [Buffer.from(encodeGb18030(text)), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const city = sound.replace('行政许可\t1486', '行政许可\t1468');
    const cwd = folderWith(t, { 'city.disclosure.txt': city, ...members, [PLAN]: bytes });
    assert.deepEqual(
      check(cwd, '.').map(({ rule }) => rule),
      ['aggregate'],
    );
  }
});

test('a plan that cannot be read, or names nobody, ends with 2 and names the place', (t) => {
  const cwd = folderWith(t, { 'city.disclosure.txt': sound, [PLAN]: '{\n  "aggregates": [,]\n}' });
  const broken = run(['check'], { cwd });
  assert.equal(broken.code, 2);
  assert.match(broken.err, /^disclosure-report\.json:2:18: .*malformed/);
  assert.match(broken.out, /Reports checked: 1;/);
  writeFileSync(join(cwd, PLAN), Buffer.from([0, 1, 2, 0]));
  const binary = run(['check'], { cwd });
  assert.equal(binary.code, 2);
  assert.match(binary.err, /^disclosure-report\.json: not a text file/);
  assert.match(binary.out, /Reports checked: 1;/);
  const other = folderWith(t, {
    'city.disclosure.txt': sound,
    ...members,
    [PLAN]: plan(['青禾县教育局', '青禾县挡案局']),
  });
  const { code, err, out } = run(['check'], { cwd: other });
  assert.equal(code, 2);
  assert.match(err, /^disclosure-report\.json:1:\d+: There is no report of “青禾县挡案局”/);
  assert.match(out, /1 are not there: 青禾县挡案局/);
});
