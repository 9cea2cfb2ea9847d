/** Where each rule's reach ends: the last number it takes, the first it leaves alone, and what it must not say twice. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smallestEdit } from '../../server/src/lsp/features/smallestEdit.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { recomputeTotals } from '../../server/src/report/tables/repair/recompute.ts';
import { applySafeFixes, firstFix, fixed, onlyFinding, withBestFixes } from './support/edits.ts';
import { findingsIn, textWith } from './support/prose.ts';
import { changed, parts, reportOf, rulesIn, sound } from './support/report.ts';

const GRANTED = '（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57';
const PERIOD = '2025年1月1日至2025年12月31日';
const REVIEW = '6\t2\t1\t3\t12\t';
const withGranted = (numbers: string): string => changed([GRANTED, `（一）予以公开\t\t${numbers}`]);
const withReview = (numbers: string): string => changed([REVIEW, `${numbers}\t`]);

describe('sections', () => {
  it('that stand twice are not out of order as well', () => {
    assert.deepEqual(rulesIn(`${sound}\n${parts.proactive}`), ['section-duplicate']);
  });

  it('are each held against the one that is farthest on', () => {
    const { head, overview, proceedings, proactive, applications, improvement, other } = parts;
    const text = [head, overview, proceedings, proactive, applications, improvement, other].join('');
    const { findings } = analyze(text);
    assert.deepEqual(
      findings.map(({ rule, span }) => `${rule}:${text.slice(span.start, span.start + 2)}`),
      ['section-order:二、', 'section-order:三、'],
    );
  });

  it('beyond the form’s are not the same for having no name', () => {
    assert.deepEqual(rulesIn(`${sound.trimEnd()}\n\n七、附件\n\n见附表。\n\n八、附注\n\n单位为件。\n`), []);
  });

  it('have numbers up to 99', () => {
    const text = `${sound.trimEnd()}\n\n十、附表\n\n见后。\n\n十二、附图\n\n见后。\n\n二十、附录\n\n见后。\n\n三十四、附注\n\n见后。\n`;
    const { sections } = analyze(text);
    assert.deepEqual(
      sections.slice(6).map(({ ordinal }) => ordinal),
      [10, 12, 20, 34],
    );
    for (const numeral of ['十', '十二', '二十', '三十四']) {
      const { message } = onlyFinding(changed(['五、存在', `${numeral}、存在`]), 'section-order');
      assert.equal(message.args.found, numeral);
    }
  });

  it('of nothing but tags are empty', () => {
    const text = reportOf({ improvement: '<p>五、存在的主要问题及改进情况</p>\n\n<p><b></b>&nbsp;</p>\n\n' });
    assert.deepEqual(rulesIn(text), ['section-empty']);
  });

  it('without their table lack nothing else', () => {
    const text = reportOf({ applications: '三、收到和处理政府信息公开申请情况\n\n' });
    assert.deepEqual(rulesIn(text), ['table-missing']);
  });

  it('without any words lack no topics', () => {
    assert.deepEqual(rulesIn(reportOf({ overview: '一、总体情况\n\n' })), ['section-empty']);
  });

  it('with no more than the headings of their topics say nothing', () => {
    const topics = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];
    for (const mark of ['', '### ']) {
      const headings = topics.map((title, at) => `${mark}（${'一二三四五'[at]}）${title}\n\n`);
      const overview = (said: string): string => `一、总体情况\n\n${headings.join('')}${said}`;
      assert.deepEqual(rulesIn(reportOf({ overview: overview('') })), ['section-empty']);
      assert.deepEqual(rulesIn(reportOf({ overview: overview('开展了检查。\n\n') })), []);
    }
  });

  it('that are missing side by side are put in one after the other, in order', () => {
    let text = reportOf({ proactive: '', applications: '' });
    for (const missing of [2, 1]) {
      const own = analyze(text).findings.filter(({ rule }) => rule === 'section-missing');
      assert.equal(own.length, missing);
      text = withBestFixes(text, own);
    }
    assert.deepEqual(
      analyze(text).sections.map(({ ordinal }) => ordinal),
      [1, 2, 3, 4, 5, 6],
    );
  });

  it('are put in at the very beginning without blank lines in front', () => {
    const { proactive, applications, proceedings, improvement, other } = parts;
    const text = [proactive, applications, proceedings, improvement, other].join('');
    const [edit] = firstFix(text, 'section-missing').edits;
    assert.ok(edit!.newText.startsWith('一、总体情况\n'));
  });
});

describe('headings', () => {
  it('of topics may have any level below a section that has none', () => {
    const text = changed(['二、主动', '## 二、主动'], ['（一）主动公开情况', '#### （一）主动公开情况']);
    assert.deepEqual(rulesIn(text), []);
  });
});

describe('the period', () => {
  it('is mended to the year of the title', () => {
    const text = changed([PERIOD, '2024年12月1日至2025年11月30日']);
    assert.equal(fixed(text, 'period'), sound);
  });

  it('is a whole year rather than other dates before it', () => {
    const text = changed([
      `所列数据的统计期限为${PERIOD}`,
      `本报告于2026年1月5日至2026年1月20日编写，所列数据自${PERIOD}`,
    ]);
    assert.deepEqual(rulesIn(text), []);
  });

  for (const name of [
    '统计期限',
    '统计时限',
    '统计时间',
    '报告期',
    '起止日期',
    '期限',
    '统计数据',
    '数据统计',
  ])
    it(`is the one that is called ${name}, though a whole year stands before it`, () => {
      const words = `本报告沿用${PERIOD}的体例。本报告由办公室编制，由县政府办公室负责解释，公开形式为网站公开。${name}为2025年1月1日至2025年11月30日`;
      const text = changed([`所列数据的统计期限为${PERIOD}`, words]);
      assert.deepEqual(rulesIn(text), ['period']);
    });

  it('is left to its writer where tags stand in it', () => {
    const { fixes } = onlyFinding(changed([PERIOD, '2025年1月1日至<b>2025年11月30日</b>']), 'period');
    assert.deepEqual(fixes, []);
  });
});

describe('a table', () => {
  it('has no unknown column where only marks stand', () => {
    const { message } = onlyFinding(changed(['本年废止件数', 'No.']), 'table-header');
    assert.equal(message.key, 'finding.table-header');
  });

  it('of one row does not have it twice for a few numbers below it', () => {
    const row = '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4';
    assert.deepEqual(rulesIn(changed([row, `${row}\n7\t\t\t\t`])), []);
    assert.deepEqual(rulesIn(changed([row, `${row}\n${row}`])), ['row-duplicate']);
  });
});

describe('columns that a header has lost', () => {
  const lost = (text: string): string =>
    text
      .replace('\t商业企业\t科研机构\t社会公益组织\t', '\t商业企业\t')
      .replace(/(?<=^(?:[^\t\n]*\t){3}\d+\t\d+)\t\d+\t\d+(?=(?:\t\d+){3}$)/gm, '');

  it('are known to be 0 where a row’s total says so, and else nothing is known of them', () => {
    const { tables } = analyze(lost(sound));
    const { cells } = tables[1]!;
    const said = (row: string): string =>
      cells
        .filter(({ form }) => form.row === row)
        .map(({ value }) => value ?? '?')
        .join(' ');
    assert.equal(said('carriedIn'), '5 1 0 0 1 0 7');
    assert.equal(said('granted'), '41 6 ? ? 3 4 57');
  });
});

describe('an empty cell', () => {
  it('that is a total with an unreadable addend is no 0 and no sum', () => {
    const text = withGranted('41\t6\t1\t2\t3\t见附件\t');
    const finding = onlyFinding(text, 'cell-empty');
    assert.equal(finding.severity, 'hint');
    assert.deepEqual(finding.fixes, []);
  });

  it('that is a total of blanks is left blank when totals are recomputed', () => {
    const text = withGranted('\t\t\t\t\t\t');
    const edits = recomputeTotals(analyze(text).tables[1]!);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['88', '15', '2', '2', '9', '9', '125'],
    );
  });
});

describe('a number with a unit', () => {
  it('of several digits, 0 among them, is written alone', () => {
    assert.equal(
      fixed(changed(['行政强制\t64', '行政强制\t６０件']), 'cell-number'),
      changed(['行政强制\t64', '行政强制\t60']),
    );
  });

  for (const unit of ['件', '条', '次', '宗', '起']) {
    it(`of ${unit} is written alone`, () => {
      assert.equal(fixed(changed(['行政强制\t64', `行政强制\t64${unit}`]), 'cell-number'), sound);
    });
  }
});

describe('a word for nothing', () => {
  for (const word of ['无', '零', '〇', 'O', '没有', '未发生', '不涉及'])
    it(`${word} may be 0`, () => {
      const written = changed(['\t0\t1\t1\n', `\t${word}\t1\t1\n`]);
      assert.equal(fixed(written, 'cell-number'), sound);
      assert.equal(applySafeFixes(written), written);
    });
});

describe('the unit of a column', () => {
  for (const [label, written] of [
    ['本年制发件数', '本年制发件数（件）'],
    ['现行有效件数', '现行有效件数(单位：件)'],
    ['本年收费金额（单位：万元）', '本年收费金额（万元）'],
  ] as const)
    it(`may stand behind its label: ${written}`, () => {
      assert.deepEqual(rulesIn(changed([label, written])), []);
    });

  it('is a fault where it is another', () => {
    assert.deepEqual(rulesIn(changed(['（单位：万元）', '（单位：元）'])), ['table-header']);
  });
});

describe('a number that cannot be read', () => {
  it('is not said to be negative', () => {
    assert.deepEqual(onlyFinding(withReview('6\t见附件\t1\t3\t5'), 'cell-number').fixes, []);
  });
});

describe('amount-unit', () => {
  const of = (issuer: string, amount: string): string[] =>
    rulesIn(
      changed(
        ['青禾县人民政府办公室2025年政府', `${issuer}2025年政府`],
        ['行政事业性收费\t318.42', `行政事业性收费\t${amount}`],
      ),
    );

  it('begins above the largest amount that can be', () => {
    assert.deepEqual(of('青石镇人民政府', '10000'), []);
    assert.deepEqual(of('青石镇人民政府', '10000.01'), ['amount-unit']);
  });

  it('takes no department of a province for one of a city', () => {
    assert.deepEqual(of('云海省市场监督管理局', '318420'), []);
  });
});

describe('the slip that a fix names', () => {
  const slipOf = (text: string, rule: string): string => firstFix(text, rule).title.key;

  it('is a doubled digit only where it stands beside its like', () => {
    assert.equal(slipOf(withGranted('41\t6\t1\t2\t3\t4\t577'), 'handled-total'), 'fix.recompute.doubled');
    assert.equal(slipOf(withGranted('41\t6\t1\t2\t3\t4\t547'), 'handled-total'), 'fix.recompute');
  });

  it('is a mistyped digit only in a number of more than one', () => {
    assert.equal(slipOf(withReview('6\t2\t1\t1\t16'), 'proceedings-total'), 'fix.recompute.digit');
    assert.equal(slipOf(withReview('3\t2\t1\t1\t9'), 'proceedings-total'), 'fix.recompute');
  });

  it('is no total of the row beside it where both are 0', () => {
    const text = changed(
      [
        '1.本机关不掌握相关政府信息\t18\t4\t0\t1\t2\t3\t28',
        '1.本机关不掌握相关政府信息\t25\t5\t1\t1\t3\t3\t0',
      ],
      ['2.没有现成信息需要另行制作\t7\t1\t1\t0\t1\t0\t10', '2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0'],
    );
    assert.equal(slipOf(text, 'handled-total'), 'fix.recompute');
  });
});

describe('a total', () => {
  it('is not mended safely where the table has more wrong numbers than can be looked through', () => {
    const text = changed(
      [GRANTED, '（一）予以公开\t\t99\t98\t97\t96\t95\t94\t57'],
      [
        '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t7',
        '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t8',
      ],
    );
    const { findings } = analyze(text);
    const carriedIn = findings.find(({ span }) => text.slice(span.start, span.end) === '8')!;
    assert.equal(carriedIn.fixes[0]!.edits[0]!.newText, '7');
    assert.ok(findings.every(({ fixes }) => fixes.every(({ safe }) => !safe)));
  });

  it('is recomputed to 0 where its addends are', () => {
    const { fixes } = onlyFinding(withReview('0\t0\t0\t0\t5'), 'proceedings-total');
    assert.equal(fixes[0]!.edits[0]!.newText, '0');
  });

  it('that the text confirms is recomputed last', () => {
    const text = textWith('四', '全年发生行政复议21件。').replace(REVIEW, '6\t2\t1\t3\t21\t');
    const { fixes } = onlyFinding(text, 'proceedings-total');
    assert.ok(fixes.length > 1);
    const recomputes = fixes.map(({ title }) => title.key.startsWith('fix.recompute'));
    assert.deepEqual(recomputes, [...new Array(fixes.length - 1).fill(false), true]);
    assert.equal(fixes.at(-1)!.edits[0]!.newText, '12');
  });
});

describe('prose', () => {
  it('about a part of the year ends with its sentence', () => {
    const text = textWith('申请', '上半年收到申请80件。全年新收政府信息公开申请178件。');
    assert.deepEqual(findingsIn(text), ['claim:178']);
  });

  it('of about so many means a number no more than a tenth away', () => {
    const claimsOf = (number: number): number =>
      analyze(textWith('申请', `全年新收政府信息公开申请约${number}件。`)).narrative.claims.length;
    assert.deepEqual([150, 180].map(claimsOf), [0, 1]);
  });

  it('of a topic begins with its heading, though no blank line stands in front', () => {
    const text = textWith('公开', '发布信息60条。').replace(
      '\n\n（二）依申请公开情况。',
      '\n（二）依申请公开情况。全年受理178件。',
    );
    assert.deepEqual(findingsIn(text), ['claim:178']);
  });

  it('in brackets is a list of its own', () => {
    const text = textWith('公开', '编印宣传册400册（其中社区260册、学校90册），其他60册。');
    assert.deepEqual(findingsIn(text), []);
  });

  it('has a share that is off by more than its last digit as a warning', () => {
    const severityOf = (share: string): string | undefined =>
      analyze(textWith('申请', `办结182件，其中予以公开57件，占${share}%。`)).findings[0]?.severity;
    assert.deepEqual(['31.3', '31.4', '31.5'].map(severityOf), [undefined, 'hint', 'warning']);
  });

  it('that names some rows of a group is not about the group', () => {
    const text = textWith('申请', '因本机关不掌握和没有现成信息无法提供的39件。');
    const { args } = onlyFinding(text, 'claim').message;
    assert.match(String(args.name), / \+ /);
  });
});

describe('the smallest edit', () => {
  const between = (before: string, after: string): (string | number)[] => {
    const edit = smallestEdit(before, { span: { start: 0, end: before.length }, newText: after })!;
    return [edit.span.start, edit.span.end, edit.newText];
  };

  it('is what differs', () => {
    assert.deepEqual(between('一二三四', '一五三四'), [1, 2, '五']);
    assert.deepEqual(between('12', '122'), [2, 2, '2']);
    assert.equal(smallestEdit('一', { span: { start: 0, end: 1 }, newText: '一' }), null);
  });

  it('cuts no character in two', () => {
    // Two characters beyond the basic plane that share their first half, and two that share their second.
    assert.deepEqual(between('a\u{20000}b', 'a\u{20001}b'), [1, 3, '\u{20001}']);
    assert.deepEqual(between('a\u{20000}b', 'a\u{20400}b'), [1, 3, '\u{20400}']);
  });

  it('cuts no line break in two', () => {
    assert.deepEqual(between('一\r\n二', '一\r二'), [1, 3, '\r']);
    assert.deepEqual(between('一\r\n二', '一\n二'), [1, 3, '\n']);
  });
});
