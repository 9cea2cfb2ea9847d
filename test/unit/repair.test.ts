/** Which number is wrong when totals do not balance: what is found, what it is called, what is safe. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translate } from '../../server/src/l10n.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import type { AnalysisOptions, Finding } from '../../server/src/report/model/index.ts';
import { withBestFixes } from './support/edits.ts';
import { sound } from './support/report.ts';

const granted = '（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57';
const grantedWith = (numbers: string): string => granted.replace('41\t6\t1\t2\t3\t4\t57', numbers);

function damaged(right: string, wrong: string): string {
  assert.ok(sound.includes(right), right);
  return sound.replace(right, () => wrong);
}

function findingsIn(text: string, rules: AnalysisOptions['rules'] = {}): readonly Finding[] {
  return analyze(text, { rules }).findings;
}

function textAt(text: string, { span }: Finding): string {
  return text.slice(span.start, span.end);
}

describe('one wrong number', () => {
  it('is one finding on the number, whose fix says which slip it was, and is not safe', () => {
    const text = damaged(granted, grantedWith('14\t6\t1\t2\t3\t4\t57'));
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(finding!.rule, 'handled-total');
    assert.equal(textAt(text, finding!), '14');
    const [fix] = finding!.fixes;
    assert.equal(translate(fix!.title, 'zh-cn'), '更改自然人 · 予以公开：14 → 41（录入疑似颠倒）');
    assert.equal(
      translate(fix!.title, 'en'),
      'Change 自然人 · 予以公开: 14 → 41 (digits probably transposed)',
    );
    assert.equal(fix!.safe, false);
    assert.equal(withBestFixes(text, [finding!]), sound);
  });

  it('is mended safely where it is a total', () => {
    const text = damaged(granted, grantedWith('41\t6\t1\t2\t3\t4\t75'));
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(textAt(text, finding!), '75');
    assert.equal(finding!.fixes[0]!.safe, true);
    assert.equal(withBestFixes(text, [finding!]), sound);
  });

  it('is reported by the first of its rules that is on', () => {
    const text = damaged(granted, grantedWith('14\t6\t1\t2\t3\t4\t57'));
    const rulesFound = (rules: AnalysisOptions['rules']): string[] =>
      findingsIn(text, rules).map(({ rule }) => rule);
    assert.deepEqual(rulesFound({ 'handled-total': 'off' }), ['row-total']);
    assert.deepEqual(rulesFound({ 'row-total': 'off' }), ['handled-total']);
    assert.deepEqual(rulesFound({ 'handled-total': 'off', 'row-total': 'off' }), []);
  });

  it('in an equation of its own: total first, four others, none safe', () => {
    const text = damaged('6\t2\t1\t3\t12', '6\t2\t1\t3\t21');
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(textAt(text, finding!), '21');
    assert.equal(finding!.fixes.length, 5);
    assert.equal(finding!.fixes[0]!.title.key, 'fix.recompute.transposed');
    assert.ok(finding!.fixes.every(({ safe }) => !safe));
    assert.equal(finding!.related.filter(({ message }) => message.key === 'related.alternative').length, 4);
  });

  it('beside an unknown number is found by the equations that are left', () => {
    const text = damaged(granted, grantedWith('14\t6\t1\t2\t3\t4\t见附件'));
    const balance = findingsIn(text).filter(({ rule }) => rule.endsWith('-total'));
    assert.deepEqual(
      balance.map((finding) => textAt(text, finding)),
      ['14'],
    );
    assert.equal(balance[0]!.fixes[0]!.title.args.to, 41);
  });
});

describe('a number that cannot be read', () => {
  const fixesOf = (numbers: string): (string | undefined)[] =>
    findingsIn(damaged(granted, grantedWith(numbers)))
      .filter(({ rule }) => rule === 'cell-number')
      .map(({ fixes }) => fixes[0]?.edits[0]?.newText);

  it('is offered as the rest has it', () => {
    assert.deepEqual(fixesOf('-41\t6\t1\t2\t3\t4\t57'), ['41']);
  });

  it('is not guessed where the equations contradict each other', () => {
    assert.deepEqual(fixesOf('见附件\t6\t1\t2\t3\t4\t75'), [undefined]);
  });
});

describe('several wrong numbers', () => {
  it('that have nothing to do with each other are findings of their own', () => {
    const text = damaged(granted, grantedWith('14\t6\t1\t2\t3\t4\t57')).replace(
      '\t5\t2\t0\t0\t1\t',
      '\t5\t2\t0\t0\t7\t',
    );
    const findings = findingsIn(text);
    assert.deepEqual(
      findings.map((finding) => textAt(text, finding)),
      ['14', '7'],
    );
    assert.equal(withBestFixes(text, findings), sound);
  });

  it('in one row are a finding each, whose fix changes them all', () => {
    const text = damaged(granted, grantedWith('14\t66\t1\t2\t3\t4\t57'));
    const findings = findingsIn(text);
    assert.deepEqual(
      findings.map((finding) => textAt(text, finding)),
      ['14', '66'],
    );
    for (const finding of findings) {
      assert.equal(withBestFixes(text, [finding]), sound);
      assert.ok(finding.fixes.every(({ safe }) => !safe));
      assert.equal(finding.related[0]!.message.key, 'related.culprit');
    }
  });

  it('that were swapped, or moved by a column, are one finding', () => {
    for (const [numbers, key] of [
      ['6\t41\t1\t2\t3\t4\t57', 'finding.balance.swapped'],
      ['0\t41\t6\t1\t2\t3\t57', 'finding.balance.shifted'],
      ['6\t1\t2\t3\t4\t0\t57', 'finding.balance.shifted'],
    ] as const) {
      const text = damaged(granted, grantedWith(numbers));
      const [finding, ...others] = findingsIn(text);
      assert.deepEqual(others, []);
      assert.equal(finding!.message.key, key);
      assert.equal(withBestFixes(text, [finding!]), sound);
      assert.ok(finding!.fixes.every(({ safe }) => !safe));
    }
  });

  it('beyond all explanation are findings on the totals', () => {
    const text = damaged(granted, grantedWith('99\t98\t97\t96\t95\t94\t57'));
    const findings = findingsIn(text);
    assert.equal(findings.length, 7);
    assert.ok(findings.every(({ fixes }) => fixes[0]!.title.key.startsWith('fix.recompute')));
    assert.ok(findings.every(({ fixes }) => fixes.every(({ safe }) => !safe)));
  });

  it('are findings on the totals of their rows where the row that adds them all up is not there', () => {
    const text = sound.replace(/^.*（七）总计.*\n/m, '').replace(/(属于.*\t)\d+$/gm, '$199');
    assert.equal(sound.match(/属于.*\t\d+$/gm)!.length, 5);
    const findings = analyze(text).findings.filter(({ rule }) => rule === 'row-total');
    assert.deepEqual(
      findings.map((finding) => textAt(text, finding)),
      ['99', '99', '99', '99', '99'],
    );
  });
});
