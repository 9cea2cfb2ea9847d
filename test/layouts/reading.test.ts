/** A report says the same in whatever layout its tables are written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { simplified } from '../../server/src/report/text/normal.ts';
import { fixed, withBestFixes } from '../unit/support/edits.ts';
import { gridOfLines, numbersOf, renderers, renderTables, tablesOf } from '../unit/support/layouts.ts';
import { cellOf, changed, rulesIn, sound } from '../unit/support/report.ts';
import { rewritten } from '../unit/support/rewriting.ts';

describe('a sound report', () => {
  for (const [name, render] of Object.entries(renderers)) {
    it(`has the same numbers and no finding as ${name}`, () => {
      const text = renderTables(sound, render);
      const { findings, tables } = analyze(text);
      assert.deepEqual(
        findings.map(({ rule, message }) => ({ rule, args: message.args })),
        [],
      );
      assert.equal(tables.length, 3);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });

    it(`has its numbers where they stand as ${name}`, () => {
      const { source, tables } = analyze(renderTables(sound, render));
      for (const { span, text } of tables.flatMap((table) => table.cells))
        assert.equal(source.text.slice(span.start, span.end), text);
    });
  }
});

describe('a table', () => {
  it('tells the layout it was read in', () => {
    const layoutsOf = (text: string): string[] => tablesOf(text).map((table) => table.layout);
    const all = (id: string): string[] => [id, id, id];
    assert.deepEqual(layoutsOf(sound), all('tabs'));
    assert.deepEqual(layoutsOf(renderTables(sound, renderers['Markdown without spaces']!)), all('pipes'));
    assert.deepEqual(layoutsOf(renderTables(sound, renderers['HTML cell by cell']!)), all('html'));
    assert.deepEqual(layoutsOf(renderTables(sound, renderers['one cell a line']!)), all('lines'));
  });
});

describe('a Markdown table as exporters write it', () => {
  const table = renderTables(sound, renderers['Markdown with a separator row']!);
  const eachCell = (write: (cell: string) => string): string =>
    table.replace(/(?<=^\|.*)[^|\n]+(?=\|)/gm, (cell) => (/^[\s:-]*$/.test(cell) ? cell : write(cell)));
  const written: Readonly<Record<string, string>> = {
    'in bold': eachCell((cell) => ` **${cell.trim()}** `),
    'in italics and code': eachCell((cell) =>
      /\d/.test(cell) ? ` \`${cell.trim()}\` ` : ` _${cell.trim()}_ `,
    ),
    'with marks behind a backslash': eachCell((cell) => cell.replace(/^( ?\d)\./, '$1\\.')),
    'with spaces written out': eachCell((cell) => `&nbsp;${cell.trim()} &nbsp;`),
  };
  for (const [how, text] of Object.entries(written)) {
    it(`${how}: the same numbers, no finding, each where it stands`, () => {
      assert.notEqual(text, table);
      const { findings, tables } = analyze(text);
      assert.deepEqual(findings, []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      for (const { span, text: digits } of tables.flatMap(({ cells }) => cells))
        assert.equal(text.slice(span.start, span.end), digits);
    });
  }

  it('a blank written out is blank, and its fix leaves a number', () => {
    const written = table.replaceAll(' 0 ', ' &nbsp; ');
    const text = withBestFixes(written, analyze(written).findings);
    assert.deepEqual(analyze(text).findings, []);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
  });
});

describe('a grid of lines', () => {
  const text = renderTables(sound, gridOfLines);

  it('has the same numbers, no finding, and becomes a table with tabs', () => {
    assert.deepEqual(analyze(text).findings, []);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(numbersOf(rewritten(text, 'tabs')), numbersOf(sound));
  });
});

describe('the text of a merged cell in each of its places', () => {
  const again = /^(信息内容|行政许可|行政处罚|行政强制|行政事业性收费)\t([^\t\n]+)\t\t$/gm;
  const text = sound.replace(again, '$1\t$2\t$2\t$2');

  it('is one number, and so it is when the table is written anew', () => {
    assert.deepEqual(analyze(text).findings, []);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(numbersOf(rewritten(text, 'html')), numbersOf(sound));
  });

  it('is not told of other numbers, nor below a header that stands once', () => {
    for (const wrong of [
      text.replace('行政许可\t1486\t1486\t1486', '行政许可\t1486\t1486\t1487'),
      sound.replace('行政许可\t1486\t\t', '行政许可\t1486\t1486\t1486'),
    ]) {
      assert.deepEqual(rulesIn(wrong), ['row-cells']);
      assert.equal(cellOf(analyze(wrong), 'proactive', 'licences', 'decisions').state, 'unknown');
    }
  });

  it('is not told where the header names several columns', () => {
    const four = sound
      .replace('\t本年制发件数\t', '\t本年制发件数\t本年制发件数\t')
      .replace('规章\t0\t0\t0', '规章\t0\t0\t0\t0');
    assert.equal(cellOf(analyze(four), 'proactive', 'regulations', 'inForce').state, 'unknown');
    assert.ok(rulesIn(four).includes('row-cells'));
  });
});

describe('two numbers in a cell', () => {
  const places: readonly (readonly [layout: string, written: string, twice: string])[] = [
    ['HTML cell by cell', '<td>132</td>', '<td>13<br>2</td>'],
    ['HTML cell by cell', '<td>132</td>', '<td><p>13</p><p>2</p></td>'],
    ['Markdown with a separator row', '| 132 |', '| 13<br>2 |'],
    ['a cell and its pipe a line', '\n132 |', '\n13\n2 |'],
    ['HTML cell by cell', '<td>132</td>', '<td>13\n2</td>'],
  ];
  for (const [layout, written, twice] of places)
    it(`are not one: ${twice}`, () => {
      const text = renderTables(sound, renderers[layout]!).replace(written, twice);
      const cell = cellOf(analyze(text), 'applications', 'received', 'naturalPerson');
      assert.deepEqual([cell.value, cell.state], [null, 'invalid']);
    });
});

describe('lines around a table', () => {
  const below: Readonly<Record<string, string>> = {
    'a note': '（数据截至2025年12月31日）',
    'another note': '（本表数据由政务公开科提供）',
    'a page of pages': '3/8',
    'a page between dots': '· 3 ·',
    'a page between tildes': '~ 3 ~',
  };
  for (const [name, render] of Object.entries(renderers)) {
    const text = renderTables(sound, render);
    for (const [what, line] of Object.entries(below))
      it(`${what} is no part of one written as ${name}`, () => {
        const around = text.replace(/\n(?=(?:#* ?)[三四五]、[^\t|\n]+(?:情况)\n)/g, `\n${line}\n\n`);
        assert.equal(around.split(line).length, 4);
        assert.deepEqual(analyze(around).findings, []);
        assert.deepEqual(numbersOf(around), numbersOf(sound));
      });
  }

  it('a fraction in a cell is no page', () => {
    const text = renderTables(changed(['\t129\t21\t', '\t129\t21/3\t']), renderers['one cell a line']!);
    assert.deepEqual(
      analyze(text).findings.map(({ rule }) => rule),
      ['cell-number'],
    );
  });
});

describe('one wrong number', () => {
  const wrong = changed(['\t（七）总计\t\t129\t', '\t（七）总计\t\t128\t']);
  for (const [name, render] of Object.entries(renderers)) {
    it(`has the same finding, and a fix of its digits only, as ${name}`, () => {
      const [expected] = analyze(wrong).findings;
      const text = renderTables(wrong, render);
      const { findings } = analyze(text);
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [expected!.rule],
      );
      assert.deepEqual(findings[0]!.message, expected!.message);
      const edits = findings[0]!.fixes[0]!.edits;
      assert.deepEqual(
        edits.map(({ span }) => text.slice(span.start, span.end)),
        ['128'],
      );
      assert.deepEqual(
        edits.map((edit) => edit.newText),
        ['129'],
      );
    });
  }
});

describe('a missing row', () => {
  const without = changed(['\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n', '']);
  for (const [name, render] of Object.entries(renderers)) {
    it(`is inserted alone, as the rows beside it are written, as ${name}`, () => {
      const text = renderTables(without, render);
      const after = fixed(text, 'row-missing');
      assert.ok(after.length - text.length < 300);
      assert.deepEqual(
        tablesOf(after).flatMap(({ missingLines }) => missingLines),
        [],
      );
      assert.deepEqual(numbersOf(after), numbersOf(sound));
    });
  }

  it('is offered with zeros as well', () => {
    const { fixes } = analyze(without).findings.find(({ rule }) => rule === 'row-missing')!;
    assert.deepEqual(
      fixes.map(({ edits }) => edits[0]!.newText.replace(/^.*公开出版物/s, '')),
      ['\t1\t0\t0\t0\t0\t0\t1', '\t0\t0\t0\t0\t0\t0\t0'],
    );
  });

  it('has zeros where the numbers that balance the columns are no row', () => {
    const text = without.replace('\t129\t21\t', '\t130\t21\t');
    const { fixes } = analyze(text).findings.find(({ rule }) => rule === 'row-missing')!;
    assert.equal(fixes[0]!.title.key, 'fix.insert-rows');
    assert.ok(fixes[0]!.edits[0]!.newText.endsWith('\t0\t0\t0\t0\t0\t0\t0'));
  });
});

const REPEATED = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';

/** The states of 重复申请 with some of its numbers left out. */
function statesOf(row: string, renderer: string): string {
  const analysis = analyze(renderTables(changed([REPEATED, row]), renderers[renderer]!));
  const table = analysis.tables.find(({ form }) => form.id === 'applications')!;
  const cells = table.cells.filter(({ form }) => form.row === 'notProcessed.repeated');
  return cells.map(({ state, text }) => (state === 'number' ? text : state)).join(' ');
}

describe('blank cells', () => {
  const blanked = '\t\t2.重复申请\t4\t\t\t\t1\t\t5';
  const kept = '4 blank blank blank 1 blank 5';

  for (const renderer of [
    'Markdown with a separator row',
    'Markdown without spaces',
    'pipes filled up at the end',
    'a cell and its pipe a line',
    'HTML with merged cells',
    'HTML in upper case with paragraphs',
  ])
    it(`stay in their columns as ${renderer}`, () => assert.equal(statesOf(blanked, renderer), kept));

  it('that are dropped make the whole row unknown', () => {
    const unknown = new Array(7).fill('unknown').join(' ');
    assert.equal(statesOf(blanked, 'one cell a line'), unknown);
    assert.equal(statesOf(blanked, 'one cell a line with blank lines'), unknown);
  });

  it('that are moved to the end make the whole row unknown', () => {
    const text = renderTables(sound, renderers['a cell and its pipe a line']!);
    const row = '2.重复申请 |\n4 |\n0 |\n0 |\n0 |\n1 |\n0 |\n5 |\n';
    assert.ok(text.includes(row));
    const moved = text.replace(row, '2.重复申请 |\n4 |\n1 |\n5 |\n||||');
    assert.equal(cellOf(analyze(moved), 'applications', 'notProcessed.repeated', 'total').state, 'unknown');
    assert.deepEqual(
      analyze(moved).findings.map(({ rule }) => rule),
      ['layout-unclear'],
    );
  });

  it('as blank lines are read where they make up the row', () => {
    const text = renderTables(sound, renderers['one cell a line']!);
    const blank = text.replace('2.重复申请\n4\n0\n0\n0\n1\n0\n5\n', '2.重复申请\n4\n\n\n\n1\n\n5\n');
    assert.notEqual(blank, text);
    const { source, tables } = analyze(blank);
    const cells = tables[1]!.cells.filter(({ form }) => form.row === 'notProcessed.repeated');
    assert.deepEqual(
      cells.map(({ state }) => state),
      kept.replaceAll(/\d/g, 'number').split(' '),
    );
    const lines = cells.map(({ span }) => source.lineAt(span.start));
    assert.deepEqual(
      lines,
      lines.map((_, index) => lines[0]! + index),
    );
  });
});

describe('the line below a Markdown table’s header', () => {
  const numbers = '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4';
  const withRule = (rule: string, report = sound): string =>
    renderTables(report, renderers['Markdown with a separator row']!).replaceAll(' :---: |', ` ${rule} |`);

  for (const rule of [':-:', ':-', '-:', '--', ':-----'])
    it(`is no row: ${rule}`, () => {
      const { tables, findings } = analyze(withRule(rule));
      assert.deepEqual(findings, []);
      assert.ok(
        tables.every(({ rows }) => rows.every(({ cells }) => cells.every(({ text }) => text !== rule))),
      );
    });

  it('is not a row of dashes where numbers belong', () => {
    const dashes = withRule('---', changed([numbers, numbers.replaceAll(/\d+/g, '-')]));
    assert.ok(analyze(dashes).tables[2]!.cells.every(({ state }) => state === 'dash'));
  });
});

describe('traditional characters', () => {
  it('name the same sections, rows and columns, and say the same', () => {
    const traditional = new Map([...simplified].map(([theirs, ours]) => [ours, theirs]));
    const text = [...sound].map((character) => traditional.get(character) ?? character).join('');
    assert.ok(text.includes('未收取信息處理費') && text.includes('確認'));
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(analyze(text).findings, []);
  });
});

describe('a mixture', () => {
  it('has each table in its own layout', () => {
    const names = ['Markdown with a separator row', 'HTML with merged cells', 'one cell a line'];
    let next = 0;
    const text = renderTables(sound, (rows) => renderers[names[next++]!]!(rows));
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(analyze(text).findings, []);
  });
});
