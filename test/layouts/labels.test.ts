/** Labels that say the same in other words, with notes, broken, or with tags inside. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed, onlyFinding } from '../unit/support/edits.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, sound } from '../unit/support/report.ts';

const rulesIn = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

describe('a note on how to fill a row in', () => {
  const noted = changed(
    ['一、本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数量（件）'],
    ['\t1.属于国家秘密\t', '\t1.属于国家秘密（含工作秘密）：\t'],
    ['\n行政处罚\t', '\n行政处罚（备注：按决定书计）\t'],
  );
  for (const [name, render] of Object.entries(renderers)) {
    it(`is no part of its label as ${name}`, () => {
      const text = renderTables(noted, render);
      assert.deepEqual(rulesIn(text), []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });
  }

  it('is part of a column: a unit may be wrong', () => {
    assert.deepEqual(rulesIn(changed(['本年收费金额（单位：万元）', '本年收费金额（单位：元）'])), [
      'table-header',
    ]);
  });
});

describe('a row of the place', () => {
  const local = changed(
    ['行政规范性文件\t5\t2\t31\n', '行政规范性文件\t5\t2\t31\n其他主动公开文件\t7\t0\t40\n'],
    ['四、结转下年度继续办理\t\t\t8', '其他说明\t\t\t1\t0\t0\t0\t0\t0\t1\n四、结转下年度继续办理\t\t\t8'],
  );
  for (const [name, render] of Object.entries(renderers)) {
    it(`is left out as ${name}`, () => {
      const text = renderTables(local, render);
      assert.deepEqual(rulesIn(text), []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });
  }
});

describe('a group written as one row', () => {
  const rows = /^\t（六）其他处理\t1[\s\S]*?(?=^\t（七）总计)/m;
  const text = sound.replace(rows, '\t（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n');
  for (const [name, render] of Object.entries(renderers))
    it(`lacks its rows, said once, as ${name}`, () => {
      const { message } = onlyFinding(renderTables(text, render), 'row-missing');
      assert.equal(message.args.count, 3);
      assert.deepEqual(
        rulesIn(renderTables(text, render)).filter((rule) => rule === 'numbers-unlabelled'),
        [],
      );
    });
});

describe('labels with other numbers in front', () => {
  const rows = /(?<=^|\t)(?:[一二三四]、|（[一二三四五六七]）|(\d)\.)(?=[^\n]*\t\d)/gm;
  for (const [what, text] of [
    ['none', sound.replace(rows, '')],
    ['in brackets', sound.replace(rows, (whole, digit) => (digit ? `（${digit}）` : whole))],
    ['in circles', sound.replace(rows, (whole, digit) => (digit ? '①②③④⑤⑥⑦⑧'[digit - 1]! : whole))],
  ] as const)
    it(`${what} are read, and are one finding`, () => {
      assert.deepEqual(rulesIn(text), ['row-label']);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      const after = fixed(text, 'row-label');
      assert.deepEqual(rulesIn(after), []);
    });

  it('are left out of it where a comment stands', () => {
    const comment = '<!-- disclosure-report-disable-next-line row-label -->\n';
    const text = sound.replace(rows, '').replace(/^(\t\t属于行政查询事项)/m, `${comment}$1`);
    assert.equal(onlyFinding(text, 'row-label').message.args.count, 24);
  });

  it('and 合计 for 总计 is the form’s row', () => {
    const text = changed(['（七）总计', '（七）合计']);
    assert.equal(fixed(text, 'row-label'), sound);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
  });
});

describe("a label that is not the form's", () => {
  const other = changed(['2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开']);
  const html = renderTables(other, renderers['HTML with merged cells']!);

  for (const [what, label, written, right] of [
    ['behind a tag', '8.属于行政查询事项', '8.<b>涉及</b>行政查询事项', '8.<b>属于</b>行政查询事项'],
    [
      'on both sides of a tag',
      '2.其他法律行政法规禁止公开',
      '2.其他法律及<br/>行业法规禁止公开',
      '2.其他法律行政<br/>法规禁止公开',
    ],
    ['at its beginning', '8.属于行政查询事项', '<b>属于行政</b>查询事项', '<b>8.属于行政</b>查询事项'],
  ] as const)
    it(`with other words ${what} has these changed alone`, () => {
      const page = renderTables(sound, renderers['HTML with merged cells']!);
      assert.equal(fixed(page.replace(label, written), 'row-label'), page.replace(label, right));
    });

  it('with tags inside is mended without them', () => {
    const cut = html.replace('2.其他法律法规禁止公开', '<b>2.其他法律</b><br/>法规禁止公开');
    assert.deepEqual(rulesIn(cut), ['row-label']);
    const after = fixed(cut, 'row-label');
    assert.ok(
      after.includes('<b>2.其他法律</b><br/>行政法规禁止公开') ||
        after.includes('<b>2.其他法律行政</b><br/>法规禁止公开'),
    );
    assert.deepEqual(rulesIn(after), []);
  });

  it('between pipes with a line break inside is mended without it', () => {
    const pipes = renderTables(other, renderers['Markdown with a separator row']!);
    const cut = pipes.replace('2.其他法律法规禁止公开', '2.其他法律<br>法规禁止公开');
    assert.deepEqual(rulesIn(cut), ['row-label']);
    const after = fixed(cut, 'row-label');
    assert.ok(after.includes('<br>') && !rulesIn(after).includes('row-label'));
  });

  it('and broken over lines is mended in its pieces', () => {
    const text = renderTables(other, renderers['raw text over pages, labels broken']!);
    const broken = text.replace('2.其他法律法规禁止公开', '2.其他法律\n法规禁止公开');
    assert.deepEqual(rulesIn(broken), ['row-label']);
    const after = fixed(broken, 'row-label');
    assert.equal(after.length, broken.length + 2);
    assert.deepEqual(rulesIn(after), []);
  });

  it('is left alone where words beside it may belong to it', () => {
    const text = renderTables(
      changed(['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开（区分处理的）']),
      renderers['raw text']!,
    );
    const broken = text.replace('（二）部分公开（区分处理的）', '（二）部分公开\n区分处理的\n');
    assert.deepEqual(onlyFinding(broken, 'row-label').fixes, []);
  });

  it("that goes on in the next line is the form's", () => {
    const whole = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
    const text = sound.replace(
      `\t${whole}\t\t12\t3\t0\t1\t1\t2\t19`,
      '\t（二）部分公开\t\t12\t3\t0\t1\t1\t2\t19\n\t（区分处理的，只计这一情形，不计其他情形）',
    );
    assert.notEqual(text, sound);
    assert.deepEqual(rulesIn(text), []);
  });
});
