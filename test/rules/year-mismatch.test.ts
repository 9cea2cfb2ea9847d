/** Years and days that cannot be those of the report. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, onlyFinding } from '../unit/support/edits.ts';
import { changed, reportOf, rulesIn, sound } from '../unit/support/report.ts';

const PERIOD = '2025年1月1日至2025年12月31日';
const FEES = '（二）其他事项。我办没有其他需要报告的事项。';

describe('year-mismatch', () => {
  it('is told where the period is of another year', () => {
    const text = changed([PERIOD, '2024年1月1日至2024年12月31日']);
    assert.deepEqual(rulesIn(text), ['year-mismatch']);
    const { related } = onlyFinding(text, 'year-mismatch');
    assert.equal(text.slice(related[0]!.span.start, related[0]!.span.end).slice(0, 4), '2025');
    assert.equal(fixed(text, 'year-mismatch'), sound);
  });

  it('puts the year of the period right and leaves its wording', () => {
    const text = changed([PERIOD, '自２０２４年1月1日起至12月31日']);
    assert.equal(fixed(text, 'year-mismatch'), changed([PERIOD, '自2025年1月1日起至12月31日']));
  });

  it('leaves an account of another year alone: its year is not all that is old', () => {
    const { fixes } = onlyFinding(sound.replaceAll('2025年，', '2024年，'), 'year-mismatch');
    assert.deepEqual(fixes, []);
  });

  it('is told where the body is of another year', () => {
    const text = sound.replaceAll('2025年，', '2024年，');
    assert.deepEqual(rulesIn(text), ['year-mismatch']);
  });

  for (const subject of ['我办', '青禾县人民政府办公室']) {
    it(`is told where section 一 begins with what ${subject} did the year before`, () => {
      const text = changed(['\n2025年，我办围绕', `\n2024年，${subject}围绕`]);
      assert.deepEqual(rulesIn(text), ['year-mismatch']);
    });
  }

  it('is told where the body begins every account with a year further back', () => {
    const text = sound.replaceAll('2025年，', '2023年，');
    assert.deepEqual(rulesIn(text), ['year-mismatch']);
    assert.equal(onlyFinding(text, 'year-mismatch').span.start, text.indexOf('2023年，'));
  });

  it('is not where section 一 begins with something else of the year before', () => {
    for (const words of ['2024年，全国政务公开', '2023年，我办', '2024年以来，我办'])
      assert.deepEqual(rulesIn(changed(['\n2025年，我办围绕', `\n${words}围绕`])), [], words);
  });

  const traps = [
    '同比2024年增加12件',
    '2024年，我办收到申请170件，2025年增加17件',
    '2026年，我办将继续做好政府信息公开工作',
    '自2019年起，我办逐年公开年度报告',
    '《2024年政府信息公开工作年度报告》已按期公布',
    '2008年，信息公开专栏开通',
  ];
  for (const words of traps) {
    it(`is not in ${words}`, () => {
      assert.deepEqual(rulesIn(changed([FEES, `（二）其他事项。${words}。`])), []);
    });
  }

  const leftOver = [
    '截至2024年12月31日，县政府门户网站公开信息80条',
    '截至2024年底，累计公开信息80条',
    '截止到2023年12月，专栏有信息80条',
    '截至2026年12月31日，网站公开信息80条',
    '2025年2月30日召开会议',
    '2025年4月31日召开会议',
    '２０２５年2月29日召开会议',
    '13月1日召开会议',
    '2025年13月召开会议',
    '会议于2025-02-30召开',
    '2025年，我办将继续做好政府信息公开工作',
    '2024年，将进一步完善公开目录',
    '2025年度本机关将持续加强培训',
    '本报告于2025年1月20日在县政府门户网站公布',
    '2025年1月20日，我办公布了2025年政府信息公开工作年度报告',
  ];
  for (const words of leftOver) {
    it(`is in ${words}`, () => {
      assert.deepEqual(rulesIn(changed([FEES, `（二）其他事项。${words}。`])), ['year-mismatch']);
    });
  }

  const sounder = [
    '截至2025年12月31日，网站公开信息80条',
    '截至2026年1月15日，网站公开信息80条',
    '截至2024年底，网站公开信息80条，2025年新增12条',
    '较截至2024年底的80条有所增加',
    '对截至2024年底前印发的文件开展清理',
    '截至2018年底，网站建成',
    '2024年2月29日召开会议',
    '2月29日前完成',
    '10月31日召开会议',
    '2025年，我办将信息公开纳入考核',
    '2025年，我办将进一步完善的制度作为工作重点',
    '2026年，我办将继续加强培训',
    '本报告于2026年1月20日在县政府门户网站公布',
    '2024年度报告于2025年1月20日公布',
    '2025年1月20日，我办公布了2024年政府信息公开工作年度报告',
    '联系电话：0555-13-12345',
  ];
  for (const words of sounder) {
    it(`is not in what can be: ${words}`, () => {
      assert.deepEqual(rulesIn(changed([FEES, `（二）其他事项。${words}。`])), []);
    });
  }

  it('is not in a plan for next year, in whatever section it stands', () => {
    const overview = '一、总体情况\n\n2026年，我办将继续推进公开工作。\n\n';
    assert.deepEqual(rulesIn(reportOf({ overview })), ['topic-missing']);
  });

  it('is where what was done is told of next year', () => {
    assert.deepEqual(rulesIn(sound.replaceAll('2025年，', '2026年，')), ['year-mismatch']);
  });

  for (const date of ['2025年1月20日', '（2025年3月5日）', '2024年12月31日']) {
    it(`is in a report signed ${date}`, () => {
      assert.deepEqual(rulesIn(`${sound}\n青禾县人民政府办公室\n\n${date}\n`), ['year-mismatch']);
    });
  }

  for (const date of ['2026年1月20日', '2025年12月31日', '2025年3月5日起施行']) {
    it(`is not in a report signed ${date}`, () => {
      assert.deepEqual(rulesIn(`${sound}\n青禾县人民政府办公室\n\n${date}\n`), []);
    });
  }

  it('is in a page published before the year is over', () => {
    const [title] = sound.split('\n');
    const published = (date: string): string[] =>
      rulesIn(sound.replace(title!, `${title}\n\n发布日期：${date}　来源：县政府办`));
    assert.deepEqual(published('2025-01-20'), ['year-mismatch']);
    assert.deepEqual(published('2026-01-20'), []);
  });
});
