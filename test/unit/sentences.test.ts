/** What findings say, in both languages: where a fault is, and nothing that a reader would have to guess. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translate } from '../../server/src/l10n.ts';
import type { Finding } from '../../server/src/report/model/index.ts';
import { onlyFinding } from './support/edits.ts';
import { changed, sound } from './support/report.ts';

const inChinese = ({ message }: Finding): string => translate(message, 'zh-cn');
const inEnglish = ({ message }: Finding): string => translate(message, 'en');
const textAt = (text: string, { span }: Pick<Finding, 'span'>): string => text.slice(span.start, span.end);

const REPEATED = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5\n';
const RECEIVED = /一、本年新收政府信息公开申请数量\t.*\n/;

describe('a missing row', () => {
  it('is said to belong behind the row before it, whose label alone is marked', () => {
    const text = changed([REPEATED, '']);
    const finding = onlyFinding(text, 'row-missing');
    assert.equal(inChinese(finding), '缺少“重复申请”一行：应在“信访举报投诉类申请”之后，实际没有。');
    assert.equal(textAt(text, finding), '1.信访举报投诉类申请');
  });

  it('is said to belong before the next where it is the first', () => {
    const finding = onlyFinding(sound.replace(RECEIVED, ''), 'row-missing');
    assert.match(inEnglish(finding), /expected before “上年结转政府信息公开申请数量”, found none\.$/);
  });

  it('is named with some others where most are missing', () => {
    const rows = sound.slice(sound.indexOf('\t（二）部分公开'), sound.indexOf('\t（七）总计'));
    const said = inChinese(onlyFinding(changed([rows, '']), 'row-missing'));
    assert.match(said, /^缺少 20 行：应有部分公开、([^、]+、){4}[^、]+等，实际均没有。$/);
  });
});

describe('a blank cell', () => {
  it('is said to be empty', () => {
    const one = onlyFinding(changed(['行政强制\t64', '行政强制\t']), 'cell-empty');
    assert.equal(inChinese(one), '本年处理决定数量 · 行政强制：应填数字，没有的填 0，实际为空。');
  });
});

describe('numbers of balance rules that do not hold', () => {
  const text = changed(['129\t21\t3\t4\t12\t13\t182\n', '129\t21\t3\t4\t12\t31\t182\n']);
  const finding = onlyFinding(text, 'application-balance');

  it('are named once, and not where the finding stands', () => {
    const addends = finding.related.filter(({ message }) => message.key === 'related.addend');
    const places = addends.map((place) => place.span.start);
    assert.equal(new Set(places).size, places.length);
    assert.ok(!places.includes(finding.span.start));
  });

  it('of the row （七）总计 are told from those of the column 总计', () => {
    assert.match(inChinese(finding), /^其他 · （七）总计：应为 13，实际为 31。/);
  });

  it('are counted in words for one and for several', () => {
    assert.match(inEnglish(finding), / explains \d+ broken balance rules, /);
    const zeros = onlyFinding(changed(['行政强制\t64', '行政强制\t/']), 'cell-empty').fixes[0]!.title;
    assert.equal(translate(zeros, 'en'), 'Write 0 in 1 cell');
  });
});
