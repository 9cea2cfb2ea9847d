/** The gate: a safe fix takes no word, digit or line away that it cannot account for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepsAll } from '../../server/src/report/edit/losses.ts';
import { admit } from '../../server/src/report/gate.ts';
import type { Fix, Report, TextEdit } from '../../server/src/report/model/index.ts';
import { readPage } from '../../server/src/report/tables/layouts/page.ts';
import { SourceText } from '../../server/src/report/text/text.ts';
import { applySafeFixes, safeFixes } from './support/edits.ts';
import { changed, readRow } from './support/report.ts';

describe('what is put in the place of a text', () => {
  const keeping: readonly (readonly [string, string])[] = [
    ['１，486', '1486'],
    ['1 4 8 6', '1486'],
    ['12 345', '12345'],
    ['不予公开,', '不予公开，'],
    ['总體情況', '总体情况'],
    ['属国家秘密', '1.属于国家秘密'],
  ];
  const losing: readonly (readonly [string, string])[] = [
    ['13 2', '132'],
    ['12.0', '12'],
    ['1、2', '12'],
    ['132', ''],
    ['予以公开①', '予以公开'],
    ['予以公开*', '予以公开'],
    ['予以公开[1]', '予以公开'],
    ['一句话。\n规章', '一句话。规章'],
    ['内部事物', '内部事务'],
    ['0', '1'],
  ];
  for (const [before, after] of keeping)
    it(`keeps ${JSON.stringify(before)} as ${after}`, () => assert.ok(keepsAll(before, after)));
  for (const [before, after] of losing)
    it(`loses something of ${JSON.stringify(before)} as ${after}`, () => assert.ok(!keepsAll(before, after)));
});

describe('a label', () => {
  const LABEL = '1.属于国家秘密';
  const replaced = ['属于国家秘密', '1、属国家秘密', '（1）属国家秘密'];
  for (const label of replaced)
    it(`${label} becomes the form’s safely`, () =>
      assert.equal(applySafeFixes(changed([LABEL, label])), changed()));

  const kept = [
    '1.属于国家秘密的信息', // more words
    '1.属于国家机密', // another word
    '7.属于国家秘密', // another number
    '13.属国家秘密',
    '01.属国家秘密', // a number that ran into it
    '1.属国家秘密12',
    '1.属国家秘密2.其他法律行政法规禁止公开',
  ];
  for (const label of kept)
    it(`${label} is left to whoever wrote it`, () => {
      const text = changed([LABEL, label]);
      assert.deepEqual(
        safeFixes(text).filter(({ edits }) => edits.some(({ span }) => text.startsWith(label, span.start))),
        [],
      );
    });
});

it('a number that another stands beside is neither joined with it nor put right safely', () => {
  const text = changed(['\t0\t7\n三、本年度', '\t0\t7 9\n三、本年度']);
  assert.deepEqual(safeFixes(text), []);
  assert.deepEqual(safeFixes(changed(['\t0\t7\n三、本年度', '\t0\t7 123\n三、本年度'])), []);
  assert.equal(applySafeFixes(changed(['\t13\t182', '\t13\t1 8 2'])), changed());
});

describe('a total beside digits that stand apart', () => {
  it('is left alone: they may be two numbers', () => {
    const row = '6.属于四类过程性信息\t99\t1\t0\t0\t477 531\t1\t12\n';
    const rowOf = (label: RegExp): string => label.exec(changed())![0];
    const text = changed([rowOf(/6\.属于四类过程性信息.*\n/), row], [rowOf(/.*（七）总计.*\n/), '']);
    assert.ok(text.includes(row));
    assert.equal(applySafeFixes(text), text);
  });
});

it('a row without its last number is not moved into the blank of its label, where a total would be written over', () => {
  const granted = '（一）予以公开\t\t41\t';
  const text = changed([`${granted}6\t1\t2\t3\t4\t57`, `${granted}0\t0\t0\t0\t4`]);
  assert.match(readRow(text, 'granted'), /^(unknown ?){7}$/);
  assert.equal(applySafeFixes(text), text);
});

it('a total whose own sum cannot be read is left alone: another number may be the wrong one', () => {
  const carriedIn = '\t1\t0\t0\t1\t0';
  const text = changed(['\t132\t22', '\t1，32\t22'], [`\t5${carriedIn}\t7\n`, `\t6${carriedIn}\t8\n`]);
  assert.equal(applySafeFixes(text), text);
});

describe('a fix', () => {
  const source = new SourceText('规章\r\n<b>12</b>');
  const { shown } = readPage(source);
  const report = { source, shown, sections: [], faults: [], flawedTables: [] };
  const admitted = (...edits: TextEdit[]): readonly Fix[] =>
    admit([{ title: { key: 'fix.replace', args: {} }, safe: true, edits }], report as unknown as Report);
  const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

  it('that changes nothing is not offered', () => assert.deepEqual(admitted(edit(0, 2, '规章')), []));
  it('with two edits at one place is not offered', () =>
    assert.deepEqual(admitted(edit(2, 2, '0'), edit(2, 2, '0')), []));
  it('that takes a tag is not offered', () => assert.deepEqual(admitted(edit(4, 9, '')), []));
  it('that takes a number is not safe', () => assert.equal(admitted(edit(7, 9, ''))[0]!.safe, false));
  it('writes the text’s own line breaks', () =>
    assert.equal(admitted(edit(2, 2, '\n0'))[0]!.edits[0]!.newText, '\r\n0'));
});
