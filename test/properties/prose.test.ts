/** What holds for all prose there is, whatever its words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { anyProse } from '../unit/support/mutations.ts';
import { balancedReport } from '../unit/support/numbers.ts';
import { sound } from '../unit/support/report.ts';
import { spansOf } from '../unit/support/spans.ts';
import { check } from './check.ts';

const onProse = new Set(['claim', 'breakdown', 'percentage']);
const HEADING = '（二）依申请公开情况。';

describe('any prose', () => {
  it('is read without fail, every place inside it and in order', () => {
    check(anyProse, 400, (prose) => {
      const analysis = analyze(sound.replace(HEADING, () => HEADING + prose));
      const { length } = analysis.source.text;
      for (const [name, { start, end }] of spansOf(analysis))
        assert.ok(0 <= start && start <= end && end <= length, `${name} at ${start} to ${end} of ${length}`);
      const starts = analysis.narrative.claims.map(({ span }) => span.start);
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
    });
  });

  it('is wrong only where nothing in the tables reconciles it', () => {
    check(anyProse, 200, (prose) => {
      for (const { value, readings, reading, isWrong } of analyze(
        sound.replace(HEADING, () => HEADING + prose),
      ).narrative.claims) {
        assert.ok(!isWrong || (reading === null && readings.every((other) => other.value !== value)));
        assert.ok(!isWrong || readings.every((other) => other.value !== null));
      }
    });
  });

  it('has fixes that leave the number right', () => {
    check(anyProse, 200, (prose) => {
      const { source, findings } = analyze(sound.replace(HEADING, () => HEADING + prose));
      for (const { rule, span, fixes } of findings.filter(({ fixes: offered }) => offered.length > 0)) {
        if (rule !== 'claim' && rule !== 'percentage') continue;
        for (const { edits } of fixes) {
          const after = analyze(applyEdits(source.text, edits)).findings;
          assert.ok(!after.some((other) => other.rule === rule && other.span.start === span.start), prose);
        }
      }
    });
  });
});

describe('prose that says what the tables say', () => {
  it('has no finding, whatever the numbers', () => {
    check(balancedReport, 60, (text) => {
      assert.deepEqual(
        analyze(text).findings.filter(({ rule }) => onProse.has(rule)),
        [],
      );
    });
  });
});
