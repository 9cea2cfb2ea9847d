/** Texts made to take long: each is answered, or the run does not end. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';

/** Paragraphs as long as any, full of one piece. */
function prose(piece: string): string {
  const paragraph = piece.repeat(Math.floor(19_000 / piece.length));
  return `一、总体情况\n${`${paragraph}。\n\n`.repeat(15)}`;
}

describe('a text that no one would write', () => {
  const hostile: readonly (readonly [name: string, text: string])[] = [
    ['pipes', '|'.repeat(200_000)],
    ['pipes on lines', '|\n'.repeat(100_000)],
    ['unclosed tags', '<b>'.repeat(100_000)],
    ['nested tables', '<table><tr><td>'.repeat(30_000)],
    ['cells that reach far', `<table>${'<tr><td rowspan=999 colspan=999>1'.repeat(5_000)}`],
    ['comments never closed', '<p><!--'.repeat(50_000)],
    ['labels', '规章\n'.repeat(50_000)],
    ['pieces of labels', '本年新\n'.repeat(50_000)],
    ['rows without a column', '规章\n行政规范性文件 1 2\n'.repeat(20_000)],
    ['rows of numbers', '规章 1 2\n行政许可 3\n'.repeat(20) + '1 2 3\n'.repeat(50_000)],
    ['beginnings of labels', `规章 1 2\n行政许可 3 4\n${'   三、\n   本\n'.repeat(50_000)}`],
    ['labels and no number', `第二十条   信息内容   本年制发件数\n${'规章     行政许可\n'.repeat(30_000)}`],
    ['single words', `规章 1 2\n行政许可 3 4\n${'一 、 本 年 新 收 '.repeat(12)}\n`.repeat(2_000)],
    ['notes never closed', '一、本年新收政府信息公开申请数量（ 1 2\n'.repeat(30_000)],
    ['spaces between words', `我${' '.repeat(300_000)}年，`],
    ['radicals', '⼀⼆⼈'.repeat(100_000)],
    ['ampersands', `<p>${'&'.repeat(200_000)}`],
    ['cells in one row of HTML', `<table><tr>${'<td>1'.repeat(150_000)}`],
    ['paragraphs in one cell of HTML', `<table><tr><td>${'<p>0'.repeat(400_000)}`],
    ['rows before a table', `${'甲\t1\n'.repeat(150_000)}规章\t1\t2\t3\n行政许可\t3\n`],
    ['shares', prose('其中1件，占1%，')],
    ['parts', prose('其中1件、其他1件；')],
    ['brackets', prose('（收到申请1件')],
    ['words without a number', prose('未收到申请、')],
    ['claims that agree with nothing', prose('收到政府信息公开申请9件；')],
    ['one line of labels and numbers', `规章 1 行政许可 3 `.repeat(30_000)],
    ['one line of ordinals', `规章 1 行政许可 3 ${'1. '.repeat(50_000)}`],
    ['an ordinal far from its label', `${'规章 1 行政许可 3 '.repeat(9)}1.${' '.repeat(300_000)}属于`],
    ['closing tags', '</p '.repeat(50_000)],
    ['crosses', `一、总体情况\n${'X'.repeat(300_000)}.`],
  ];
  for (const [name, text] of hostile)
    it(`is answered: ${name}`, () => {
      const { source } = analyze(text, { assumeReport: true });
      assert.equal(source.text.length, text.length);
    });
});
