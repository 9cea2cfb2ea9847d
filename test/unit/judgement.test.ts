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

describe('placeholder', () => {
  it('says of a gap in front of 年 that the year is not there', () => {
    const { findings } = analyze(changed(['情况。2025年，我办', '情况。　　　年，我办']));
    assert.deepEqual(
      findings.map(({ message }) => [message.key, message.args.found]),
      [['finding.placeholder.year', '年']],
    );
  });

  const inOther = (words: string): string => changed([FEES, `（二）其他事项。${words}。`]);
  const leftovers = [
    '年度报告见（具体网址）',
    '联系电话XXXX',
    '联系电话XXXX-XXXXXXX',
    '收到申请XX件',
    '收到申请×××件',
    '20XX年没有其他事项',
    '联系电话____',
    '由某某局负责',
    '年度报告见（网址：）',
    '由（单位名称）负责',
    '该部分以表格形式报告',
    '收到申请（具体数量）件',
    '由江某某县负责',
    '提高XX%',
  ];
  for (const words of leftovers) {
    it(`is found in ${words}`, () => {
      assert.deepEqual(rulesIn(inOther(words)), ['placeholder']);
    });
  }

  const harmless = [
    '详见http://localhost/xxgk/index.html',
    '详见https://localhost/zwgk/XXGK/xx/',
    '邮箱xxgk@qinghe.gov.cn',
    '联系电话138××××1234',
    '联系电话0818-××××-1234',
    '会议室为5×3米',
    '王某某申请公开的信息已答复',
    '答复李××的申请',
    '每季度3×4场',
    '政务公开(含依申请公开)',
    '栏目代码XXGK2025',
    '共 2025 年度报告一份',
    '报告可在县政府门户网站（网址：www.qinghe.gov.cn）下载',
    '由本机关（单位名称：青禾县人民政府办公室）负责',
    '已收取（具体见附件）',
    '没有其他事项。\n\n________\n\n青禾县人民政府办公室',
  ];
  for (const words of harmless) {
    it(`is not found in ${words}`, () => {
      assert.deepEqual(rulesIn(inOther(words)), []);
    });
  }
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

describe('form-version', () => {
  it('takes the right number with its own title', () => {
    assert.ok(sound.includes('〔2021〕30号'));
    assert.deepEqual(rulesIn(sound), []);
  });

  for (const brackets of ['[2021]', '（2021）', '【2021】', '﹝2021﹞', ' 〔 2021 〕 ']) {
    it(`takes brackets written ${brackets}`, () => {
      assert.deepEqual(rulesIn(changed(['〔2021〕', brackets])), []);
    });
  }

  it('tells a number that belongs to another title', () => {
    const finding = onlyFinding(changed(['〔2021〕30号', '〔2019〕60号']), 'form-version');
    assert.equal(finding.severity, 'warning');
    assert.equal(String(finding.message.args.expected).includes('30'), true);
  });

  it('tells the document of the form before, where the one in force is not cited', () => {
    const old = sound.replace(
      /《国务院办公厅政府信息与政务公开办公室关于印发〈.*?〉的通知》（国办公开办函〔2021〕30号）/,
      '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）',
    );
    const { message } = onlyFinding(old, 'form-version');
    assert.deepEqual(message.args, {
      year: 2025,
      found: '国办公开办函〔2019〕60号',
      expected: '国办公开办函〔2021〕30号',
    });
    assert.deepEqual(rulesIn(old.replace('所列数据的', '格式依照国办公开办函〔2021〕30号，所列数据的')), []);
  });

  it('leaves other documents alone', () => {
    assert.deepEqual(rulesIn(changed([FEES, '（二）其他事项。依照国办公开办函〔2020〕77号办理。'])), []);
  });

  it('leaves a report without a citation alone', () => {
    assert.deepEqual(rulesIn(sound.replace(/（?国办公开办函〔2021〕30号）?/, '')), []);
  });

  it('tells the form of 2021 in a report for 2020', () => {
    const text = sound.replaceAll('2025', '2020');
    assert.deepEqual(rulesIn(text), ['form-version']);
    assert.equal(analyze(text).form.id, '2021');
  });

  it('takes the form of 2021 in reports for 2021 and later', () => {
    for (const year of ['2021', '2022', '2030']) {
      assert.deepEqual(rulesIn(sound.replaceAll('2025', year)), [], year);
    }
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
