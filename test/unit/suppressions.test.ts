/** Comments that silence findings, and settings that change or silence them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenBy, exampleOptions } from '../../scripts/examples.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { ruleDescriptions } from '../../server/src/report/rules/index.ts';
import { fixed, onlyFinding } from './support/edits.ts';
import { changed, rulesIn, sound } from './support/report.ts';

const ROW = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';
/** Two hints on one row: a blank cell and full-width digits. */
const FAULTY = '\t\t2.重复申请\t４\t\t0\t0\t1\t0\t5';
const TITLE = '六、其他需要报告的事项';
const FAULTY_TITLE = '六、其他报告事项';
const comment = (words: string): string => `<!-- disclosure-report-${words} -->`;
const withRow = (row: string): string => changed([ROW, row]);

describe('a comment silences', () => {
  const silent: readonly (readonly [what: string, text: string])[] = [
    ['the next line', withRow(`${comment('disable-next-line cell-number cell-empty')}\n${FAULTY}`)],
    ['its own line', changed([TITLE, `${FAULTY_TITLE} ${comment('disable-line section-title')}`])],
    ['the rest of the text', changed([TITLE, `${comment('disable section-title')}\n${FAULTY_TITLE}`])],
    [
      'what stands up to its end',
      changed([
        TITLE,
        `${comment('disable section-title')}\n${FAULTY_TITLE}\n${comment('enable section-title')}`,
      ]),
    ],
    ['every rule where it names none', withRow(`${comment('disable-next-line')}\n${FAULTY}`)],
    ['everything from where it names none', `${comment('disable')}\n${withRow(FAULTY)}`],
    [
      'several rules with commas',
      withRow(`${comment('disable-next-line cell-number, cell-empty')}\n${FAULTY}`),
    ],
  ];
  for (const [what, text] of silent) {
    it(what, () => {
      assert.deepEqual(rulesIn(text), []);
    });
  }
});

describe('a comment does not silence', () => {
  const spoken: readonly (readonly [what: string, text: string, rules: readonly string[]])[] = [
    [
      'the line after the next',
      withRow(`${comment('disable-next-line cell-number cell-empty')}\n\n${FAULTY}`),
      ['unused-suppression', 'unused-suppression', 'cell-number', 'cell-empty'],
    ],
    ['other rules', withRow(`${comment('disable-next-line cell-number')}\n${FAULTY}`), ['cell-empty']],
    [
      'what stands before it',
      changed([TITLE, `${FAULTY_TITLE}\n${comment('disable section-title')}`]),
      ['section-title', 'unused-suppression'],
    ],
    [
      'what stands after its end',
      changed([
        TITLE,
        `${comment('disable section-title')}\n${comment('enable section-title')}\n${FAULTY_TITLE}`,
      ]),
      ['unused-suppression', 'section-title'],
    ],
    [
      'anything by another tool’s name',
      withRow(`<!-- other-tool-disable-next-line -->\n${FAULTY}`),
      ['cell-number', 'cell-empty'],
    ],
    [
      'anything by a longer name',
      withRow(`${comment('disable-next-lines cell-number')}\n${FAULTY}`),
      ['cell-number', 'cell-empty'],
    ],
  ];
  for (const [what, text, expected] of spoken) {
    it(what, () => {
      assert.deepEqual(rulesIn(text), expected);
    });
  }

  it('a rule of a longer name', () => {
    const text = changed([TITLE, `${comment('disable-next-line section')}\n${FAULTY_TITLE}`]);
    assert.deepEqual(rulesIn(text), ['unused-suppression', 'section-title']);
  });
});

describe('of a fault that repeats, a comment silences its own place', () => {
  const FIRST = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';
  const SECOND = '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1';
  const faults: readonly (readonly [rule: string, first: string, second: string, fixed: string])[] = [
    ['cell-empty', FIRST.replace('\t0\t0\t0', '\t/\t0\t0'), SECOND.replace('\t0\t0', '\t/\t0'), '/'],
    ['cell-number', FIRST.replace('\t4\t', '\t４\t'), SECOND.replace('\t1\t', '\t１\t'), '４'],
    [
      'row-cells',
      FIRST.replace('\t0\t0\t0', '\t0\t0'),
      SECOND.replace('\t0\t0', '\t0'),
      '重复申请\t4\t0\t0\t1',
    ],
  ];
  for (const [rule, first, second, found] of faults) {
    const silence = `${comment(`disable-next-line ${rule}`)}\n`;

    it(`${rule}: the first`, () => {
      const text = changed([FIRST, silence + first], [SECOND, second]);
      const { span, related } = onlyFinding(text, rule);
      assert.ok(span.start >= text.indexOf('3.要求提供'));
      assert.deepEqual(related, []);
      assert.deepEqual(rulesIn(text), [rule]);
      assert.ok(fixed(text, rule).includes(found), 'the fix leaves the silenced place as it is');
    });

    it(`${rule}: a later one`, () => {
      const text = changed([FIRST, first], [SECOND, silence + second]);
      assert.ok(onlyFinding(text, rule).span.start < text.indexOf('3.要求提供'));
      assert.deepEqual(rulesIn(text), [rule]);
    });

    it(`${rule}: all of them`, () => {
      assert.deepEqual(rulesIn(changed([FIRST, silence + first], [SECOND, silence + second])), []);
    });
  }
});

describe('an unused comment', () => {
  it('is a hint on the id that silences nothing', () => {
    const text = withRow(`${comment('disable-next-line cell-number row-total cell-empty')}\n${FAULTY}`);
    const { span, severity } = onlyFinding(text, 'unused-suppression');
    assert.equal(text.slice(span.start, span.end), 'row-total');
    assert.equal(severity, 'hint');
  });

  it('is told apart from one with a rule that does not exist', () => {
    const keyOf = (id: string): string =>
      onlyFinding(changed([TITLE, `${comment(`disable ${id}`)}\n${TITLE}`]), 'unused-suppression').message
        .key;
    assert.notEqual(keyOf('no-such-rule'), keyOf('section-title'));
  });

  it('is taken away by its fix, and with it the finding', () => {
    const text = changed([TITLE, `${comment('disable-line row-total')}\n${TITLE}`]);
    assert.deepEqual(rulesIn(fixed(text, 'unused-suppression')), []);
    assert.ok(!fixed(text, 'unused-suppression').includes('<!--'));
  });

  it('is one that repeats what another says', () => {
    const text = changed([
      TITLE,
      `${comment('disable section-title')}\n${comment('disable section-title')}\n${FAULTY_TITLE}`,
    ]);
    assert.deepEqual(rulesIn(text), ['unused-suppression']);
  });

  it('is found beside many others, each with its own findings', () => {
    const passage = `XX件\n${comment('disable placeholder')}\nXX件\n${comment('enable placeholder')}\n`;
    const found = rulesIn(`${sound}${passage.repeat(200)}${comment('disable placeholder')}`);
    assert.deepEqual(found, [...Array<string>(200).fill('placeholder'), 'unused-suppression']);
  });

  it('loses only the id that is unused', () => {
    const text = changed([TITLE, `${comment('disable-next-line section-title row-total')}\n${FAULTY_TITLE}`]);
    assert.match(fixed(text, 'unused-suppression'), /disable-next-line section-title\s+-->/);
    assert.deepEqual(rulesIn(fixed(text, 'unused-suppression')), []);
  });

  it('is no fault where its rule is off', () => {
    const text = changed([TITLE, `${comment('disable section-title')}\n${TITLE}`]);
    assert.deepEqual(analyze(text, { rules: { 'section-title': 'off' } }).findings, []);
  });

  it('can itself be turned off', () => {
    const text = changed([TITLE, `${comment('disable section-title')}\n${TITLE}`]);
    assert.deepEqual(analyze(text, { rules: { 'unused-suppression': 'off' } }).findings, []);
  });
});

describe('a severity setting', () => {
  for (const rule of ruleDescriptions) {
    const text = brokenBy(rule);
    const { reports } = exampleOptions(rule, true);
    it(`turns ${rule.id} off`, () => {
      const { findings } = analyze(text, { rules: { [rule.id]: 'off' }, reports });
      assert.ok(!findings.some((finding) => finding.rule === rule.id));
    });

    it(`changes the severity of ${rule.id}`, () => {
      const { findings } = analyze(text, { rules: { [rule.id]: 'information' }, reports });
      assert.deepEqual([...new Set(findings.map(({ severity }) => severity))], ['information']);
    });
  }

  it('for a rule that does not exist changes nothing', () => {
    const text = withRow(FAULTY);
    assert.deepEqual(
      analyze(text, { rules: { 'no-such-rule': 'error' } }).findings.length,
      analyze(text).findings.length,
    );
  });

  it('that is not given leaves the severity that a rule has by default', () => {
    const severities = Object.fromEntries(ruleDescriptions.map(({ id, severity }) => [id, severity]));
    assert.equal(severities['row-total'], 'error');
    for (const rule of ruleDescriptions) {
      assert.ok(
        analyze(brokenBy(rule), { reports: exampleOptions(rule, true).reports }).findings.every(
          ({ severity }) => severity === rule.severity,
        ),
        rule.id,
      );
    }
  });
});
