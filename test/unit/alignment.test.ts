/** Columns of tables under each other: gaps from the text alone, the same picture in every font. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type AlignedTable, type Alignment, align } from '../../client/src/table/alignment.ts';
import { columnsOf, type Width, widthOf } from '../../client/src/table/width.ts';
import { type Random, seededRandom } from './support/random.ts';

const sound = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'sound.txt'), 'utf8').split('\n');
/** `ch` to an `em` in fonts there are: Menlo's 1.66, Consolas' 1.82, Sarasa's 2. */
const fonts = [1.66, 1.82, 2];

/** Where a cell is shown, in `ch`. */
interface Shown {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line as the editor shows it: tabs up to the next stop, gaps before their characters. */
function show(line: string, table: AlignedTable, index: number, tabSize: number, font: number): Shown[] {
  const size = ({ em, ch }: Width): number => em * font + ch;
  const places: number[] = [];
  let x = 0;
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const gap = table.gaps[index]?.find((each) => each.at === at && !each.isBehind);
    if (gap) assert.ok(size(gap.width) > -1e-9, `a negative gap in ${line}`);
    x += gap ? size(gap.width) : 0;
    places.push(x);
    const reach = tabSize - (column % tabSize);
    x += line[at] === '\t' ? reach : size(widthOf(line[at] ?? ''));
    column += line[at] === '\t' ? reach : columnsOf(line.charCodeAt(at));
  }
  places.push(x);
  const cells = table.rows[index]?.cells ?? [];
  return cells.map(({ start, end, width }) => {
    const left = places[start] ?? x;
    return { text: line.slice(start, end), left, right: left + size(width) };
  });
}

function shownTable(lines: readonly string[], which: number, tabSize: number, font: number): Shown[][] {
  const table = align(lines, tabSize).tables[which];
  assert.ok(table, `no table ${which}`);
  return table.rows.map((_, index) => show(lines[table.line + index] ?? '', table, index, tabSize, font));
}

/** The right edges of a column's cells, those that hold one of `kind`. */
function edges(rows: readonly (readonly Shown[])[], column: number, kind = /^\d+$/): number[] {
  const cells = rows.flatMap((row) => row[column] ?? []).filter(({ text }) => kind.test(text));
  return [...new Set(cells.map(({ right }) => Math.round(right * 1e6) / 1e6))];
}

for (const tabSize of [2, 4, 8]) {
  test(`numbers of a column end at the same place in every font: tab size ${tabSize}`, () => {
    for (const font of fonts) {
      const applications = shownTable(sound, 1, tabSize, font);
      assert.ok(applications.length > 25);
      for (let column = 3; column < 10; column++) assert.equal(edges(applications, column).length, 1);
      const proceedings = shownTable(sound, 2, tabSize, font);
      for (let column = 0; column < 15; column++) assert.equal(edges(proceedings, column).length, 1);
    }
  });
}

test("a column's name ends where its numbers do", () => {
  for (const font of fonts) {
    const rows = shownTable(sound, 1, 4, font);
    for (const [column, name] of [
      [3, '自然人'],
      [4, '商业企业'],
      [9, '总计'],
    ] as const) {
      assert.deepEqual(edges(rows, column, new RegExp(`^${name}$`)), edges(rows, column), name);
    }
  }
});

test('a name for several columns stands in their middle', () => {
  for (const font of fonts) {
    const rows = shownTable(sound, 1, 2, font);
    const cell = (text: string): Shown => rows.flat().find((each) => each.text === text) ?? assert.fail(text);
    const group = cell('法人或其他组织');
    const [first, last] = [cell('商业企业'), rows[3]?.[8]];
    assert.ok(last && Math.abs(group.left + group.right - first.left - last.right) < 1e-6);
  }
});

test('labels stay where they are, and take no more room than they need', () => {
  const table = align(sound, 4).tables[1];
  assert.ok(table);
  table.rows.forEach((row, index) => {
    const behind = row.cells[3]?.start ?? 0;
    assert.ok(table.gaps[index]?.every(({ at }) => at >= behind));
  });
});

test('blank cells keep their place, the caret in them stands where a digit will', () => {
  const lines = ['名称\t甲\t乙\t总计', '一\t1\t2\t3', '二\t\t2\t2', '三\t12345\t\t12345'];
  const rows = shownTable(lines, 0, 4, 2);
  assert.equal(edges(rows, 1, /^\d*$/).length, 1);
  assert.equal(edges(rows, 2, /^\d*$/).length, 1);
  assert.equal(edges(rows, 3).length, 1);
});

test('where a cell is missing, its column has a hole', () => {
  const rows = shownTable(['名称\t甲\t乙\t总计', '一\t1\t2\t3', '二\t4\t5', '三\t6\t7\t13'], 0, 4, 2);
  assert.equal(rows[2]?.[3], undefined);
  assert.equal(edges(rows, 2).length, 1);
});

test('a form without any number is aligned, too', () => {
  const blank = sound.map((line) =>
    line.includes('\t') ? line.replace(/(?<=^|\t)[\d.]+(?=\t|$)/g, '') : line,
  );
  const rows = shownTable(blank, 1, 4, 2);
  for (let column = 3; column < 9; column++) assert.equal(edges(rows.slice(3), column, /^$/).length, 1);
  assert.equal(align(blank, 4).tables.length, 3);
});

test('places for numbers are shown below names of columns: not in titles, not where cells are missing', () => {
  const blanks = (lines: readonly string[]): unknown =>
    align(lines, 4).tables[0]?.gaps.map((gaps) => gaps.filter(({ isBlank }) => isBlank).length);
  const lines = [
    '第（一）项\t\t\t',
    '内容\t甲\t乙\t丙',
    '规章\t1\t\t',
    '文件\t\t2',
    '第（五）项\t\t\t',
    '内容\t数量\t\t',
    '许可\t\t\t',
  ];
  assert.deepEqual(blanks(lines), [0, 0, 2, 1, 0, 0, 1]);
});

const markdown = [
  '| 项目 | 分项 | 自然人 | 总计 |',
  '| --- | --- | ---: | --- |',
  '| 一、本年新收政府信息公开申请数量 |  | 30 | 34 |',
  '| 三、本年度办理结果 | （一）予以公开 | 9   | 11 |',
  '| | （二）部分公开 |  | 9 |',
];

test('Markdown: digits and pipes stand under each other, however cells are filled up', () => {
  const lines = markdown.map((line) => `${line} `.trim());
  const table = align(lines, 4).tables[0];
  assert.ok(table);
  assert.equal(table.columns.stub, 2);
  const rows = shownTable(lines, 0, 4, 2);
  for (const column of [2, 3]) assert.equal(edges(rows, column).length, 1);
});

test('prose with tabs or pipes, addresses, one line: nothing is moved', () => {
  for (const text of [
    '\t本年度公开情况如下。\n\t详见附件。',
    '电话\t见官网\n地址\t县政府大楼',
    '主页 | 目录 | 附件\n上一页 | 下一页 | 尾页',
    '合计\t12',
    '没有表格。',
  ])
    assert.deepEqual(align(text.split('\n'), 4).tables, [], text);
});

test('what the font decides counts as full-width, marks count nothing', () => {
  assert.deepEqual(widthOf('“三”—1a'), { em: 4, ch: 2 });
  assert.deepEqual(widthOf('e\u0301'), { em: 0, ch: 1 });
  assert.deepEqual(widthOf('𠀀'), { em: 1, ch: 0 });
});

test('an edit gives what the whole text gives, and keeps the tables it did not touch', () => {
  const next = seededRandom(7);
  let lines = [...sound];
  let alignment = align(lines, 4);
  for (let step = 0; step < 100; step++) {
    const before = alignment;
    lines = edited(lines, next);
    alignment = align(lines, 4, before);
    assert.deepEqual(alignment, align(lines, 4));
  }
  const touched = lines.findIndex((line) => line.includes('规章\t'));
  const last = (one: Alignment): unknown => one.tables.at(-1)?.gaps;
  assert.equal(last(align(lines.with(touched, '规章\t7\t8\t9'), 4, alignment)), last(alignment));
});

/** The text with something put into a line or taken out of it, or a line doubled or dropped. */
function edited(lines: readonly string[], next: Random): string[] {
  const line = next(lines.length);
  const text = lines[line] ?? '';
  const at = next(text.length + 1);
  const changes = [
    [text.slice(0, at) + '1\t“一| '[next(6)] + text.slice(at)],
    [text.slice(0, at) + text.slice(at + 1)],
    [text, text],
    [],
  ];
  return lines.toSpliced(line, 1, ...(changes[next(lines.length > 60 ? 4 : 3)] ?? []));
}

test('long lines take time in proportion', () => {
  const time = (line: string): number => {
    const runs = Array.from({ length: 6 }, () => {
      const from = performance.now();
      align([line, line], 4);
      return performance.now() - from;
    });
    return Math.min(...runs);
  };
  for (const piece of ['1\t', '| ', '\\|', '“', '\t', '-', '1.']) {
    const once = Math.max(5, time(piece.repeat(1_000)));
    assert.ok(time(piece.repeat(8_000)) < once * 30, piece);
  }
});
