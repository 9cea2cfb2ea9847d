/** Numbers are bound to the form by their labels, whatever a conversion did to the table. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits, fixed, onlyFinding } from './support/edits.ts';
import { cellOf, changed, parts, placesIn, readRow, reportOf, rulesIn, sound } from './support/report.ts';

const GRANTED = '三、本年度办理结果\t（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57';
const REPEATED = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';
const PUBLICATION = '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1';
const NOT_HELD = '\t（四）无法提供\t1.本机关不掌握相关政府信息\t18\t4\t0\t1\t2\t3\t28';
const STATE_SECRET = '\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1';
const PROCEEDINGS = '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4';

describe('the sound report', () => {
  it('has every number of the form', () => {
    const cells = analyze(sound).tables.flatMap((table) => table.cells);
    assert.equal(cells.length, 10 + 175 + 15);
    assert.deepEqual([...new Set(cells.map((cell) => cell.state))], ['number']);
  });

  it('has each number where it stands', () => {
    assert.equal(readRow(sound, 'fees', 'proactive'), '318.42');
    assert.equal(readRow(sound, 'normativeDocuments', 'proactive'), '5 2 31');
    assert.equal(readRow(sound, 'granted'), '41 6 1 2 3 4 57');
    assert.equal(readRow(sound, 'otherHandling.other'), '3 0 0 0 1 1 5');
    assert.equal(readRow(sound, 'handledTotal'), '129 21 3 4 12 13 182');
    assert.equal(readRow(sound, 'directSuit', 'proceedings'), '3 1 0 2 6');
    const { source, tables } = analyze(sound);
    for (const cell of tables.flatMap((table) => table.cells)) {
      assert.equal(source.text.slice(cell.span.start, cell.span.end), cell.text);
    }
  });
});

describe('what a conversion does to a table changes no number and is no fault', () => {
  const damages: readonly (readonly [what: string, text: string])[] = [
    ['a page footer between rows', changed([NOT_HELD, `- 4 -\n${NOT_HELD}`])],
    ['a footer with dashes and blank lines', changed([NOT_HELD, `\n— 12 —\n\n${NOT_HELD}`])],
    ['a page number alone', changed([NOT_HELD, `5\n${NOT_HELD}`])],
    ['blank lines between rows', changed([NOT_HELD, `\n\n${NOT_HELD}`])],
    ['a row of tabs only', changed([NOT_HELD, `\t\t\t\t\t\t\t\t\t\n${NOT_HELD}`])],
    ['the stub repeated after a page break', changed([NOT_HELD, `三、本年度办理结果${NOT_HELD}`])],
    ['the stub repeated with spaces', changed([NOT_HELD, `三、本 年度办 理结果${NOT_HELD}`])],
    [
      'the stub on a row of its own',
      changed([GRANTED, GRANTED.replace('结果\t', '结果\t\t\t\t\t\t\t\t\t\n\t')]),
    ],
    ['a label in the wrong stub column', changed([REPEATED, '\t2.重复申请\t\t4\t0\t0\t0\t1\t0\t5'])],
    ['a label in the first stub column', changed([REPEATED, '2.重复申请\t\t\t4\t0\t0\t0\t1\t0\t5'])],
    ['a row without stub cells', changed([REPEATED, REPEATED.trimStart()])],
    ['trailing tabs', changed([REPEATED, `${REPEATED}\t\t`])],
    ['spaces around numbers', changed([REPEATED, REPEATED.replace(/\d(?=\t|$)/g, ' $&  ')])],
    ['spaces in a label', changed(['2.重复申请', '2.重 复 申请'])],
    ['a label cut below its row', changed([REPEATED, `${REPEATED.replace('重复申请', '重复')}\n\t\t申请`])],
    [
      'a label cut above its row',
      changed([REPEATED, `\t\t2.重复\n${REPEATED.replace('2.重复申请', '申请')}`]),
    ],
    [
      'a label cut around a page footer',
      changed([REPEATED, `${REPEATED.replace('重复申请', '重复')}\n\n- 5 -\n\n\t\t申请`]),
    ],
    [
      'a label cut around a page footer in words',
      changed([REPEATED, `${REPEATED.replace('重复申请', '重复')}\n\n第 5 页 共 9 页\n\n\t\t申请`]),
    ],
    ['1、 for 1.', changed(['1.属于国家秘密', '1、属于国家秘密'])],
    ['half-width brackets', changed(['（四）无法提供', '(四)无法提供'])],
    ['other quotation marks', changed(['“三安全一稳定”', '"三安全一稳定"'])],
    ['Kangxi radicals', changed(['自然人', '\u2f83然\u2f08'], ['行政许可', '\u2f8f政许可'])],
    ['header words split by spaces', changed(['结果维持\t结果纠正', '结果 维持\t结果\u3000纠正'])],
    [
      'a header repeated after a page break',
      changed([
        NOT_HELD,
        `\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n${NOT_HELD}`,
      ]),
    ],
    ['the block title without 第', changed(['第二十条第（五）项', '二十条第（五）项'])],
    ['a space in the block title', changed(['第二十条第（五）项', '第二十条 第（五）项'])],
    ['a space in 规章', changed(['规章\t0', '规 章\t0'])],
    ['规范性文件', changed(['行政规范性文件\t5', '规范性文件\t5'])],
  ];
  for (const [what, text] of damages) {
    it(what, () => {
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(rulesIn(text), []);
    });
  }

  it('text of some other kind between two halves of a table', () => {
    const text = changed([
      NOT_HELD,
      `（续表：本页为第三部分表格之后半，单位为件，统计口径与前页相同，请与前页一并阅读，谢谢各位读者）\n${NOT_HELD}`,
    ]);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
  });

  it('carriage returns of either kind', () => {
    for (const lineBreak of ['\r\n', '\r']) {
      const text = sound.replaceAll('\n', lineBreak);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(rulesIn(text), []);
    }
  });
});

describe('a row with too few numbers', () => {
  it('of which the total proves the lost ones to be 0', () => {
    const text = changed([PUBLICATION, '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t1']);
    assert.equal(readRow(text, 'notProcessed.publication'), '1 (0) (0) (0) (0) (0) 1');
    assert.deepEqual(rulesIn(text), ['row-cells']);
  });

  it('of five numbers, all but the ends 0', () => {
    const text = changed([STATE_SECRET, '\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t1']);
    assert.equal(readRow(text, 'refused.stateSecret'), '1 (0) (0) (0) (0) (0) 1');
  });

  it('of which a number that is not 0 may stand in several columns', () => {
    const text = changed([REPEATED, '\t\t2.重复申请\t4\t0\t0\t1\t0\t5']);
    assert.equal(readRow(text, 'notProcessed.repeated'), '4 (0) (0) unknown unknown (0) 5');
    assert.deepEqual(rulesIn(text), ['row-cells']);
  });

  it('that do not add up leave every cell unknown', () => {
    const text = changed([REPEATED, '\t\t2.重复申请\t4\t0\t0\t0\t1\t9']);
    assert.match(readRow(text, 'notProcessed.repeated'), /^(unknown ?){7}$/);
    assert.deepEqual(rulesIn(text), ['row-cells']);
  });

  it('is whole again with its fix', () => {
    const text = changed([PUBLICATION, '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t1']);
    assert.equal(fixed(text, 'row-cells'), sound);
  });

  it('of table proceedings leaves it unknown', () => {
    const text = changed([PROCEEDINGS, PROCEEDINGS.slice(2)]);
    assert.match(readRow(text, 'review', 'proceedings'), /^(unknown ?){5}$/);
    assert.deepEqual(rulesIn(text), ['row-cells']);
  });
});

describe('a row with too many numbers', () => {
  it('is unknown and told', () => {
    const text = changed([REPEATED, `${REPEATED}\t7`]);
    assert.match(readRow(text, 'notProcessed.repeated'), /^(unknown ?){7}$/);
    assert.deepEqual(rulesIn(text), ['row-cells']);
  });
});

describe('a header', () => {
  it('whose words have run together lacks none of them', () => {
    const text = changed(['信息内容\t本年收费金额（单位：万元）', '信息内容本年收费金额（单位：万元）']);
    assert.deepEqual(rulesIn(text), []);
  });

  it('is not the heading above it, which is no column', () => {
    const heading = '## 表二：主动公开情况\t\t\t\n';
    const text = changed([
      '信息内容\t本年制发件数\t本年废止件数',
      `${heading}信息内容\t本年制发件数\t本年撤销份数`,
    ]);
    assert.equal(onlyFinding(text, 'table-header').message.args.found, '本年撤销份数');
  });
});

describe('a column lost in conversion', () => {
  const lost = (numbersOfRow: (numbers: string[]) => string[]): string =>
    reportOf({
      applications: parts.applications
        .replace('组织\t\t\t\t\t总计', '组织\t\t\t\t总计')
        .replace('法律服务机构\t其他', '法律服务机构')
        .replace(/(\t\d+){7}$/gm, (row) => `\t${numbersOfRow(row.trim().split('\t')).join('\t')}`),
    });

  it('from the header alone: the numbers are all there', () => {
    const text = lost((numbers) => numbers);
    assert.equal(readRow(text, 'received'), '132 22 3 5 11 14 187');
    assert.deepEqual(rulesIn(text), ['table-header']);
  });

  it('from header and rows: the total proves what stood there', () => {
    const text = lost((numbers) => numbers.toSpliced(5, 1));
    assert.equal(readRow(text, 'received'), '132 22 3 5 11 (14) 187');
    assert.equal(readRow(text, 'carriedIn'), '5 1 0 0 1 (0) 7');
    assert.deepEqual(rulesIn(text), ['table-header', 'row-cells']);
  });

  it('is one finding a table whose fix makes every row whole', () => {
    const text = lost((numbers) => numbers.toSpliced(5, 1));
    assert.deepEqual(rulesIn(fixed(text, 'row-cells')), ['table-header']);
    assert.deepEqual(numbersOf(fixed(text, 'row-cells')), numbersOf(sound));
  });

  it('from the header and some rows', () => {
    const text = lost((numbers) => (numbers[5] === '0' ? numbers.toSpliced(5, 1) : numbers));
    assert.equal(readRow(text, 'received'), '132 22 3 5 11 14 187');
    assert.equal(readRow(text, 'carriedIn').split(' ').at(-1), '7');
    assert.deepEqual(rulesIn(text), ['table-header', 'row-cells']);
  });
});

describe('rows too few and too many', () => {
  it('blank rows at the end that lost their tabs are there', () => {
    const text = reportOf({
      applications: parts.applications.replace(/(?<=（七）总计|四、结转下年度继续办理)[\t\d]+(?=\n)/g, ''),
    });
    assert.deepEqual(rulesIn(text), ['row-cells']);
    assert.equal(analyze(text).findings[0]!.message.args.count, 2);
  });

  it('a missing row is told, the others are read', () => {
    const text = changed([`${PUBLICATION}\n`, '']);
    assert.match(readRow(text, 'notProcessed.publication'), /^(unknown ?){7}$/);
    assert.equal(readRow(text, 'notProcessed.excessive'), '2 0 0 0 0 0 2');
    assert.deepEqual(rulesIn(text), ['row-missing']);
  });

  it('several missing rows are one finding', () => {
    const text = changed([`${PUBLICATION}\n`, ''], [`${REPEATED}\n`, '']);
    assert.deepEqual(rulesIn(text), ['row-missing']);
  });

  it('a missing total is told and breaks nothing', () => {
    const text = changed(['\t（七）总计\t\t129\t21\t3\t4\t12\t13\t182\n', '']);
    assert.deepEqual(rulesIn(text), ['row-missing']);
  });

  it('a doubled row is told, the first one counts', () => {
    const text = changed([REPEATED, `${REPEATED}\n${REPEATED.replace('4\t', '9\t')}`]);
    assert.equal(readRow(text, 'notProcessed.repeated'), '4 0 0 0 1 0 5');
    assert.deepEqual(rulesIn(text), ['row-duplicate']);
  });

  it('a row doubled further down is told', () => {
    const text = changed(['四、结转下年度', `${REPEATED}\n四、结转下年度`]);
    assert.equal(readRow(text, 'notProcessed.repeated'), '4 0 0 0 1 0 5');
    assert.deepEqual(rulesIn(text), ['row-duplicate']);
  });

  it('an extra local row moves no number', () => {
    const text = changed([NOT_HELD, `\t\t9.本市另行统计的情形\t0\t0\t0\t0\t0\t0\t0\n${NOT_HELD}`]);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(rulesIn(text), []);
  });

  it('a total that belongs to no row of the form does not stand for another', () => {
    const text = changed([NOT_HELD, `\t\t小计\t23\t5\t1\t0\t3\t3\t35\n${NOT_HELD}`]);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(rulesIn(text), []);
  });

  it('rows in another order are read by their labels', () => {
    const text = changed([`${REPEATED}\n${PUBLICATION}`, `${PUBLICATION}\n${REPEATED}`]);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
  });

  it('a reworded row is read and hinted at', () => {
    const text = changed(['8.属于行政查询事项', '8.行政查询事项']);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(rulesIn(text), ['row-label']);
  });
});

describe('cells that are no plain number', () => {
  const asLicences = (written: string): string => changed(['行政许可\t1486', `行政许可\t${written}`]);
  const cases: readonly (readonly [written: string, state: string, value: number | null, rules: string[]])[] =
    [
      ['', 'blank', null, ['cell-empty']],
      ['/', 'dash', null, ['cell-empty']],
      ['-', 'dash', null, ['cell-empty']],
      ['—', 'dash', null, ['cell-empty']],
      ['——', 'dash', null, ['cell-empty']],
      ['１４８６', 'invalid', 1486, ['cell-number']],
      ['1,486', 'invalid', 1486, ['cell-number']],
      ['1486.0', 'invalid', 1486, ['cell-number']],
      ['1486①', 'invalid', null, ['cell-number']],
      ['1486²', 'invalid', null, ['cell-number']],
      ['14   86', 'invalid', null, ['cell-number']],
      ['1，486', 'invalid', 1486, ['cell-number']],
      ['1 486', 'invalid', 1486, ['cell-number']],
      ['0 753', 'invalid', null, ['cell-number']],
      ['０　７', 'invalid', null, ['cell-number']],
      ['1486件', 'invalid', null, ['cell-number']],
      ['-3', 'invalid', null, ['cell-number']],
      ['+3', 'invalid', null, ['cell-number']],
      ['3.5', 'invalid', null, ['cell-number']],
      ['见附件', 'invalid', null, ['cell-number']],
      ['1,48', 'invalid', null, ['cell-number']],
      ['99999999999999999999', 'invalid', null, ['cell-number']],
      ['0', 'number', 0, []],
      ['007', 'number', 7, []],
      ['11398889', 'number', 11_398_889, []],
    ];
  for (const [written, state, value, rules] of cases) {
    it(`${JSON.stringify(written)} is ${state}`, () => {
      const cell = cellOf(analyze(asLicences(written)), 'proactive', 'licences', 'decisions');
      assert.deepEqual([cell.state, cell.value, cell.text], [state, value, written]);
      assert.deepEqual(rulesIn(asLicences(written)), rules);
    });
  }

  const amounts: readonly (readonly [written: string, value: number | null, rules: string[]])[] = [
    ['96171.6', 96171.6, []],
    ['0.092', 0.092, []],
    ['59237.2449', 59237.2449, []],
    ['0', 0, []],
    ['1,234.5', 1234.5, ['cell-number']],
    ['３.５', 3.5, ['cell-number']],
    ['17.27万元', null, ['cell-number']],
    ['-1.5', null, ['cell-number']],
  ];
  for (const [written, value, rules] of amounts) {
    it(`the amount ${written}`, () => {
      const text = changed(['行政事业性收费\t318.42', `行政事业性收费\t${written}`]);
      assert.equal(cellOf(analyze(text), 'proactive', 'fees', 'amount').value, value);
      assert.deepEqual(rulesIn(text), rules);
    });
  }

  it('blank addends count as 0', () => {
    const text = changed([REPEATED, '\t\t2.重复申请\t4\t\t\t\t1\t\t5']);
    assert.equal(readRow(text, 'notProcessed.repeated'), '4 blank blank blank 1 blank 5');
    assert.deepEqual(rulesIn(text), ['cell-empty']);
  });

  it('a blank total is a warning of its own with the sum as its fix, and breaks no balance', () => {
    const text = changed([REPEATED, '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t']);
    const { findings } = analyze(text);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['cell-empty', 'warning']],
    );
    assert.equal(fixed(text, 'cell-empty'), sound);
  });

  it('a blank row with a blank total is one hint', () => {
    const text = changed([PROCEEDINGS, '\t'.repeat(14)]);
    const { findings } = analyze(text);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['cell-empty', 'hint']],
    );
  });

  it('the same sign in many cells is one finding with a count, the other places related', () => {
    const text = reportOf({ applications: parts.applications.replace(/\b0\b/g, '/') });
    const [finding, ...others] = analyze(text).findings;
    const count = parts.applications.match(/\b0\b/g)!.length;
    assert.deepEqual(others, []);
    assert.equal(finding!.rule, 'cell-empty');
    assert.equal(finding!.message.args.count, count);
    assert.equal(finding!.related.length, Math.min(50, count - 1));
    assert.equal(fixed(text, 'cell-empty'), sound);
  });

  it('digits of another kind all down a table are one finding with a count, and one safe fix', () => {
    const wide = (text: string): string =>
      text.replace(/(?<=\t)\d+(?=[\t\n])/g, (digits) =>
        digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      );
    const text = reportOf({ applications: wide(parts.applications) });
    const [finding, ...others] = analyze(text).findings;
    assert.deepEqual(others, []);
    assert.equal(finding!.rule, 'cell-number');
    assert.equal(finding!.message.args.count, 175);
    assert.equal(finding!.related.length, 50);
    assert.equal(finding!.fixes[0]!.safe, true);
    assert.equal(fixed(text, 'cell-number'), sound);
  });

  it('words for nothing are one finding whose fix writes 0, other words another', () => {
    const row = '行政强制\t64';
    const text = changed(['规章\t0\t0\t0', '规章\t无\t无\t没有'], [row, '行政强制\t见附件']);
    const [nothing, words, ...others] = analyze(text).findings;
    assert.deepEqual(others, []);
    assert.deepEqual([nothing!.message.args.count, words!.message.args.found], [3, '见附件']);
    assert.equal(applyEdits(text, nothing!.fixes[0]!.edits), changed([row, '行政强制\t见附件']));
  });

  it('a number in full-width digits takes part in the balance', () => {
    const text = changed([REPEATED, REPEATED.replace('\t5', '\t５')]);
    assert.deepEqual(placesIn(text), ['57:cell-number']);
    assert.deepEqual(rulesIn(changed([REPEATED, REPEATED.replace('\t5', '\t６')])).sort(), [
      'cell-number',
      'handled-total',
    ]);
  });
});

/** Row, column, number: what a report says, without its places. */
function numbersOf(text: string): unknown[] {
  return analyze(text).tables.flatMap((table) =>
    table.cells.map(({ form, value }) => [form.row, form.column, value]),
  );
}
