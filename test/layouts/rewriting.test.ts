/** Tables written anew say what they said before, in every layout; what cannot be carried over is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RewriteTarget } from '../../server/src/report/rewrite/rewrite.ts';
import { displayWidth } from '../../server/src/report/text/width.ts';
import { applyEdits, fixed } from '../unit/support/edits.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { cellOf, changed, rulesIn, sound } from '../unit/support/report.ts';
import { layouts, read, rewriting, rewritten, said, targets } from '../unit/support/rewriting.ts';

const withoutBlankLines = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n{2,}/g, '\n');

describe('a sound report', () => {
  for (const [name, render] of Object.entries(renderers)) {
    const text = renderTables(sound, render);

    it(`${name}, becomes the form’s own with tabs`, () => {
      assert.equal(withoutBlankLines(rewritten(text, 'tabs')), withoutBlankLines(sound));
    });

    for (const target of ['pipes', 'html'] as const) {
      it(`${name}, says the same in ${target}, and comes back`, () => {
        const there = rewritten(text, target);
        assert.deepEqual(numbersOf(there), numbersOf(sound));
        assert.deepEqual(rulesIn(there), []);
        assert.ok(read(there).tables.every(({ layout }) => layout === target));
        assert.equal(withoutBlankLines(rewritten(there, 'tabs')), withoutBlankLines(sound));
      });
    }
  }

  it('is left alone by what it is already, and by doing so twice', () => {
    assert.deepEqual(rewriting(sound, 'tabs').edits, []);
    assert.deepEqual(rewriting(sound, 'tidy').edits, []);
    for (const target of layouts) {
      const once = rewritten(sound, target);
      assert.deepEqual(rewriting(once, target).edits, [], target);
      assert.deepEqual(rewriting(once, 'tidy').edits, [], target);
    }
  });

  it('keeps its line breaks', () => {
    const windows = sound.replaceAll('\n', '\r\n');
    for (const target of layouts) assert.doesNotMatch(rewritten(windows, target), /[^\r]\n/);
    assert.equal(rewritten(rewritten(windows, 'html'), 'tabs'), windows);
  });
});

describe('the shapes', () => {
  it('HTML merges cells as the form does', () => {
    const rows = rewritten(sound, 'html').match(/<tr>.*<\/tr>/g)!;
    assert.equal(rows[0], '<tr><td colspan="4">第二十条第（一）项</td></tr>');
    assert.equal(rows[6], '<tr><td>行政许可</td><td colspan="3">1486</td></tr>');
    assert.equal(
      rows[14],
      '<tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>',
    );
    assert.equal(
      rows[15],
      '<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>',
    );
    assert.match(
      rows[19]!,
      /^<tr><td rowspan="22">三、本年度办理结果<\/td><td colspan="2">（一）予以公开<\/td><td>41</,
    );
    assert.match(rows[21]!, /^<tr><td rowspan="8">（三）不予公开<\/td><td>1\.属于国家秘密<\/td><td>1</);
    assert.match(rows[22]!, /^<tr><td>2\.其他法律行政法规禁止公开<\/td>/);
    assert.equal(rows[42], '<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>');
    assert.match(
      rows[43]!,
      /<td rowspan="2">总计<\/td><td colspan="5">未经复议直接起诉<\/td><td colspan="5">复议后起诉<\/td>/,
    );
  });

  it('an HTML table keeps what its tag says of its looks', () => {
    const tag = '<table class="report" border="1" style="width: 90%">';
    const styled = rewritten(sound, 'html')
      .replace('<table>', tag)
      .replace('<td>规章</td>', '<td><p>规章</p></td>');
    const tidy = rewritten(styled, 'tidy');
    assert.equal(tidy, rewritten(sound, 'html').replace('<table>', tag));
    assert.equal(rewritten(styled, 'tabs'), sound);
  });

  it('a Markdown table keeps the alignment of its columns', () => {
    const plain = rewritten(sound, 'pipes');
    const rule = /^\| -[-| ]*\|$/m.exec(plain)![0];
    const centred = rule
      .split('|')
      .map((dashes, column) => (column === 2 ? ':-:' : column === 3 ? '--:' : dashes.trim()));
    const tidy = rewritten(plain.replace(rule, centred.join('|')), 'tidy');
    assert.match(tidy, /^\| -+ \| :-+: \| -+: \| -+ \|$/m);
    assert.equal(tidy.replaceAll(':-', '--').replaceAll('-:', '--'), plain);
  });

  it('every row of HTML covers the whole width', () => {
    for (const table of tablesIn(rewritten(sound, 'html'))) {
      const widths = coveredWidths(table);
      assert.deepEqual(new Set(widths).size, 1, widths.join());
    }
  });

  it('merged cells cover a row that a fix inserts', () => {
    const rows = sound.match(/^\D.*\t\d+(?:\t\d+){6}$/gm)!;
    assert.equal(rows.length, 25);
    for (const row of rows) {
      const html = rewritten(sound.replace(`${row}\n`, ''), 'html');
      const after = fixed(html, 'row-missing');
      assert.ok(!rulesIn(after).includes('row-missing'), row);
      for (const table of tablesIn(after)) assert.equal(new Set(coveredWidths(table)).size, 1, row);
    }
  });

  it('Markdown has a header, a rule, and columns of one width on the screen', () => {
    const rows = rewritten(sound, 'pipes').match(/^\|.*\|$/gm)!;
    assert.match(rows[1]!, /^\|(?: -{3,} \|){4}$/);
    assert.equal(new Set(rows.slice(0, 14).map(displayWidth)).size, 1);
    assert.match(rows[4]!, /^\| 行政规范性文件 +\| 5 +\| 2 +\| 31 +\|$/);
  });

  it('characters that would end a cell are written out', () => {
    const odd = changed(['规章\t0\t0\t0', '规章\ta|b\t<1>\t&amp;']);
    const cells = (text: string): string[] =>
      ['issued', 'repealed', 'inForce'].map(
        (column) => cellOf(read(text), 'proactive', 'regulations', column).text,
      );
    assert.deepEqual(cells(rewritten(odd, 'pipes')), ['a|b', '<1>', '&amp;']);
    assert.deepEqual(cells(rewritten(odd, 'html')), ['a|b', '<1>', '&amp;']);
    assert.match(rewritten(odd, 'pipes'), /a\\\|b/);
    assert.match(rewritten(odd, 'html'), /<td>&lt;1&gt;<\/td><td>&amp;amp;<\/td>/);
  });

  it('rows of blank cells above a table go with it', () => {
    const above = (text: string, row: string): string =>
      text.replace(/\n(.*第二十条第（一）项)/, `\n${row}\n$1`);
    assert.equal(rewritten(above(sound, '\t\t\t'), 'tidy'), sound);
    assert.equal(rewritten(above(rewritten(sound, 'pipes'), '|  |  |  |  |'), 'tabs'), sound);
  });

  it('a Markdown table and an HTML block have a blank line on either side', () => {
    const tight = withoutBlankLines(sound);
    for (const target of ['pipes', 'html'] as const)
      assert.match(rewritten(tight, target), /情况\n\n[|<][\s\S]*[|>]\n\n三、[\s\S]*[|>]\n\n五、/);
  });
});

const tablesIn = (text: string): string[] => text.match(/<table>[\s\S]*?<\/table>/g)!;

/** How many columns each row of an HTML table covers, with what reaches down into it. */
function coveredWidths(table: string): number[] {
  const reaching: number[] = [];
  return table.match(/<tr>.*<\/tr>/g)!.map((row, index) => {
    let width = reaching[index] ?? 0;
    for (const [, rows = '1', columns = '1'] of row.matchAll(
      /<td(?: rowspan="(\d+)")?(?: colspan="(\d+)")?>/g,
    )) {
      width += Number(columns);
      for (let below = 1; below < Number(rows); below++)
        reaching[index + below] = (reaching[index + below] ?? 0) + Number(columns);
    }
    return width;
  });
}

describe('words that the form does not have', () => {
  const odd = changed(
    ['行政规范性文件\t5\t2\t31\n', '行政规范性文件\t5\t2\t31\n其他主动公开文件\t14\t12\t77\n'],
    ['行政强制\t64', '行政强制\t/'],
    ['行政事业性收费\t318.42', '行政事业性收费\t17.27万元'],
    ['第二十条第（八）项\t\t\t', '（注：含受委托机关办理的事项）\t\t\t\n第二十条第（八）项\t\t\t'],
    ['\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1', '\t\t3.要求提供公开出版物\t1\t\t\t\t\t\t1'],
    ['\t\t4.无正当理由', '\t\t其中：同一申请人多次提出\t2\t0\t0\t0\t0\t0\t2\n\t\t4.无正当理由'],
  );
  const words = [
    '其他主动公开文件',
    '（注：含受委托机关办理的事项）',
    '17.27万元',
    '其中：同一申请人多次提出',
  ];

  for (const first of targets) {
    for (const second of layouts) {
      it(`are still there after ${first} and ${second}`, () => {
        const text = rewritten(rewritten(odd, first), second);
        for (const word of words) assert.equal(text.split(word).length, 2, word);
        if (second === 'html') assert.match(text, /<td rowspan="3" colspan="3">（本列数据/);
        assert.match(text, /14\D+12\D+77/);
        assert.deepEqual(said(text), said(odd));
        assert.deepEqual(numbersOf(text), numbersOf(odd));
      });
    }
  }
});

it('a group whose rows were cut off with the end of the text is still there', () => {
  const whole = renderTables(sound, renderers['a cell and its pipe a line']!);
  const text = whole.slice(0, whole.indexOf('1.属于国家秘密'));
  assert.match(text, /（三）不予公开 \|\n$/);
  for (const target of targets) assert.match(rewritten(text, target), /（三）不予公开/, target);
});

describe('a table torn by page breaks', () => {
  const torn = changed(
    ['\t\t2.其他法律行政法规禁止公开\t2\t1', '\t\t2.其他法律行政\t2\t1'],
    ['\t\t3.危及', '\n- 4 -\n\n\t\t法规禁止公开\t\t\t\t\t\t\t\n三、本 年度办 理结果\t（三）不予公开\t3.危及'],
    ['\t（四）无法提供\t1.', '\t（四）无\t1.'],
    ['\t\t2.没有现成信息', '\n—5—\n\t法提供\t2.没有现成信息'],
    ['结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经', '结 果\t结果纠正\t其他结果\t尚未审结\t总计\t未经'],
    ['\t\t\t\t\t结果维持\t结果纠正', '维持\t\t\t\t\t结果维持\t结果纠正'],
  );

  it('is read like a whole one', () => assert.deepEqual(numbersOf(torn), numbersOf(sound)));

  for (const target of ['tabs', 'tidy'] as const)
    it(`is whole again: ${target}`, () => assert.equal(rewritten(torn, target), sound));

  it('is one Markdown table, and one in HTML', () => {
    for (const target of ['pipes', 'html'] as const)
      assert.equal(rewritten(rewritten(torn, target), 'tabs'), sound);
  });

  it('with a label in other words keeps them, unless it is tidied', () => {
    const reworded = changed(['2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开']);
    assert.equal(rewritten(reworded, 'tidy'), sound);
    assert.equal(rewritten(rewritten(reworded, 'html'), 'tabs'), reworded);
  });
});

describe('a table that lost a column', () => {
  const lost = sound
    .replace('\t法律服务机构\t其他\t', '\t法律服务机构\t')
    .replace('\t自然人\t法人或其他组织\t\t\t\t\t总计', '\t自然人\t法人或其他组织\t\t\t\t总计')
    .replace('\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1', '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t1');

  it('is carried over row by row, with what is derived or unknown', () => {
    const states = (text: string): string[] => read(text).tables[1]!.cells.map(({ state }) => state);
    assert.ok(states(lost).includes('derived') || states(lost).includes('unknown'));
    for (const target of targets) {
      assert.deepEqual(states(rewritten(lost, target)), states(lost), target);
      assert.deepEqual(said(rewritten(lost, target)), said(lost), target);
    }
  });
});

describe('what cannot be carried over is refused', () => {
  const reasonsFor = (text: string, target: RewriteTarget): string[] =>
    rewriting(text, target).refused.map(({ reason }) => reason.key);

  it('a paragraph between the rows', () => {
    const paragraph = changed([
      '\t（五）不予处理',
      `${'此处有一段很长的说明文字，'.repeat(6)}\n\t（五）不予处理`,
    ]);
    assert.equal(read(paragraph).tables.length, 3);
    for (const target of targets)
      assert.deepEqual(reasonsFor(paragraph, target), ['rewrite.refused.between'], target);
  });

  it('a number alone on a line, which may be a page’s or the report’s', () => {
    assert.deepEqual(reasonsFor(changed(['\t（五）不予处理', '17\n\t（五）不予处理']), 'pipes'), [
      'rewrite.refused.between',
    ]);
  });

  it('an HTML table that is not closed', () => {
    const text = rewritten(sound, 'html').replaceAll('</table>', '');
    for (const reason of reasonsFor(text, 'tabs')) assert.equal(reason, 'rewrite.refused.unclosed');
    assert.ok(reasonsFor(text, 'tabs').length > 0);
  });

  it('an HTML table that is not closed, in front of others that are', () => {
    const text = rewritten(sound, 'html').replace('</table>', '');
    const { edits, refused } = rewriting(text, 'tabs', ({ form }) => form.id === 'proactive');
    assert.deepEqual(edits, []);
    assert.deepEqual(
      refused.map(({ reason }) => reason.key),
      ['rewrite.refused.unclosed'],
    );
    const all = rewriting(text, 'tabs');
    assert.deepEqual(
      all.refused.map(({ reason }) => reason.key),
      ['rewrite.refused.unclosed', 'rewrite.refused.changed', 'rewrite.refused.changed'],
    );
    assert.deepEqual([all.edits, all.done], [[], 0]);
  });

  it('numbers of unknown columns where the new layout would give them one', () => {
    const lines = renderTables(
      changed(['\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5', '\t\t2.重复申请\t4\t\t\t\t\t\t4']),
      renderers['one cell a line']!,
    );
    assert.equal(cellOf(read(lines), 'applications', 'notProcessed.repeated', 'total').state, 'unknown');
    for (const target of layouts) {
      const { refused, edits, done } = rewriting(lines, target);
      assert.deepEqual(
        refused.map(({ table, reason }) => [table.form.id, reason]),
        [['applications', { key: 'rewrite.refused.unknown', args: { count: 7 } }]],
      );
      assert.deepEqual([edits.length, done], [2, 2]);
      assert.deepEqual(numbersOf(applyEdits(lines, edits)), numbersOf(lines));
    }
  });

  it('nothing to tidy in cells on lines of their own', () => {
    const lines = renderTables(sound, renderers['one cell a line']!);
    assert.deepEqual([...new Set(reasonsFor(lines, 'tidy'))], ['rewrite.refused.layout']);
  });
});
