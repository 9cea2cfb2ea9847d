/** The statistical period, sound, wrong, garbled and absent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, onlyFinding } from '../unit/support/edits.ts';
import { changed, rulesIn, sound } from '../unit/support/report.ts';

const PERIOD = '2025年1月1日至2025年12月31日';

describe('period', () => {
  const whole = [
    '2025年1月1日起至2025年12月31日止',
    '2025年1月1日—12月31日',
    '2025 年 1 月 1 日至 12 月 31 日',
    '2025.1.1-2025.12.31',
    '2025年1月至12月',
    '2025年1-12月',
    '二〇二五年一月一日至十二月三十一日',
  ];
  for (const words of whole) {
    it(`is sound in ${words}`, () => {
      assert.deepEqual(rulesIn(changed([PERIOD, words])), []);
    });
  }

  const wrong = [
    '2025年1月1日至2025年11月30日',
    '20251月1日至202512月31日',
    '2025年1月1至12月31',
    '2025年1月1日12月31日',
    '2O25年1月1日至2O25年12月31日',
    '2025年1月日至12月31日',
    '25年1月1日至12月31日',
    '2025年全年',
  ];
  for (const words of wrong) {
    it(`is wrong, not missing, in ${words}, and is put right`, () => {
      const text = changed([PERIOD, words]);
      assert.deepEqual(rulesIn(text), ['period']);
      const { span, message } = onlyFinding(text, 'period');
      assert.equal(message.key, 'finding.period');
      assert.ok(text.slice(span.start, span.end).includes('月') || words.includes('全年'));
      assert.equal(fixed(text, 'period'), sound);
    });
  }

  it('is missing where no dates stand', () => {
    const text = changed([`所列数据的统计期限为${PERIOD}。`, '']);
    assert.equal(onlyFinding(text, 'period').message.key, 'finding.period.none.year');
  });

  it('is garbled in a report without a year', () => {
    const [title] = sound.split('\n');
    const text = changed([title!, ''], [PERIOD, '2025年1月1日12月31日']);
    assert.equal(onlyFinding(text, 'period').message.key, 'finding.period.garbled');
  });
});
