/** Layouts that drop blank cells or cut words: what can be told is told, and the rest is not guessed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits, fixed, onlyFinding } from '../unit/support/edits.ts';
import { numbersOf, type Rows, renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, sound } from '../unit/support/report.ts';

const streams = ['one cell a line', 'a cell and its pipe a line', 'raw text', 'aligned text'];
const rulesIn = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

/** Without the column 其他 of table `applications`, as conversion loses it, its numbers 0 or not. */
function withoutColumn(rows: Rows): Rows {
  if (!rows.some((row) => row.includes('自然人'))) return rows;
  return rows.map((row) => (row.length === 10 ? [...row.slice(0, 8), row[9]!] : row));
}

describe('a column that conversion lost', () => {
  for (const name of Object.keys(renderers)) {
    it(`is made up from the rows' own totals as ${name}`, () => {
      const text = renderTables(sound, (rows) => renderers[name]!(withoutColumn(rows)));
      assert.deepEqual(rulesIn(text), ['table-header', 'row-cells']);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(numbersOf(fixed(text, 'row-cells')), numbersOf(sound));
    });
  }
});

describe('a column that only the header lost', () => {
  it('is not taken for lost where a row has a number for it', () => {
    const text = renderTables(
      changed(
        ['\t法律服务机构\t其他\t', '\t法律服务机构\t\t'],
        ['\t2.重复申请\t4\t0\t', '\t2.重复申请\t4\t\t'],
      ),
      renderers['one cell a line']!,
    );
    const cells = analyze(text).tables[1]!.cells.filter(({ form }) => form.row === 'notProcessed.repeated');
    assert.ok(cells.every(({ state }) => state === 'unknown'));
    assert.deepEqual(rulesIn(text), ['table-header', 'layout-unclear']);
  });
});

describe('a row with fewer numbers than columns', () => {
  const row = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';
  const dropped = changed([row, '\t\t2.重复申请\t4\t\t\t\t1\t\t5']);
  for (const name of ['one cell a line', 'raw text']) {
    it(`is unclear, and nobody's fault, as ${name}`, () => {
      const text = renderTables(dropped, renderers[name]!);
      assert.deepEqual(rulesIn(text), ['layout-unclear']);
      const { severity, message, fixes } = onlyFinding(text, 'layout-unclear');
      assert.equal(severity, 'information');
      assert.deepEqual(message.args, { row: '重复申请', found: 3, expected: 7, difference: 4, count: 1 });
      assert.deepEqual(fixes, []);
    });
  }

  it('is clear where columns are kept', () => {
    const text = renderTables(dropped, renderers['aligned text']!);
    assert.deepEqual(rulesIn(text), ['cell-empty']);
    assert.deepEqual(numbersOf(fixed(text, 'cell-empty')), numbersOf(sound));
  });

  it('is said once for all rows of a table', () => {
    const blanked = sound.replaceAll(/^(?!\d)(.*\t)\d+\t\d+((?:\t\d+){5})$/gm, '$1\t$2');
    const text = renderTables(blanked, renderers['one cell a line']!);
    const { message, related } = onlyFinding(text, 'layout-unclear');
    assert.equal(message.args.count, 25);
    assert.equal(related.length, 24);
  });
});

describe('text that keeps its columns', () => {
  const alignedWith = (text: string): string => renderTables(text, renderers['aligned text']!);

  it('has blank cells at the end of a line, and fixes write each number in its column', () => {
    const text = alignedWith(
      sound.replace('3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1', '3.要求提供公开出版物\t1\t0\t0\t0\t0\t\t'),
    );
    const { tables } = analyze(text);
    const cells = tables[1]!.cells.filter(({ form }) => form.row === 'notProcessed.publication');
    assert.deepEqual(
      cells.map(({ state, value }) => value ?? state),
      [1, 0, 0, 0, 0, 'blank', 'blank'],
    );
    assert.ok(!rulesIn(text).includes('row-cells'));
    const [first, second] = analyze(text).findings.filter(({ rule }) => rule === 'cell-empty');
    const once = applyEdits(text, first!.fixes[0]!.edits);
    const after = analyze(fixed(once, 'cell-empty'));
    assert.ok(second);
    assert.deepEqual(
      after.tables[1]!.cells.filter(({ form }) => form.row === 'notProcessed.publication').map(
        ({ text: digits }) => digits,
      ),
      ['1', '0', '0', '0', '0', '0', '1'],
    );
  });

  it('has labels and numbers on lines in turns', () => {
    const text = alignedWith(sound);
    const row = /^( *[^\n]*?[\u4e00-\u9fff）”])((?: +\d+){7})$/gm;
    const blank = (words: string): string => ' '.repeat(words.length);
    const below = text.replaceAll(
      row,
      (_, words: string, numbers: string) => `${words}\n${blank(words)}${numbers}`,
    );
    const above = text.replaceAll(
      row,
      (_, words: string, numbers: string) => `${blank(words)}${numbers}\n${words}`,
    );
    const dense = [below, above].map((apart) => apart.replaceAll(/\n\n(?= )/g, '\n'));
    for (const apart of [below, above, ...dense]) {
      assert.notEqual(apart, text);
      assert.deepEqual(rulesIn(apart), []);
      assert.deepEqual(numbersOf(apart), numbersOf(sound));
    }
  });

  it('has blank cells in their columns though the header is not understood', () => {
    const cut = changed(
      ['本年制发件数', '本年制'],
      ['本年废止件数', '本年废'],
      ['规章\t0\t0\t0', '规章\t0\t\t0'],
      ['行政规范性文件\t5\t', '行政规范性文件\t\t'],
    );
    const states = analyze(alignedWith(cut))
      .tables[0]!.cells.slice(0, 6)
      .map(({ state }) => state);
    assert.deepEqual(states, ['number', 'blank', 'number', 'blank', 'number', 'number']);
  });

  it('or has not, and breaks a number in two: it is not read', () => {
    for (const name of ['aligned text', 'raw text']) {
      const text = renderTables(sound, renderers[name]!);
      const broken = text.replace(/(\n *行政许可 +)14(?=86)/, (_, before: string) => {
        const room = name === 'raw text' ? '' : ' '.repeat(before.length - 1);
        return `${before}14\n${room}`;
      });
      assert.notEqual(broken, text);
      assert.equal(analyze(broken).tables[0]!.cells[6]!.value, null);
      assert.deepEqual(rulesIn(broken), ['layout-unclear']);
    }
  });

  it('and no numbers is a form to be filled in', () => {
    const empty = sound.replaceAll(/(?<=\t)[\d.]+(?=\t|\n)/g, '');
    const { tables } = analyze(alignedWith(empty));
    assert.deepEqual(
      tables.slice(0, 2).map(({ cells }) => cells.filter(({ state }) => state === 'blank').length),
      [10, 175],
    );
    const text = alignedWith(empty);
    const edits = analyze(text).findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    const after = analyze(applyEdits(text, edits));
    for (const { cells } of after.tables.slice(0, 2))
      assert.ok(cells.every((cell) => cell.text === '0' && cell.state === 'number'));
  });
});

describe('words of a header that are cut crosswise', () => {
  for (const name of streams) {
    it(`are no missing columns as ${name}`, () => {
      const cut = changed(['本年制发件数', '本年制'], ['本年废止件数', '本年废']);
      assert.deepEqual(rulesIn(renderTables(cut, renderers[name]!)), []);
    });
  }

  it('are none where a piece of the label stands in a table with tabs', () => {
    assert.deepEqual(rulesIn(changed(['本年制发件数', '本年制'])), []);
    assert.deepEqual(rulesIn(changed(['本年制发件数', '本年撤销份数'])), ['table-header']);
  });
});

describe('a row whose label was lost', () => {
  const lost = [
    ['规章\t0\t0\t0', '\t0\t0\t0'],
    ['\t\t2.重复申请\t4', '\t\t\t4'],
  ] as const;
  for (const [name, render] of Object.entries(renderers)) {
    it(`is given its label back, and no second row, as ${name}`, () => {
      for (const [right, wrong] of lost) {
        const text = renderTables(changed([right, wrong]), render);
        const { message } = onlyFinding(text, 'row-missing');
        assert.equal(message.key, 'finding.row-missing.label');
        const after = fixed(text, 'row-missing');
        assert.deepEqual(rulesIn(after), []);
        assert.deepEqual(numbersOf(after), numbersOf(sound));
      }
    });
  }

  it('is unknown where it could be either of two', () => {
    const text = changed(['\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5\n', ''], ['\t\t3.要求提供公开出版物', '\t\t']);
    assert.deepEqual(rulesIn(text), ['numbers-unlabelled']);
    const values = analyze(text).tables[1]!.cells.filter(
      ({ form }) => form.row === 'notProcessed.publication',
    );
    assert.ok(values.every(({ state }) => state === 'unknown'));
  });
});

describe('a table on one line', () => {
  const onOneLine = (text: string, separator: 'tabs' | 'spaces' = 'spaces'): string =>
    renderTables(text, renderers[`one line, cells apart by ${separator}`]!);

  it('is read among prose, whose numbers are none of it', () => {
    const text = onOneLine(sound).replace(
      /^规章|(?=第二十条第（一）项)/m,
      '2025 年共办理 7 件 ，其中 3 件 由 2 个 科室 承办 ，另有 4 件 转交 其他 单位 办理 ，合计 16 件\n\n',
    );
    assert.notEqual(text, onOneLine(sound));
    assert.deepEqual(numbersOf(text), numbersOf(sound));
  });

  it('may be broken over pages', () => {
    for (const separator of ['tabs', 'spaces'] as const) {
      const text = onOneLine(sound, separator).replace(/[\t ](?=四、结转下年度)/, '\n');
      assert.equal(text.match(/^四、结转下年度/m)?.length, 1);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(rulesIn(text), []);
    }
  });

  it('has labels with spaces in them', () => {
    const text = onOneLine(sound)
      .replaceAll('1.属于', '1. 属于')
      .replace('（一）予以公开', '（一）予以 公开');
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    assert.deepEqual(rulesIn(text), []);
  });

  it('does not say which of its cells are blank', () => {
    const blanks = [
      ['\t2.重复申请\t4\t0\t0\t0\t1\t0\t5', '\t2.重复申请\t4\t\t\t\t1\t\t5'],
      ['6\t2\t1\t3\t12\t', '6\t2\t\t3\t12\t'],
    ] as const;
    for (const blank of blanks)
      for (const separator of ['tabs', 'spaces'] as const)
        assert.deepEqual(rulesIn(onOneLine(changed(blank), separator)), ['layout-unclear']);
  });

  it('has every other row read beside one with a number too many', () => {
    for (const separator of ['tabs', 'spaces'] as const) {
      const text = onOneLine(changed(['\t2.重复申请\t4\t', '\t2.重复申请\t4\t1\t']), separator);
      assert.deepEqual(rulesIn(text), ['layout-unclear']);
      assert.equal(numbersOf(text).filter((value) => value === null).length, 7);
    }
  });

  it('is not read where labels and numbers stand among prose, or nothing holds its cells apart, and that is said once', () => {
    const among = onOneLine(sound).replace(/^第二十条第（一）项/m, '本年办理 行政许可 1486 件\n$&');
    assert.notEqual(among, onOneLine(sound));
    assert.deepEqual(rulesIn(among), ['layout-unclear']);
    const dense = renderTables(sound, (rows) => rows.flat().join(''));
    assert.deepEqual(rulesIn(dense), ['layout-unclear', 'layout-unclear', 'layout-unclear']);
  });

  it('has page numbers between its lines', () => {
    for (const page of ['- 4 -', '4']) {
      const text = onOneLine(sound).replace(/ (?=四、结转下年度)/, `\n${page}\n`);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(rulesIn(text), []);
    }
  });

  it('is given a missing row on its line', () => {
    const row = /^\t\t3\.要求提供公开出版物.*\n/m;
    for (const separator of ['tabs', 'spaces'] as const) {
      const text = onOneLine(sound.replace(row, ''), separator);
      assert.equal(fixed(text, 'row-missing'), onOneLine(sound, separator));
    }
  });
});

describe('labels broken over many lines', () => {
  const pieces = (cell: string, length: number): readonly string[] =>
    /^[\d.]+$/.test(cell) ? [cell] : cell.match(new RegExp(`.{1,${length}}`, 'g'))!;

  for (const length of [4, 5, 6, 8, 12])
    it(`into ${length} characters each are put together, one cell a line`, () => {
      const text = renderTables(sound, (rows) =>
        rows
          .flatMap((row) => row.filter((cell) => cell !== '').flatMap((cell) => pieces(cell, length)))
          .join('\n'),
      );
      assert.deepEqual(rulesIn(text), []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });
});
