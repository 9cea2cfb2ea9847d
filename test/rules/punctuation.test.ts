import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { textWith } from '../unit/support/prose.ts';
import { finds } from '../unit/support/rulePassages.ts';

describe('marks of the wrong width or shape', () => {
  finds('punctuation', [
    ['持续公开信息,及时更新。', ',', '持续公开信息，及时更新。'],
    ['公开年报(含附件)。', '(', '公开年报（含附件）。'],
    ['公开年报（含附件)。', ')', '公开年报（含附件）。'],
    ['依据国办发[2021]30号文件公开。', '[', '依据国办发〔2021〕30号文件公开。'],
    ['依据《关于印发《格式》的通知》公开。', '《', '依据《关于印发〈格式〉的通知》公开。'],
  ]);

  it('are one finding with a safe fix', () => {
    const text = textWith('公开', '公开信息,更新及时,答复(含网上)规范。');
    const found = analyze(text).findings.filter(({ rule }) => rule === 'punctuation');
    assert.deepEqual(
      found.map(({ message, fixes }) => [message.args.count, fixes[0]!.safe]),
      [[4, true]],
    );
  });
});

describe('marks left out', () => {
  finds('punctuation', [
    ['一是公开信息二是更新指南。', '二是', '一是公开信息；二是更新指南。'],
    ['发布信息223余条。', '223余', '发布信息223条。'],
  ]);

  it('are one finding', () => {
    const text = textWith('公开', '一是公开信息二是更新指南三是加强培训。');
    const found = analyze(text).findings.filter(({ rule }) => rule === 'punctuation');
    assert.deepEqual(
      found.map(({ message, related, fixes }) => [message.args.count, related.length, fixes[0]!.safe]),
      [[2, 1, false]],
    );
    assert.ok(
      applyEdits(text, found[0]!.fixes[0]!.edits).includes('一是公开信息；二是更新指南；三是加强培训。'),
    );
  });
});

describe('marks that are right', () => {
  finds('punctuation', [
    ['网站访问量达1,234次，时间为9:30。'],
    ['网址为http://localhost/b?c=1,2，见f(x)和AI(人工智能)。'],
    ['一是公开信息；二是更新指南。三是加强培训，发布220余条。'],
    ['1)公开目录；2)公开指南（含附件），同比增长3.5%。'],
    ['第二是重点，其二是难点。'],
  ]);

  it('are those of the form’s own lines, in a table that is not read', () => {
    for (const line of [
      '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)',
      '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
    ]) {
      const { findings } = analyze(textWith('五', `${line}\n\n`));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'punctuation'),
        [],
        line,
      );
    }
  });
});
