/** Golden outputs. `UPDATE_GOLDEN=1 npm run test:cli` writes them anew; read the difference before committing. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { textReporter } from '../../server/src/cli/check/reporters/textReporter.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { faulty, folderWith, onlyRules, root, run, sound } from './support.ts';

const NAME = '青石镇.disclosure.txt';

function matchGolden(file: string, actual: string): void {
  const path = join(root, 'test/cli/golden', file);
  const text = actual.replaceAll(`"${manifest.version}"`, '"VERSION"');
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'));
}

for (const format of ['text', 'json', 'github']) {
  for (const locale of ['zh-cn', 'en']) {
    test(`check --format ${format} in ${locale}`, (t) => {
      const cwd = folderWith(t, {
        [NAME]: faulty,
        'config.json': onlyRules('application-balance', 'cell-number'),
      });
      const args = ['check', NAME, '--config', 'config.json', '--format', format, '--locale', locale];
      matchGolden(`${format}.${locale}.txt`, run(args, { cwd }).out);
    });
  }
}

test('check --format sarif', (t) => {
  const cwd = folderWith(t, {
    [NAME]: faulty,
    'config.json': onlyRules('application-balance', 'cell-number'),
  });
  const { out } = run(['check', NAME, 'gone.txt', '--config', 'config.json', '--format', 'sarif'], { cwd });
  const log = JSON.parse(out);
  const [{ tool, ...rest }] = log.runs;
  matchGolden('sarif.en.json', `${JSON.stringify({ ...log, runs: [rest] }, null, 2)}\n`);
  for (const rule of tool.driver.rules) {
    assert.doesNotMatch(rule.shortDescription.text, /^rule\./, `${rule.id} has a text`);
    assert.doesNotMatch(rule.fullDescription.text, /^rule\./, `${rule.id} has a reason`);
  }
  for (const { ruleId, ruleIndex } of rest.results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
});

test('SARIF has valid addresses for any name, and the place of what is wrong in a plan', (t) => {
  const name = '年报 #1%2f[2]?/a:b.disclosure.txt';
  const cwd = folderWith(t, { [name]: faulty, 'disclosure-report.json': '{\n  "aggregates": [,]\n}' });
  const outside = join(cwd, 'gone #%.txt');
  const [{ results, invocations }] = JSON.parse(
    run(['check', '.', outside, '--format', 'sarif'], { cwd }).out,
  ).runs;
  const { uri } = results[0].locations[0].physicalLocation.artifactLocation;
  assert.equal(uri, '%E5%B9%B4%E6%8A%A5%20%231%252f%5B2%5D%3F/a%3Ab.disclosure.txt');
  assert.equal(new URL(uri, 'file:///').pathname, `/${uri}`);
  const [gone, plan] = invocations[0].toolExecutionNotifications.map(
    ({ locations }: { locations: { physicalLocation: unknown }[] }) => locations[0]!.physicalLocation,
  );
  assert.deepEqual(gone, { artifactLocation: { uri: pathToFileURL(outside).href } });
  assert.deepEqual(plan, {
    artifactLocation: { uri: 'disclosure-report.json' },
    region: { startLine: 2, startColumn: 18, endLine: 2, endColumn: 18 },
  });
});

test('annotations escape what would end them', (t) => {
  const name = 'a,b:c%.disclosure.txt';
  const cwd = folderWith(t, { [name]: faulty });
  const [first] = run(['check', '--format', 'github'], { cwd }).out.split('\n');
  assert.match(first!, /^::\w+ file=a%2Cb%3Ac%25\.disclosure\.txt,line=\d+,/);
});

test('annotations name control characters', (t) => {
  const text = sound.replace('行政许可\t18', '行政许可\t1\u001b[2J\u202e8');
  const cwd = folderWith(t, { 'a\u0007\n::b.disclosure.txt': text });
  const { out } = run(['check', '--format', 'github'], { cwd });
  for (const line of out.trimEnd().split('\n')) assert.match(line, /^::\w+ file=aU\+0007U\+000A%3A%3Ab\./);
  assert.match(out, /“1U\+001B\[2JU\+202E8”/);
  assert.doesNotMatch(out.replaceAll('\n', ''), /[\u0000-\u001f\u202e]/);
});

test('text without a terminal has no colours', (t) => {
  const cwd = folderWith(t, { [NAME]: faulty });
  assert.doesNotMatch(run(['check'], { cwd, env: { FORCE_COLOR: '1' } }).out, /\u001b/);
});

test('no line begins as a command to the service that reads the log, whatever files are called', (t) => {
  const cwd = folderWith(t, { '::error::a.disclosure.txt': faulty });
  const { out, err } = run(['check', '::error::a.disclosure.txt', ' ::warning::\u001b]0;\n::x'], { cwd });
  assert.match(out, /^\.\/::error::a\.disclosure\.txt:\d+:\d+ /);
  assert.equal(err, 'disclosure-report: ::warning::·]0;·::x: no such file or folder\n');
  assert.doesNotMatch(out + err, /^\s*::/m);
});

test('what a report holds cannot do anything to a terminal', (t) => {
  const cwd = folderWith(t, { [NAME]: faulty.replace('行政许可\t１８', '行政许可\u001b[2J\t１８') });
  assert.doesNotMatch(run(['check'], { cwd }).out, /\u001b/);
});

const jsonOf: readonly (readonly [command: string, first: string])[] = [
  ['check', '"file": "reports/2025.txt", "rule"'],
  ['extract', '"file": "reports/2025.txt", "issuer"'],
];

for (const readme of ['README.md', 'README.zh-CN.md']) {
  for (const [command, first] of jsonOf) {
    test(`${readme} shows what ${command} prints as JSON`, (t) => {
      const text = readFileSync(join(root, readme), 'utf8');
      const blocks = [...text.matchAll(/```json\n([^`]*)```/g)].map((match) => match[1]!);
      const shown = JSON.parse(blocks.find((block) => block.includes(first))!);
      // Two rows lost a cell: one finding with a related place and a fix.
      const text2025 = sound
        .replace(/(1\.信访举报投诉类申请\t\d+)\t\d+/, '$1')
        .replace(/(2\.重复申请\t\d+)\t\d+/, '$1');
      const cwd = folderWith(t, { 'reports/2025.txt': text2025, 'config.json': onlyRules('row-cells') });
      const options = command === 'check' ? ['--config', 'config.json'] : [];
      const printed = JSON.parse(run([command, 'reports', '--format', 'json', ...options], { cwd }).out);
      assert.equal(printed.length, 1);
      assertHasShape(printed, shown, command);
    });
  }
}

/** Every name that is shown is there, and, but in tables, no other. */
function assertHasShape(printed: unknown, shown: unknown, where: string): void {
  if (Array.isArray(shown)) {
    assert.ok(Array.isArray(printed) && printed.length > 0, where);
    assertHasShape(printed[0], shown[0], `${where}[0]`);
  } else if (typeof shown === 'object' && shown !== null) {
    assert.ok(typeof printed === 'object' && printed !== null, where);
    const names = Object.keys(printed);
    if (!where.includes('tables')) assert.deepEqual(names, Object.keys(shown), where);
    for (const [name, value] of Object.entries(shown)) {
      assertHasShape((printed as Record<string, unknown>)[name], value, `${where}.${name}`);
    }
  } else if (shown !== null) assert.equal(typeof printed, typeof shown, where);
}

test('what goes on in a further line is marked to the end of its first', (t) => {
  const title = '五、存在的主要问题\n及改进情况\n';
  const cwd = folderWith(t, { [NAME]: `${sound.trimEnd()}\n\n${title}\n同上。\n` });
  const { out } = run(['check', '--fail-on', 'never'], { cwd });
  assert.match(out, /section-duplicate\n.*\n.*│ 五、存在的主要问题\n.*│ \^{18}\n/);
});

test('text on a terminal is coloured, by severity', () => {
  const settings = { locale: 'en', useColor: true, columns: 80 } as const;
  const [first] = textReporter(settings).render({ file: NAME, analysis: analyze(faulty), fixed: 0 });
  const [place, severity, rule] = first!.split('\n')[0]!.split('  ');
  assert.ok(place!.startsWith('\u001b[1m') && place!.endsWith('\u001b[0m'));
  assert.match(severity!.slice(1), /^\[3[136]m(?:error|warning|information)/);
  assert.ok(rule!.startsWith('\u001b[2m'));
});
