/** A separator that got lost between a label and its number, and lines and notes beside rows: no number goes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applySafeFixes, fixed, safeFixes } from '../unit/support/edits.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, readRow, rulesIn, sound } from '../unit/support/report.ts';

const LABEL = '一、本年新收政府信息公开申请数量';
const NUMBERS = [132, 22, 3, 5, 11, 14, 187];
const ROW = `${LABEL}\t\t\t${NUMBERS.join('\t')}`;
const READ = NUMBERS.join(' ');

/** The layouts whose separators are not the spaces that stand in their place. */
const separated = Object.entries(renderers).filter(([name]) =>
  /Markdown with a|Markdown without|HTML cell|HTML with merged/.test(name),
);

describe('a separator lost between label and number', () => {
  for (const gap of [' ', '\u3000', '\u00a0', '  ', '']) {
    it(`and ${JSON.stringify(gap)} in its place between tabs is said, and put in by the fix`, () => {
      const text = changed([ROW, `${LABEL}${gap}${NUMBERS.join('\t')}`]);
      assert.equal(readRow(text, 'received'), READ);
      assert.deepEqual(rulesIn(text), ['row-cells']);
      assert.equal(fixed(text, 'row-cells'), changed([ROW, `${LABEL}\t${NUMBERS.join('\t')}`]));
      assert.deepEqual(safeFixes(text), []);
    });
  }

  for (const [name, render] of separated) {
    it(`is read and mended as ${name}`, () => {
      const text = renderTables(sound, render).replace(
        new RegExp(`${LABEL}[^一-龥]*?132(?=\\D)`),
        () => `${LABEL} 132`,
      );
      assert.ok(text.includes(`${LABEL} 132`));
      assert.equal(readRow(text, 'received'), READ);
      assert.ok(rulesIn(text).includes('row-cells'));
      assert.ok(!rulesIn(fixed(text, 'row-cells')).includes('row-cells'));
      assert.equal(applySafeFixes(text), text);
    });
  }

  it('is read where several numbers stand behind the label', () => {
    const text = changed([ROW, `${LABEL} 132 22   3\t5\t11\t14\t187`]);
    assert.equal(readRow(text, 'received'), READ);
  });

  it('leaves the numbers unknown where their sum says that it was another', () => {
    const text = changed([ROW, `${LABEL}1\t132\t22\t3\t5\t11\t187`]);
    assert.equal(readRow(text, 'received'), 'unknown unknown unknown unknown unknown unknown unknown');
    assert.equal(applySafeFixes(text), text);
  });

  it('is read in a row of one number', () => {
    assert.equal(readRow(changed(['行政强制\t64', '行政强制 64']), 'coercion', 'proactive'), '64');
    assert.equal(
      readRow(changed(['行政事业性收费\t318.42', '行政事业性收费318.42']), 'fees', 'proactive'),
      '318.42',
    );
  });
});

describe('the mark of a note behind a label', () => {
  for (const mark of [
    '[^1]',
    '①',
    '²',
    '[1]',
    '【2】',
    '*',
    '†',
    '^1^',
    '注1',
    '（注2）',
    '[^说明]',
    '*1',
    '~1~',
    '\\*',
  ])
    it(`${mark} is no part of it`, () => {
      const text = changed(['（一）予以公开\t', `（一）予以公开${mark}\t`]);
      assert.deepEqual(rulesIn(text), []);
      assert.equal(readRow(text, 'granted'), readRow(sound, 'granted'));
    });

  for (const mark of ['[1]', '①', '*', '（含转办）', '（含转办）†'])
    it(`${mark} stays where the label is replaced`, () => {
      const text = changed(['2.其他法律行政法规禁止公开', `2.其他法律法规禁止公开${mark}`]);
      const mended = changed(['2.其他法律行政法规禁止公开', `2.其他法律行政法规禁止公开${mark}`]);
      assert.equal(applySafeFixes(text), mended);
    });

  it('is no part of a label that ends in a bracket of its own', () => {
    const text = changed(['不计其他情形）\t', '不计其他情形）（注）\t']);
    assert.deepEqual(rulesIn(text), []);
  });

  it('that is a bare digit is left alone', () => {
    const text = changed(['（一）予以公开\t', '（一）予以公开1\t']);
    assert.equal(readRow(text, 'granted'), readRow(sound, 'granted'));
    assert.ok(analyze(text).findings.every(({ fixes }) => fixes.length === 0));
  });
});

describe('what stands beside rows', () => {
  const pipes = renderTables(sound, renderers['pipes without a leading one']!);
  for (const line of ['具体情况见下表：', '存在的主要问题：一是公开内容的针对性有待提升。', '其中'])
    it(`${line} is no part of a label`, () => {
      const text = pipes.replace('（七）总计 |', () => `${line}\n（七）总计 |`);
      assert.equal(readRow(text, 'handledTotal'), readRow(sound, 'handledTotal'));
      assert.equal(applySafeFixes(text), text);
    });

  it('the first half of a label is a part of it', () => {
    const text = pipes.replace('2.没有现成信息需要另行制作 |', '2.没有现成信息\n需要另行制作 |');
    assert.equal(readRow(text, 'unavailable.mustBeCreated'), readRow(sound, 'unavailable.mustBeCreated'));
  });

  it('a label in a spreadsheet’s quotation marks over two lines is the form’s', () => {
    const text = changed([LABEL, '"一、本年新收政府信息公开\n申请数量"']);
    assert.deepEqual(rulesIn(text), []);
    assert.equal(readRow(text, 'received'), READ);
  });

  for (const label of [
    '其他主动公开文件',
    '其他规范性文件（含转发）',
    '其中：行政规范性文件汇编',
    '非行政规范性文件',
    '党内规范性文件',
  ])
    it(`a row ${label} is not the form’s`, () => {
      const text = changed(['行政规范性文件\t', `${label}\t`]);
      assert.ok(readRow(text, 'normativeDocuments', 'proactive').startsWith('unknown'));
      assert.ok(!analyze(text).findings.some(({ rule }) => rule === 'row-label'));
    });

  const SIXTH = '\t\t6.属于四类过程性信息\t';
  const BOTH = '5.属于三类内部事务信息6.属于四类过程性信息';
  it('a label of two rows is the first’s where the second has none, and is left whole', () => {
    const text = changed(['5.属于三类内部事务信息', BOTH], [SIXTH, '\t\t\t']);
    assert.equal(readRow(text, 'refused.internalAffairs'), readRow(sound, 'refused.internalAffairs'));
    const { findings } = analyze(text);
    assert.ok(findings.filter(({ rule }) => rule === 'row-label').every(({ fixes }) => fixes.length === 0));
    assert.equal(applySafeFixes(text), text);
  });

  it('a label of two rows with a mark between them is nobody’s', () => {
    const text = changed([/行政强制\t64.*\n/.exec(sound)![0], ''], ['行政处罚\t', '行政处罚、行政强制\t']);
    assert.equal(readRow(text, 'penalties', 'proactive'), 'unknown');
    assert.equal(readRow(text, 'coercion', 'proactive'), 'unknown');
  });

  it('a label of two rows with one row of numbers is nobody’s', () => {
    const row = /\t\t6.属于四类过程性信息.*\n/.exec(sound)![0];
    const text = changed([row, ''], ['5.属于三类内部事务信息', BOTH]);
    assert.ok(readRow(text, 'refused.internalAffairs').startsWith('unknown'));
    assert.ok(readRow(text, 'refused.processInformation').startsWith('unknown'));
    assert.equal(applySafeFixes(text), text);
  });

  it('a merged label has no zeros written into it, nor has one blank cell several', () => {
    const row = (cells: string): string =>
      `<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr>${cells}</tr><tr><td>行政规范性文件</td><td>4</td><td>1</td><td>34</td></tr></table>`;
    for (const cells of ['<td colspan="4">规章</td>', '<td>规章</td><td colspan="3"></td>']) {
      const text = `某县2025年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${row(cells)}\n`;
      for (const { rule, fixes } of analyze(text).findings)
        for (const { edits } of rule === 'cell-empty' ? fixes : []) {
          assert.ok(edits.every(({ newText }) => newText === '0'));
          assert.equal(edits.length, 1);
        }
    }
  });
});
