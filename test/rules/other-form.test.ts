/** Texts on another form than the government's, and texts about reports. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applySafeFixes } from '../../server/src/report/edit/fixes.ts';
import { changed, parts, rulesIn, sound, titled } from '../unit/support/report.ts';

const body = (headings: readonly string[]): string =>
  headings.map((heading, at) => `${'一二三四五六七'[at]}、${heading}\n\n一切有序。\n\n`).join('');
const schools = body(['概述', '主动公开情况', '依申请公开情况', '对信息公开工作的评议情况', '存在问题']);
const earlier = body(['概述', '主动公开政府信息的情况', '政府信息公开的收费及减免情况', '存在的主要问题']);

describe('a text on another form', () => {
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['of a school year', `云海大学2023—2024学年信息公开年度报告\n\n${schools}`],
    ['of a school year with one number', `云海市实验中学2024学年信息公开工作年度报告\n\n${schools}`],
    ['of a school for a calendar year', `云海师范大学2022年信息公开工作年度报告\n\n${schools}`],
    [
      'whose period is a school year',
      `信息公开年度报告\n统计期限为2023年9月1日至2024年8月31日。\n\n${schools}`,
    ],
    ['of an enterprise', `青禾县燃气集团有限公司2024年信息公开年度报告\n\n${body(['概述', '服务情况'])}`],
    ['from 2012', `青禾县人民政府2012年政府信息公开工作年度报告\n\n${earlier}`],
    ['from 2018', `青禾县教育局2018年政府信息公开年度报告\n\n${earlier}`],
    ['from before, by its period', `统计时限自2014年1月1日至2014年12月31日。\n\n${earlier}`],
    ['from before, by its headings', `青禾县政府信息公开工作报告\n\n${earlier}`],
  ];
  for (const [what, text] of texts) {
    it(`is said once and judged in nothing: ${what}`, () => {
      const check = (current: string) => analyze(current, { assumeReport: true });
      assert.deepEqual(
        check(text).findings.map(({ rule }) => rule),
        ['other-form'],
      );
      assert.equal(applySafeFixes(text, check).text, text);
    });
  }

  it('names the school without its year', () => {
    assert.equal(analyze(`青禾学院2021-2022学年信息公开年度报告\n\n${schools}`).issuer, '青禾学院');
  });
});

describe('the government’s form', () => {
  const issuers = ['青禾海关', '国家税务总局青禾县税务局', '司法部', '青禾县供电公司', '云海大学'];
  for (const issuer of issuers) {
    it(`is judged, whoever uses it: ${issuer}`, () => {
      assert.deepEqual(rulesIn(titled(`${issuer}2025年政府信息公开工作年度报告`)), []);
      assert.ok(
        rulesIn(sound.replace('青禾县人民政府办公室', issuer).replace(parts.improvement, '')).includes(
          'section-missing',
        ),
      );
    });
  }

  it('is judged in old headings of a year that has it', () => {
    const text = `青禾县教育局2023年政府信息公开工作年度报告\n\n${earlier}`;
    assert.ok(rulesIn(text).includes('section-missing'));
  });
});

describe('a text about reports', () => {
  const titles = [
    '关于报送2025年政府信息公开工作年度报告的通知',
    '# 关于做好2025年度政府信息公开工作年度报告编制和发布工作的通知',
    '青禾县人民政府办公室关于2024年政府信息公开工作年度报告发布情况的通报',
    '关于征求2025年政府信息公开工作年度报告意见的函',
    '《青禾县2025年政府信息公开工作年度报告》解读',
    '2025年政府信息公开工作年度报告编制工作方案',
    '青禾县人民政府办公室关于报送2025年\n政府信息公开工作年度报告的通知',
  ];
  for (const title of titles) {
    it(`is none: ${title}`, () => {
      const text = `${title}\n\n各镇人民政府：\n\n请于1月15日前报送2025年政府信息公开工作年度报告。\n`;
      const { isReport, findings } = analyze(text, { assumeReport: true });
      assert.deepEqual([isReport, findings], [false, []]);
    });
  }

  it('does not hide a report that stands below', () => {
    const text = `关于公布2025年政府信息公开工作年度报告的通知\n\n${changed(['五、存在的主要问题及改进情况', '四、存在的主要问题及改进情况'])}`;
    assert.deepEqual(rulesIn(text), ['section-order']);
  });
});

describe('a report whose page lost the title', () => {
  it('is one by the sentence about its period and a section', () => {
    const text = `本报告依据《政府信息公开条例》编制，统计期限为2025年1月1日至2025年12月31日。\n\n${parts.overview}`;
    assert.equal(analyze(text).isReport, true);
  });
});
