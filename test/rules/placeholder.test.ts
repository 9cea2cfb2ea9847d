/** What a template leaves in a report, and what only looks like it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { changed, rulesIn } from '../unit/support/report.ts';

const FEES = '（二）其他事项。我办没有其他需要报告的事项。';

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
    '本机关（或本部门）意识有待提升',
    '我县（区）公开意识有待提升',
    '我办（处、中心）公开意识有待提升',
    '本单位/部门公开意识有待提升',
    '我市／县公开意识有待提升',
    '收到申请X件',
    '公开信息（　）条',
    '202X年没有其他事项',
    '（如没有，请填无）',
    '没有其他事项（据实填写）',
    '【单位名称】没有其他事项',
    '收取信息处理费：有/无',
    '2025年  月  日',
    '（根据实际情况填写）',
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
    '各县（市、区）均按时公开',
    '全县（区）均按时公开',
    '本县（青禾县）公开信息',
    '我办（办公室设在三楼）公开信息',
    '（如有疑问，请联系我办）',
    '李×年满六十，提出1件申请',
    '会议室为5×3个',
    '没有其他事项。\n\n________\n\n青禾县人民政府办公室',
  ];
  for (const words of harmless) {
    it(`is not found in ${words}`, () => {
      assert.ok(!rulesIn(inOther(words)).includes('placeholder'));
    });
  }
});
