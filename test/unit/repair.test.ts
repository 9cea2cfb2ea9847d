/** Which number is wrong when totals do not balance: what is found, what it is called, what is safe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bestFixes, compatibleEdits } from '../../server/src/features/fixAll.ts';
import { translate } from '../../server/src/l10n.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { readEquations, sidesOf } from '../../server/src/report/binding/equations.ts';
import type { AnalysisOptions, Finding } from '../../server/src/report/model.ts';
import { type BalanceFault, localize } from '../../server/src/report/repair/localize.ts';
import { applyEdits } from './support/edits.ts';
import { seededRandom } from './support/random.ts';
import {
  cellSlips,
  makeSlip,
  makeSlips,
  randomReport,
  type Scale,
  scales,
  setSlips,
} from './support/slips.ts';

const sound = readFileSync(new URL('../fixtures/sound.txt', import.meta.url), 'utf8');
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

function restored(text: string, findings: readonly Finding[]): string {
  return applyEdits(text, compatibleEdits(bestFixes(findings)));
}

function faultsIn(text: string): BalanceFault[] {
  return analyze(text).tables.flatMap((table) => localize(readEquations(table)));
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
    assert.equal(restored(text, [finding!]), sound);
  });

  it('is mended safely where it is a total', () => {
    const text = damaged(granted, grantedWith('41\t6\t1\t2\t3\t4\t75'));
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(textAt(text, finding!), '75');
    assert.equal(finding!.fixes[0]!.safe, true);
    assert.equal(restored(text, [finding!]), sound);
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
    assert.equal(restored(text, findings), sound);
  });

  it('in one row are a finding each, whose fix changes them all', () => {
    const text = damaged(granted, grantedWith('14\t66\t1\t2\t3\t4\t57'));
    const findings = findingsIn(text);
    assert.deepEqual(
      findings.map((finding) => textAt(text, finding)),
      ['14', '66'],
    );
    for (const finding of findings) {
      assert.equal(restored(text, [finding]), sound);
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
      assert.equal(restored(text, [finding!]), sound);
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
});

describe('random reports', () => {
  it('have no faults while they balance', () => {
    const random = seededRandom(1);
    for (const scale of Object.keys(scales) as Scale[])
      assert.deepEqual(faultsIn(randomReport(random, scale)), []);
  });

  it('with a slip are restored, wherever two or three equations see it', () => {
    const random = seededRandom(2);
    for (const kind of [...cellSlips, ...setSlips]) {
      const report = analyze(randomReport(random, 'city'));
      for (let number = 0; number < 6; number++) {
        const edits = makeSlip(report, kind, random)!;
        const wrong = applyEdits(report.source.text, edits);
        const faults = faultsIn(wrong);
        if (faults.length === 0 || faults.some(({ best }) => best === null)) continue;
        const balance = findingsIn(wrong).filter(({ rule }) => /-(?:total|balance)$/.test(rule));
        assert.equal(restored(wrong, balance), report.source.text, kind);
      }
    }
  });

  it('get explanations that make every equation hold with counts', () => {
    const random = seededRandom(3);
    for (let number = 0; number < 30; number++) {
      const report = analyze(randomReport(random, 'township'));
      const edits = makeSlips(report, ['digit', 'doubled', 'digit'], random);
      if (edits !== null) faultsIn(applyEdits(report.source.text, edits)).forEach(verify);
    }
  });
});

/** Each explanation mends its fault and breaks nothing. */
function verify({ table, equations, alternatives }: BalanceFault): void {
  for (const { changes } of alternatives) {
    const values = table.cells.map(({ value }) => value ?? 0);
    for (const { cell, to } of changes) {
      assert.ok(Number.isInteger(to) && to >= 0);
      values[cell.form.index] = to;
    }
    for (const equation of readEquations(table)) {
      const [left, right] = sidesOf(equation.form, values);
      const isMended = equations.some(({ form }) => form === equation.form);
      if (equation.holds || isMended) assert.equal(left, right);
    }
  }
}
