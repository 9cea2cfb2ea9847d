import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faulty, folderWith, onlyRules, run } from './support.ts';

const REPORT = 'a.disclosure.txt';

test('severities of the configuration are used, and nothing is read that was not named', (t) => {
  const off = onlyRules();
  const cwd = folderWith(t, {
    [REPORT]: faulty,
    'off.json': off,
    'rules.json': off,
    '.disclosure-report.json': off,
  });
  assert.equal(run(['check', '--config', 'off.json'], { cwd }).code, 0);
  assert.equal(run(['check'], { cwd }).code, 1);
});

test('a severity can be changed', (t) => {
  const config = {
    rules: { ...JSON.parse(onlyRules('application-balance')).rules, 'application-balance': 'hint' },
  };
  const cwd = folderWith(t, { [REPORT]: faulty, 'config.json': `\ufeff${JSON.stringify(config)}` });
  const { code, out } = run(['check', '--config', 'config.json', '--format', 'json'], { cwd });
  assert.equal(code, 0);
  assert.deepEqual(
    new Set(JSON.parse(out).map((finding: { severity: string }) => finding.severity)),
    new Set(['hint']),
  );
});

const mistakes: readonly (readonly [string, string, RegExp])[] = [
  [
    'an unknown rule',
    '{"rules": {\n  "row-totl": "off"\n}}',
    /config\.json:2:3: there is no rule "row-totl"/,
  ],
  ['a bad severity', '{"rules": {\n  "row-total": "fatal"\n}}', /config\.json:2:16: .*"row-total".*"fatal"/],
  ['an unknown key', '{"rulez": {}}', /config\.json:1:2: .*"rulez"/],
  ['a severity that is no string', '{"rules": {"row-total": 1}}', /config\.json:1:25: /],
  ['a comma too many', '{"rules": {"row-total": "off",}}', /config\.json:1:31: /],
  ['no object', '[]', /config\.json:1:1: /],
  ['an unfinished object', '{"rules": {', /config\.json:1:12: /],
  ['something behind it', '{"rules": {}} x', /config\.json:1:15: .*more text follows/],
  ['nothing', '', /config\.json:1:1: /],
];

for (const [what, text, expected] of mistakes) {
  test(`a configuration with ${what} ends with 2 and names the place`, (t) => {
    const cwd = folderWith(t, { [REPORT]: faulty, 'config.json': text });
    const { code, out, err } = run(['check', '--config', 'config.json'], { cwd });
    assert.match(err, expected);
    assert.deepEqual([code, out], [2, '']);
  });
}

test('a configuration is read in every encoding that a report is, and no other', (t) => {
  const files = {
    [REPORT]: faulty,
    'utf16.json': Buffer.from(`\ufeff${onlyRules()}`, 'utf16le'),
    'binary.json': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  };
  const cwd = folderWith(t, files);
  assert.equal(run(['check', '--config', 'utf16.json'], { cwd }).code, 0);
  const { code, err } = run(['check', '--config', 'binary.json'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /^disclosure-report: configuration file binary\.json is not a text file/);
});

test('a configuration that is not there ends with 2', (t) => {
  const cwd = folderWith(t, { [REPORT]: faulty });
  const { code, err } = run(['check', '--config', 'config.json'], { cwd });
  assert.deepEqual([code, err], [2, 'disclosure-report: configuration file config.json does not exist\n']);
});

test('what a configuration holds does nothing to a terminal and begins no line', (t) => {
  const rule = '\u001b[31m\n::error::x';
  const cwd = folderWith(t, {
    'rule.json': JSON.stringify({ rules: { [rule]: 'off' } }),
    'severity.json': JSON.stringify({ rules: { claim: rule } }),
    'key.json': JSON.stringify({ [rule]: {} }),
  });
  for (const config of ['rule.json', 'severity.json', 'key.json']) {
    const { code, err } = run(['check', '--config', config], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^disclosure-report: [^\n\u0000-\u001f]*·\[31m·::error::x[^\n\u0000-\u001f]*\n$/);
  }
});
