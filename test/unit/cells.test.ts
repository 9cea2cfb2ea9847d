/** From cell to cell with the keyboard: where Tab and the arrow keys lead. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from '../../client/src/table/alignment.ts';
import { cellAt, type Direction, type Target, targetFrom } from '../../client/src/table/cells.ts';

/** The text with `‸` where the cursor is. */
function from(text: string, direction: Direction): Target | undefined {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('‸'));
  const character = lines[line]?.indexOf('‸') ?? 0;
  const plain = lines.map((each) => each.replace('‸', ''));
  return targetFrom(align(plain, 4), { line, character }, direction);
}

/** The text of the cell that is led to, after its line; `+` where it is missing. */
function led(text: string, direction: Direction): string | undefined {
  const target = from(text, direction);
  const line = text.replace('‸', '').split('\n')[target?.line ?? 0] ?? '';
  if (!target) return undefined;
  return target.isMissing ? `${target.line}+` : `${target.line} ${line.slice(target.start, target.end)}`;
}

const table = ['名称\t甲\t乙\t总计', '一\t1\t22\t23', '二\t\t5\t5', '三\t6\t7', '四\t8\t9\t17'];
const put = (line: number, cell: string): string =>
  table.with(line, (table[line] ?? '').replace(cell, `‸${cell}`)).join('\n');

test('Tab goes through the numbers, from row to row, and passes over labels', () => {
  assert.equal(led(put(1, '1'), 'next'), '1 22');
  assert.equal(led(put(1, '一'), 'next'), '1 1');
  assert.equal(led(put(1, '23'), 'next'), '2 ');
  assert.equal(led(put(0, '总计'), 'next'), '1 1');
  assert.equal(led(put(4, '17'), 'next'), undefined);
});

test('Shift+Tab goes back the same way', () => {
  assert.equal(led(put(1, '22'), 'previous'), '1 1');
  assert.equal(led(put(2, '5\t'), 'previous'), '2 ');
  assert.equal(led(put(2, '\t5\t'), 'previous'), '1 23');
  assert.equal(led(put(0, '甲'), 'previous'), undefined);
});

test('Tab at the end of a row that is too short writes the missing cell', () => {
  assert.deepEqual(from(put(3, '7'), 'next'), { line: 3, start: 5, end: 5, isMissing: true });
});

test('arrow keys stay in the column, at the same digit from the right', () => {
  assert.deepEqual(from(put(1, '22'), 'below'), { line: 2, start: 3, end: 3, isMissing: false });
  assert.deepEqual(from(put(2, '5\t'), 'above'), { line: 1, start: 5, end: 5, isMissing: false });
  assert.equal(from(put(4, '17'), 'below'), undefined);
  assert.equal(from(put(2, '5'), 'above')?.line, 1);
});

test('a row without the column is passed over', () => {
  assert.equal(from(put(2, '5').replace('5\t5', '5\t‸5').replace('‸5\t', '5\t'), 'below')?.line, 4);
});

test('Markdown: from number to number, never into the line of dashes', () => {
  const markdown = '| 名称 | 甲 | 乙 |\n| --- | --- | --- |\n| 一 | ‸1 | 2 |\n| 二 |  | 4 |\n| 三 | 5 | 6 |';
  assert.equal(led(markdown, 'next'), '2 2');
  assert.equal(from(markdown, 'above')?.line, 0);
  assert.deepEqual(from(markdown, 'below'), { line: 3, start: 6, end: 6, isMissing: false });
});

test('outside of tables there is no cell', () => {
  const lines = ['正文\t一', '', ...table];
  const alignment = align(lines, 4);
  assert.equal(cellAt(alignment, { line: 0, character: 1 }), undefined);
  assert.equal(cellAt(alignment, { line: 1, character: 0 }), undefined);
  assert.equal(cellAt(alignment, { line: 3, character: 3 })?.isNumber, true);
  assert.equal(cellAt(alignment, { line: 2, character: 3 })?.isNumber, false);
});
