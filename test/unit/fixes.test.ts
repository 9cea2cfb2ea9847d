/** Every fix, applied, clears its finding, brings no other, and changes nothing outside its place. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analysisOfExample } from '../../scripts/examples.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { rules } from '../../server/src/report/rules/index.ts';
import { applyEdits, applySafeFixes, firstFix, fixed, onlyFinding, safeFixes } from './support/edits.ts';
import { changed, reportOf, rulesIn, sound, titled } from './support/report.ts';

interface Case {
  readonly rule: string;
  readonly right: string;
  readonly wrong: string;
  /** What the best fix writes; the right passage itself if not given. */
  readonly result?: string;
  readonly safe: boolean;
}

const PUBLICATION = '3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1';
const fixable: readonly Case[] = [
  { rule: 'section-order', right: '五、存在', wrong: '四、存在', safe: false },
  { rule: 'section-title', right: '六、其他需要报告的事项', wrong: '六、其他报告事项', safe: true },
  {
    rule: 'period',
    right: '2025年1月1日至2025年12月31日',
    wrong: '2025年1月1日至2025年11月30日',
    safe: false,
  },
  { rule: 'period', right: '2025年1月1日至2025年12月31日', wrong: '2025年1月4日至12月31日', safe: false },
  { rule: 'row-label', right: '2.其他法律行政法规禁止公开', wrong: '2.其他法律法规禁止公开', safe: true },
  {
    rule: 'row-label',
    right: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    wrong: '（二）部分公开',
    safe: true,
  },
  { rule: 'row-cells', right: PUBLICATION, wrong: '3.要求提供公开出版物\t1\t0\t0\t1', safe: false },
  { rule: 'cell-empty', right: '行政强制\t64', wrong: '行政强制\t', result: '行政强制\t0', safe: false },
  { rule: 'cell-empty', right: PUBLICATION, wrong: '3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t/', safe: false },
  { rule: 'cell-empty', right: '6\t2\t1\t3\t12\t', wrong: '6\t2\t1\t3\t—\t', safe: false },
  { rule: 'cell-number', right: '行政强制\t64', wrong: '行政强制\t６４', safe: true },
  { rule: 'cell-number', right: '行政许可\t1486', wrong: '行政许可\t1，486', safe: true },
  { rule: 'cell-number', right: '行政强制\t64', wrong: '行政强制\t64.0', safe: false },
  { rule: 'cell-number', right: '行政强制\t64', wrong: '行政强制\t6 4', safe: true },
  { rule: 'cell-number', right: '收费\t318.42', wrong: '收费\t318.42万元', safe: false },
  { rule: 'cell-number', right: '行政强制\t64', wrong: '行政强制\t64件', safe: false },
  { rule: 'cell-number', right: '行政许可\t1486', wrong: '行政许可\t1,486件', safe: false },
  { rule: 'cell-number', right: '规章\t0\t0\t0', wrong: '规章\t无\t无\t0', safe: false },
  {
    rule: 'application-balance',
    right: '129\t21\t3\t4\t12\t13\t182',
    wrong: '129\t12\t3\t4\t12\t13\t182',
    safe: true,
  },
  { rule: 'handled-total', right: '（一）予以公开\t\t41', wrong: '（一）予以公开\t\t14', safe: false },
  { rule: 'proceedings-total', right: '6\t2\t1\t3\t12\t', wrong: '6\t2\t1\t3\t21\t', safe: false },
];

describe('the best fix', () => {
  for (const { rule, right, wrong, result, safe } of fixable) {
    it(`of ${rule} turns ${show(wrong)} into ${show(result ?? right)}`, () => {
      const text = changed([right, wrong]);
      assert.equal(firstFix(text, rule).safe, safe);
      assert.equal(fixed(text, rule), changed([right, result ?? right]));
    });
  }
});

it('the fix of heading-level sets every level that contradicts the first', () => {
  const text = changed(
    ['一、总体情况', '## 一、总体情况'],
    ['（一）主动', '#### （一）主动'],
    ['（二）依', '#### （二）依'],
    ['六、其他', '# 六、其他'],
  );
  assert.equal(
    fixed(text, 'heading-level'),
    changed(
      ['一、总体情况', '## 一、总体情况'],
      ['（一）主动', '### （一）主动'],
      ['（二）依', '### （二）依'],
      ['六、其他', '## 六、其他'],
    ),
  );
  assert.equal(firstFix(text, 'heading-level').safe, true);
});

it('the fix of row-total recomputes the total where it alone is wrong', () => {
  const text = changed([
    '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t7',
    '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t8',
  ]);
  assert.equal(applySafeFixes(text), sound);
});

describe('a fix that inserts', () => {
  const cases: readonly (readonly [rule: string, right: string, wrong: string, left: readonly string[]])[] = [
    ['section-missing', '五、存在的主要问题及改进情况\n', '', []],
    ['topic-missing', '（三）政府信息管理情况。', '', []],
    ['row-missing', `\t\t${PUBLICATION.slice(0, -13)}1\t0\t0\t0\t0\t0\t1\n`, '', []],
    [
      'fee-statement',
      '（一）收取信息处理费情况。2025年，我办依照《政府信息公开信息处理费管理办法》的规定办理申请，未发出收费通知，未收取信息处理费。',
      '无。',
      [],
    ],
  ];
  for (const [rule, right, wrong, left] of cases) {
    it(`for ${rule} leaves ${left.length === 0 ? 'no finding' : left}`, () => {
      const text = changed([right, wrong]);
      assert.deepEqual(rulesIn(text), [rule]);
      const after = fixed(text, rule);
      assert.deepEqual(
        [...new Set(rulesIn(after))].filter((id) => id !== 'section-empty'),
        left,
      );
      assert.ok(isInsertionInto(text, after), 'nothing else is changed');
    });
  }

  for (const lineBreak of ['\n', '\r\n']) {
    it(`uses the text’s own line break ${JSON.stringify(lineBreak)}`, () => {
      const row = `\t\t${PUBLICATION}\n`;
      const text = changed([row, ''], ['五、存在的主要问题及改进情况\n', '']).replaceAll('\n', lineBreak);
      for (const rule of ['row-missing', 'section-missing']) {
        const after = fixed(text, rule);
        assert.equal(after.replaceAll(lineBreak, '').search(/[\r\n]/), -1, rule);
      }
    });
  }

  it('for table-missing writes a table that is read', () => {
    const table = sound.slice(sound.indexOf('行政复议\t'), sound.indexOf('\n\n五、'));
    const after = fixed(changed([table, '无。']), 'table-missing');
    assert.equal(analyze(after).tables.length, 3);
    assert.ok(!rulesIn(after).includes('table-missing'));
  });

  it('for sections that are all missing writes all six', () => {
    const text = titledOnly();
    assert.equal(analyze(fixed(text, 'section-missing')).sections.length, 6);
    assert.equal(analyze(fixed(text, 'section-missing')).tables.length, 3);
  });
});

describe('what a fix inserts', () => {
  it('is the first topic, in front of the second', () => {
    const text = changed([/（一）主动公开情况。.*\n\n/.exec(sound)![0], '']);
    const after = fixed(text, 'topic-missing');
    assert.match(after, /能监督。\n\n（一）主动公开\n\n（二）依申请公开情况。/);
  });

  it('is a Markdown table below Markdown headings, where there is no other table', () => {
    const text = reportOf({ proactive: '', applications: '', proceedings: '' }).replace(
      /^(?=[一五六]、)/gm,
      '## ',
    );
    const { findings } = analyze(text);
    const edits = findings
      .filter(({ rule }) => rule === 'section-missing')
      .flatMap(({ fixes }) => fixes[0]!.edits);
    const { tables, sections } = analyze(applyEdits(text, edits));
    assert.deepEqual(
      tables.map(({ layout }) => layout),
      ['pipes', 'pipes', 'pipes'],
    );
    assert.equal(sections.length, 6);
  });
});

describe('safe fixes', () => {
  it('are offered by the rules that say so, and by no others', () => {
    for (const rule of rules) {
      const fixes = analysisOfExample(rule).findings.flatMap((finding) => finding.fixes);
      if (rule.fix === 'none') assert.deepEqual(fixes, [], rule.id);
      if (rule.fix !== 'safe') assert.ok(!fixes.some((fix) => fix.safe), rule.id);
    }
  });

  it('are none of those that number sections or give rows their labels', () => {
    const unnumbered = sound.replace(/^[一二三四五六]、(?=[^\n\t]*$)/gm, '');
    assert.deepEqual(new Set(rulesIn(unnumbered)), new Set(['section-order']));
    const unlabelled = changed([`\t\t${PUBLICATION}`, '\t\t\t1\t0\t0\t0\t0\t0\t1']);
    assert.deepEqual(rulesIn(unlabelled), ['row-missing']);
    for (const text of [unnumbered, unlabelled]) {
      assert.ok(analyze(text).findings.every(({ fixes }) => fixes.length > 0));
      assert.deepEqual(safeFixes(text), []);
    }
  });

  it('of many kinds go together', () => {
    const text = changed(
      ['六、其他需要报告的事项', '六、其他报告事项'],
      ['2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开'],
      ['行政强制\t64', '行政强制\t６４'],
      ['129\t21\t3\t4\t12\t13\t182', '129\t12\t3\t4\t12\t13\t182'],
    );
    assert.equal(safeFixes(text).length, 4);
    assert.equal(applySafeFixes(text), sound);
  });
});

describe('a balance finding', () => {
  it('on a culprit names it, from what to what, and relates every addend', () => {
    const text = changed(['（一）予以公开\t\t41', '（一）予以公开\t\t14']);
    const finding = onlyFinding(text, 'handled-total');
    assert.equal(text.slice(finding.span.start, finding.span.end), '14');
    const [edit] = finding.fixes[0]!.edits;
    assert.equal(edit!.newText, '41');
    assert.deepEqual(rulesIn(text), ['handled-total']);
    assert.ok(finding.related.length >= 20);
  });

  it('of proceedings stands on the total, recomputing comes first, none is safe', () => {
    const text = changed(['6\t2\t1\t3\t12\t', '6\t2\t7\t3\t12\t']);
    const finding = onlyFinding(text, 'proceedings-total');
    assert.equal(text.slice(finding.span.start, finding.span.end), '12');
    assert.equal(finding.fixes[0]!.edits[0]!.newText, '18');
    assert.ok(finding.fixes.slice(1).some((fix) => fix.edits[0]!.newText === '1'));
    assert.ok(finding.fixes.length <= 5);
    assert.ok(!finding.fixes.some((fix) => fix.safe));
  });

  it('in two columns far apart is two findings', () => {
    const text = changed(
      ['（一）予以公开\t\t41\t6', '（一）予以公开\t\t41\t7'],
      ['6\t2\t1\t3\t12\t', '6\t2\t1\t3\t13\t'],
    );
    assert.deepEqual(rulesIn(text), ['handled-total', 'proceedings-total']);
  });
});

function titledOnly(): string {
  return titled('青禾县人民政府办公室2025年政府信息公开工作年度报告').split('\n\n').slice(0, 2).join('\n\n');
}

/** Whether `after` is `before` with characters added. */
function isInsertionInto(before: string, after: string): boolean {
  let found = 0;
  for (const character of after) if (character === before[found]) found++;
  return found === before.length;
}

function show(passage: string): string {
  return JSON.stringify(passage.length > 40 ? `${passage.slice(0, 40)}…` : passage);
}
