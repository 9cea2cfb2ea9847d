/** How sentences are read whatever their form, what a claim offers, and what prose is to repair. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { findingsIn, textWith } from './support/prose.ts';
import { sound } from './support/report.ts';

describe('a sentence', () => {
  it('may go over lines, page footers and blank lines', () => {
    for (const footer of ['- 4 -', '第 4 页', '— — 4 — —', '· 4 ·', '4/12']) {
      const text = textWith('申请', `全年新收政府信\n息公开申请\n\n${footer}\n\n178\n件，上年结转7 件。\n`);
      assert.deepEqual(findingsIn(text), ['claim:178'], footer);
    }
  });

  it('may be marked up, quoted, in traditional characters or in HTML', () => {
    for (const sentence of [
      '全年新收政府信息公开申请**178**件。',
      '全年新收“政府信息公开”申请178件。',
      '全年新收政府信息公開申請178件。',
      '全年新收政府信息公开申请<b>178</b>件。',
    ])
      assert.deepEqual(findingsIn(textWith('申请', sentence)), ['claim:178'], sentence);
  });
});

describe('a body’s own names', () => {
  const own: readonly (readonly [issuer: string, names: readonly string[]])[] = [
    ['青禾县城关街道办事处', ['街道', '我街', '我街道', '街道办', '办事处', '城关街道', '城关街道办事处']],
    ['青禾县桐溪镇人民政府', ['我镇', '镇政府', '桐溪镇', '桐溪镇人民政府', '桐溪镇政府']],
    ['东川市青禾区教育局', ['我局', '区教育局', '教育局', '青禾区教育局']],
    ['东川市公安局青禾分局', ['我局', '我分局', '分局']],
    ['中华人民共和国青禾海关', ['我关', '本关', '青禾海关']],
    ['国家税务总局青禾县税务局', ['我局', '青禾县税务局', '县税务局']],
    ['青禾县消防救援大队', ['我大队', '我队', '大队', '县消防救援大队']],
    ['青禾县水务集团有限公司', ['我公司', '本公司', '我集团']],
    ['青禾县档案馆', ['我馆', '本馆']],
  ];
  for (const [issuer, names] of own) {
    for (const name of names)
      it(`${issuer}: ${name}`, () => {
        const text = textWith('申请', `${name}共收到政府信息公开申请178件。`);
        assert.deepEqual(findingsIn(text.replaceAll('青禾县人民政府办公室', issuer)), ['claim:178']);
      });
  }

  const strange: readonly (readonly [issuer: string, name: string])[] = [
    ['青禾县人民政府', '各镇政府'],
    ['青禾县人民政府', '县政府'],
    ['青禾县教育局', '街道'],
    ['青禾县桐溪镇人民政府', '青禾县'],
    ['东川市青禾区教育局', '市教育局'],
  ];
  for (const [issuer, name] of strange) {
    it(`${issuer}: ${name} is another`, () => {
      const text = textWith('申请', `${name}共收到政府信息公开申请178件。`);
      assert.deepEqual(findingsIn(text.replaceAll('青禾县人民政府办公室', issuer)), []);
    });
  }
});

describe('a claim', () => {
  const claimOf = (text: string) => analyze(text).findings.find(({ rule }) => rule === 'claim')!;

  it('names an empty total with the sum that it counts for', () => {
    const emptied = textWith('申请', '全年予以公开和部分公开政府信息公开申请67件。').replace(
      /((?:予以公开|不计其他情形）)(?:\t\d+){6})\t\d+/g,
      '$1\t',
    );
    assert.deepEqual(
      claimOf(emptied).related.map(({ message }) => message.args.value),
      [76, 19],
    );
  });

  it('is reported with every reading that was tried, and offers their numbers, none safely', () => {
    const finding = claimOf(textWith('申请', '全年受理政府信息公开申请178件。'));
    assert.deepEqual(
      finding.related.map(({ message }) => message.args.value),
      [187, 194, 7],
    );
    assert.deepEqual(
      finding.fixes.map(({ edits, safe }) => [edits[0]!.newText, safe]),
      [
        ['187', false],
        ['194', false],
      ],
    );
  });

  it('names a group of rows by its own name', () => {
    const finding = claimOf(textWith('申请', '办结件中其他处理9件。'));
    assert.equal(finding.message.args.name, '总计 · 其他处理');
  });

  it('is silent where a cell it may mean is unknown, missing or there twice', () => {
    const wrong = textWith('申请', '全年受理政府信息公开申请178件。');
    const unknown = wrong.replace('3\t5\t11\t14\t187', '3\t5\t11\t14\t见附件');
    const missing = wrong.replace(/二、上年结转.*\n/, '');
    for (const text of [unknown, missing]) assert.equal(claimOf(text), undefined);
    const table = wrong.slice(wrong.indexOf('（本列数据'), wrong.indexOf('四、政府信息公开行政复议'));
    assert.equal(claimOf(wrong.replace(table, `${table}补充说明如下。\n\n${table}`)), undefined);
  });

  it('is silent beside a form that is still to be filled in, not beside one of dashes', () => {
    const filled = (cell: string): string =>
      sound.replace(/三、收到和[\s\S]*?(?=四、政府)/, (section) =>
        section.replace(/(?<=\t)\d+(?=[\t\n])/g, cell),
      );
    assert.deepEqual(findingsIn(filled('')), ['cell-empty:']);
    assert.ok(findingsIn(filled('/')).includes('claim:187'));
  });

  it('is told once where a paragraph repeats it', () => {
    const text = textWith('申请', '全年受理政府信息公开申请178件。共收到政府信息公开申请178件。');
    assert.deepEqual(findingsIn(text), ['claim:178']);
  });

  it('is held against a total’s addends where the total is empty', () => {
    const empty = (sentence: string): string[] =>
      findingsIn(textWith('申请', sentence).replace('41\t6\t1\t2\t3\t4\t57', '41\t6\t1\t2\t3\t4\t')).filter(
        (finding) => finding.startsWith('claim'),
      );
    assert.deepEqual(empty('予以公开57件。'), []);
    assert.deepEqual(empty('予以公开75件。'), ['claim:75']);
  });
});

describe('prose and a slip in the table', () => {
  const balance = (text: string) => analyze(text).findings;

  it('are one finding, where the prose says what the table should', () => {
    const [finding, ...others] = balance(sound.replace('3\t5\t11\t14\t187', '3\t5\t11\t14\t178'));
    assert.deepEqual(others, []);
    assert.equal(finding!.message.key, 'finding.balance.culprit.application-balance');
    assert.ok(finding!.related.some(({ message }) => message.key === 'related.prose'));
  });

  it('are one finding where the number was left out', () => {
    const omitted = textWith('申请', '自然人申请132件。').replace('\t132\t22\t3', '\t\t22\t3');
    const rules = balance(omitted).map(({ rule }) => rule);
    assert.ok(rules.includes('application-balance'));
    assert.ok(!rules.includes('claim'));
  });

  it('are decided by the prose where several numbers may be wrong', () => {
    const slipped = textWith('四', '行政复议12件，其中维持6件，纠正2件。').replace(
      '6\t2\t1\t3\t12',
      '6\t2\t1\t3\t21',
    );
    const [finding, ...others] = balance(slipped);
    assert.deepEqual(others, []);
    assert.equal(slipped.slice(finding!.span.start, finding!.span.end), '21');
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '12');
    assert.equal(finding!.fixes[0]!.safe, true);
    assert.equal(finding!.fixes.length, 5);
  });

  it('are decided for an addend too, and not safely', () => {
    const slipped = textWith('四', '行政复议12件，其中维持6件，纠正2件。').replace(
      '6\t2\t1\t3\t12',
      '6\t5\t1\t3\t12',
    );
    const [finding, ...others] = balance(slipped);
    assert.deepEqual(others, []);
    assert.equal(slipped.slice(finding!.span.start, finding!.span.end), '5');
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '2');
    assert.equal(finding!.fixes[0]!.safe, false);
  });

  it('are left to the table where its numbers are beyond explanation', () => {
    const broken = (sentence: string): string =>
      textWith('申请', sentence).replace('41\t6\t1\t2\t3\t4\t57', '99\t98\t97\t96\t95\t94\t57');
    assert.ok(!balance(broken('予以公开579件。')).some(({ rule }) => rule === 'claim'));
    assert.ok(balance(broken('无法提供579件。')).some(({ rule }) => rule === 'claim'));
  });

  it('are two findings where the prose says neither', () => {
    const text = textWith('四', '行政复议15件。').replace('6\t2\t1\t3\t12', '6\t2\t1\t3\t21');
    assert.deepEqual(
      balance(text).map(({ rule }) => rule),
      ['claim', 'proceedings-total'],
    );
  });
});
