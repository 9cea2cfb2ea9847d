import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { run } from './support.ts';

test('--version prints the version', () => {
  assert.deepEqual(run(['--version']), { code: 0, out: `${manifest.version}\n`, err: '' });
});

test('--help names the commands and the exit codes', () => {
  const { code, out } = run(['--help']);
  assert.equal(code, 0);
  for (const word of ['check', 'extract', 'new', 'Exit codes']) assert.ok(out.includes(word), word);
});

test('the help of each command names its exit codes', () => {
  assert.match(run(['check', '--help']).out, /Exit codes: 0 no finding .*; 1 there is one; 2 /);
  assert.match(run(['extract', '--help']).out, /Exit codes: 0 done; 2 /);
});

test('the language follows --locale, then the environment, and is Chinese where nothing is said', () => {
  assert.match(run(['--help'], { env: {} }).out, /^用法：/);
  assert.match(run(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).out, /^用法：/);
  assert.match(run(['--help'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'de_DE.UTF-8' } }).out, /^Usage:/);
  assert.match(run(['--locale', 'zh-cn', '--help']).out, /^用法：/);
  assert.match(run(['check', '--help', '--locale=en'], { env: {} }).out, /^Usage:/);
});

const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /^Usage:/],
  [['polish'], /no command "polish"/],
  [['check', '--polish'], /no option "--polish"/],
  [['check', '--format', 'xml'], /does not take "xml"; use one of text, json, sarif, github, changes/],
  [['check', '--fail-on', 'never ever'], /does not take "never ever"/],
  [['check', '--config'], /"--config <file>" needs a value/],
  [['check', '--stdin', 'a.txt', 'b.txt'], /--stdin cannot be combined with paths/],
  [['check', '--stdin', 'a.txt', '--fix'], /--fix needs files/],
  [['extract', '--format', 'sarif'], /does not take "sarif"/],
  [['new', '--year', '2025'], /option "--issuer <name>" is missing/],
  [
    ['new', '--issuer', '青石镇人民政府', '--year', '25'],
    /--year: expected four digits, 2019 or later, found "25"/,
  ],
  [['new', '--issuer', '青石镇人民政府', '--year', '2018'], /found "2018"/],
  [['new', '--issuer', '2024年', '--year', '2025'], /--issuer: expected the name of a body, found "2024年"/],
  [['new', '--issuer', ' ', '--year', '2025'], /--issuer: expected the name of a body, found ""/],
  [['new', '--issuer', '青石镇\n人民政府', '--year', '2025'], /--issuer: expected the name of a body/],
  [['new', '--issuer', '青石镇人民政府', '--year', '2025', 'a.txt'], /command "new" takes options only/],
  [['check', '--locale', 'fr'], /does not take "fr"/],
];

test('what an argument holds does nothing to a terminal and begins no line', () => {
  const evil = '\u001b[31m\n::error::x\u202e';
  for (const args of [
    [evil],
    ['check', `--${evil}`],
    ['check', '--format', evil],
    ['check', '--config', evil],
    ['check', evil],
    ['new', '--issuer', evil, '--year', '2025'],
    ['new', '--issuer', '青石镇人民政府', '--year', evil],
    ['extract', '--locale', evil],
  ]) {
    const { code, out, err } = run(args);
    assert.deepEqual([code, out.replace('No reports found.\n', '')], [2, ''], JSON.stringify(args));
    assert.match(err, /^[^\n\u0000-\u001f\u202e]*::error::[^\n\u0000-\u001f\u202e]*\n$/, JSON.stringify(err));
    assert.doesNotMatch(err, /^\s*::/);
  }
});

for (const [args, expected] of mistakes) {
  test(`wrong usage ends with 2 and a sentence: ${args.join(' ') || '(nothing)'}`, () => {
    const { code, out, err } = run(args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err.replace(/^disclosure-report: /, ''), expected);
  });
}
