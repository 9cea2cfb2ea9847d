import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { faulty, folderWith, onlyRules, program, run, sampleName, sound } from './support.ts';

const NAME = 'a.disclosure.txt';

interface JsonFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly fixes: readonly { readonly safe: boolean }[];
}

function findingsOf(args: readonly string[], cwd: string): JsonFinding[] {
  return JSON.parse(run(['check', '--format', 'json', ...args], { cwd }).out);
}

test('nothing is found in the samples but in the one full of faults, as text and as a document, and between reports of one county', () => {
  const faultySample = `samples/${sampleName('松坪县')}`;
  const faultyDocument = faultySample.replace('samples/', 'samples/documents/').replace('.txt', '.docx');
  const findings: JsonFinding[] = JSON.parse(run(['check', '--format', 'json', 'samples']).out);
  const rulesOf = (name: string): string[] =>
    findings.filter(({ file }) => file === name).map(({ rule }) => rule);
  const others = findings.filter(({ file }) => file !== faultySample && file !== faultyDocument);
  assert.ok(new Set(rulesOf(faultySample)).size >= 12, 'many kinds of faults');
  assert.deepEqual(rulesOf(faultyDocument), rulesOf(faultySample));
  const between = 'samples/青禾县/青禾县2025年政府信息公开工作年度报告.txt';
  const rules = ['aggregate', 'carry-over', 'carry-over'];
  assert.deepEqual(
    others.map(({ file, rule }) => [file, rule]),
    rules.map((rule) => [between, rule]),
  );
});

test('exit 0 where all is well, 1 where it is not', (t) => {
  const cwd = folderWith(t, { 'good.disclosure.txt': sound, 'bad.disclosure.txt': faulty });
  assert.equal(run(['check', 'good.disclosure.txt'], { cwd }).code, 0);
  assert.equal(run(['check', 'bad.disclosure.txt'], { cwd }).code, 1);
  assert.equal(run(['check', 'bad.disclosure.txt', 'good.disclosure.txt'], { cwd }).code, 1);
});

test('--fail-on sets the severity from which a run fails', (t) => {
  const rules = {
    ...JSON.parse(onlyRules('application-balance')).rules,
    'application-balance': 'information',
  };
  const cwd = folderWith(t, { [NAME]: faulty, 'config.json': JSON.stringify({ rules }) });
  const codeOf = (failOn: string): number | null =>
    run(['check', NAME, '--config', 'config.json', '--fail-on', failOn], { cwd }).code;
  assert.deepEqual(['error', 'warning', 'information', 'hint', 'never'].map(codeOf), [0, 0, 1, 1, 0]);
});

test('a finding stands on the cell, zero-based, in UTF-16 characters', (t) => {
  const cwd = folderWith(t, { [NAME]: `😀\n${faulty}`, 'config.json': onlyRules('cell-number') });
  const [finding] = findingsOf([NAME, '--config', 'config.json'], cwd);
  const line = `😀\n${faulty}`.split('\n').findIndex((each) => each.startsWith('行政许可\t１８'));
  assert.deepEqual(finding?.range, { start: { line, character: 5 }, end: { line, character: 7 } });
});

test('standard input is checked under the name it is given', () => {
  const { code, out } = run(['check', '--stdin', 'somewhere/x.txt', '--format', 'json'], { input: faulty });
  assert.equal(code, 1);
  assert.deepEqual(
    new Set(JSON.parse(out).map((finding: JsonFinding) => finding.file)),
    new Set(['somewhere/x.txt']),
  );
});

test('standard input may be slow to come', { skip: spawnSync('perl', ['-v']).status !== 0 }, async () => {
  // What comes over a network may be read without waiting; then there is an error as long as nothing has come.
  const withoutWaiting = 'fcntl(STDIN, F_SETFL, O_NONBLOCK) or die; exec @ARGV';
  const args = [process.execPath, program, 'check', '--stdin', 'x.txt', '--locale', 'en'];
  const child = spawn('perl', ['-MFcntl', '-e', withoutWaiting, ...args]);
  child.stdout.setEncoding('utf8');
  setTimeout(() => child.stdin.end(sound), 500);
  const [out, [code]] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
  assert.deepEqual([code, out.join('')], [0, 'Reports checked: 1; nothing found\n']);
});

test('JSON of no findings is an empty array', (t) => {
  const cwd = folderWith(t, { [NAME]: sound });
  assert.deepEqual(findingsOf([], cwd), []);
});

test('many reports come out in order', (t) => {
  const names = Array.from(
    { length: 150 },
    (_, index) => `r${String(index).padStart(3, '0')}.disclosure.txt`,
  );
  const cwd = folderWith(t, Object.fromEntries(names.map((name) => [name, faulty])));
  assert.deepEqual([...new Set(findingsOf([], cwd).map(({ file }) => file))], names);
});

test('texts are Chinese or English', (t) => {
  const cwd = folderWith(t, { [NAME]: faulty });
  assert.match(run(['check'], { cwd, env: {} }).out, /共校核 1 份报告/);
  assert.match(run(['check', '--locale', 'en'], { cwd, env: {} }).out, /Reports checked: 1/);
});
