/** Rules that judge words: whose report it is, which year it is about, what is left of a template. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed, onlyFinding, safeFixes } from './support/edits.ts';
import { changed, rulesIn, sound } from './support/report.ts';

const ISSUER = '青禾县人民政府办公室2025年政府信息公开工作年度报告';
const PERIOD = '2025年1月1日至2025年12月31日';
const FEES = '（二）其他事项。我办没有其他需要报告的事项。';

describe('amount-unit', () => {
  const of = (issuer: string, amount: string): string[] =>
    rulesIn(
      changed(
        [ISSUER, `${issuer}2025年政府信息公开工作年度报告`],
        ['行政事业性收费\t318.42', `行政事业性收费\t${amount}`],
      ),
    );
  const implausible = [
    ['青石镇人民政府', '25300'],
    ['东澜区城关街道办事处', '1250000.5'],
    ['青禾县自然资源局', '318420'],
    ['云岭市公安局交通警察支队', '2710000'],
    ['青禾县', '3184200'],
    ['青禾县人民政府办公室', '3184200'],
    ['东澜区人民政府', '51840000'],
  ] as const;
  for (const [issuer, amount] of implausible) {
    it(`asks whether ${amount} of ${issuer} are yuan`, () => {
      assert.deepEqual(of(issuer, amount), ['amount-unit']);
    });
  }

  const plausible = [
    ['青石镇人民政府', '9800'],
    ['青禾县自然资源局', '96171.6'],
    ['青禾县人民政府', '59237.2449'],
    ['云岭市人民政府', '3184200'],
    ['云岭市', '3184200'],
    ['云海省人民政府', '11398889'],
    ['云海省自然资源厅机关服务中心', '318420'],
    ['北疆自治区人民政府', '11398889'],
    ['上海市公安局', '318420'],
    ['国家税务总局', '11398889'],
  ] as const;
  for (const [issuer, amount] of plausible) {
    it(`is silent on ${amount} of ${issuer}`, () => {
      assert.deepEqual(of(issuer, amount), []);
    });
  }

  it('offers the amount in 万元', () => {
    const text = changed(['行政事业性收费\t318.42', '行政事业性收费\t3184205.5']);
    assert.equal(
      fixed(text, 'amount-unit'),
      changed(['行政事业性收费\t318.42', '行政事业性收费\t318.42055']),
    );
    assert.deepEqual(safeFixes(text), []);
  });
});

describe('period', () => {
  const sound2025 = [
    '2025年1月1日至12月31日',
    '2025年1月1日起至2025年12月31日止',
    '2025 年 1 月 1 日至 2025 年 12 月 31 日',
    '2025年1月1日—2025年12月31日',
    '2025年1月1日到2025年12月31日',
    '2025年01月01日至2025年12月31日',
    '２０２５年１月１日至２０２５年１２月３１日',
    '2025年1月1日～12月31日',
    '2025年1月1日起，至2025年12月31日止',
    '2025年1月1日开始，到2025年12月31日结束',
    '2025年1月1日0时至2025年12月31日24时',
    '2025年1月1日（含）至2025年12月31日',
    '2025年1月1日至本年12月31日',
    '2025年1月1日至2025年12月31号',
    '2025年1月1日－－2025年12月31日',
    '2025年元月1日至12月31日',
    '2025年1月至12月',
    '2025年1-12月',
    '2025.1.1-2025.12.31',
    '2025-01-01至2025-12-31',
  ];
  for (const words of sound2025) {
    it(`takes ${words}`, () => {
      assert.deepEqual(rulesIn(changed([PERIOD, words])), []);
    });
  }

  for (const words of [
    '2025年1月1日至2025年12月30日',
    '2024年12月1日至2025年11月30日',
    '2025年1月1日至6月30日',
    '20251月1日至12月31日',
    '20251月1日起至202512月31日',
    '1月1日至12月31日',
    '2025年1-11月',
  ]) {
    it(`complains of ${words}, and puts it right`, () => {
      const text = changed([PERIOD, words]);
      assert.deepEqual(rulesIn(text), ['period']);
      assert.equal(fixed(text, 'period'), sound);
    });
  }

  it('complains of none', () => {
    assert.deepEqual(rulesIn(changed([PERIOD, '2025年全年'])), ['period']);
  });

  it('without a year is not said to be missing where the title has none either', () => {
    const [title] = sound.split('\n');
    const text = changed([PERIOD, '1月1日至12月31日'], [title!, title!.replace('2025年', '')]);
    assert.deepEqual(rulesIn(text), ['report-title']);
  });

  it('is no other dates that a report without one has', () => {
    const text = changed([`所列数据的统计期限为${PERIOD}`, '征求意见的期限为5月1日至5月31日']);
    assert.equal(onlyFinding(text, 'period').message.key, 'finding.period.none.year');
  });

  it('is not another range of dates in the text', () => {
    const text = changed([FEES, '（二）其他事项。2025年3月1日至2025年5月31日开展专项检查。']);
    assert.deepEqual(rulesIn(text), []);
  });
});

describe('sections that say too little', () => {
  const improvement = /(?<=五、存在的主要问题及改进情况\n\n)[\s\S]*?(?=六、)/;
  for (const words of ['无', '无。', '暂无。', '/']) {
    it(`section 五 with ${words} alone is a warning`, () => {
      assert.deepEqual(rulesIn(sound.replace(improvement, `${words}\n\n`)), ['section-empty']);
    });
  }

  it('section 五 with something to say is none', () => {
    const text = sound.replace(improvement, '公开不够及时，下一步加强督促。\n\n');
    assert.deepEqual(rulesIn(text), []);
  });

  for (const words of [
    '未收取信息处理费。',
    '全年未收取任何费用。',
    '不存在收费情况。',
    '收取信息处理费 20 元。',
  ]) {
    it(`section 六 is complete with ${words}`, () => {
      assert.deepEqual(rulesIn(sound.replace(/(?<=六、其他需要报告的事项\n\n)[\s\S]*/, words)), []);
    });
  }

  for (const words of ['无', '无其他需要报告的事项。']) {
    it(`section 六 lacks its fee statement with ${words}`, () => {
      assert.deepEqual(rulesIn(sound.replace(/(?<=六、其他需要报告的事项\n\n)[\s\S]*/, words)), [
        'fee-statement',
      ]);
    });
  }
});

describe('fee-statement', () => {
  const without = sound.replace(/（一）收取信息处理费情况。.*/, '无。');
  const feeFindings = (text: string) => analyze(text).findings.filter(({ rule }) => rule === 'fee-statement');

  it('is asked of a report for 2021 or later', () => {
    assert.equal(feeFindings(without).length, 1);
  });

  it('is not asked of a report for a year before the fees were ruled', () => {
    assert.equal(feeFindings(without.replaceAll('2025年', '2019年')).length, 0);
  });
});
