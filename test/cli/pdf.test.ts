/** Reports as PDF, by the command as it ships: what reads them is a file beside it. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { bundlePdf } from '../bundle.ts';
import { drawReport, pdfOf } from '../formats/support/pdfs.ts';
import { folderWith, program, run, sound } from './support.ts';

const NAME = '青石镇政府信息公开工作年度报告.pdf';
const pdf = (text: string): Buffer => Buffer.from(pdfOf(drawReport(text)));
const wrongTotal = sound.replace(/(一、本年新收政府信息公开申请数量\t\t\t.*\t)\d+\n/, '$19\n');

before(() => bundlePdf(join(dirname(program), 'pdf.js')));

describe('a report as PDF', () => {
  test('is checked; findings say on which page they stand; nothing can be written into it', (t) => {
    const cwd = folderWith(t, { [NAME]: pdf(wrongTotal) });
    const { out, err, code } = run(['check', NAME], { cwd });
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^${NAME}: page 2 · 表三 · 本年新收政府信息公开申请数量 · 总计  error`));
    assert.equal(err, '');
    const fixed = run(['check', NAME, '--fix'], { cwd });
    assert.match(fixed.out + fixed.err, /cannot be written|PDF/i);
  });

  test('is extracted with an account of what was read', (t) => {
    const cwd = folderWith(t, { [NAME]: pdf(sound), 'a.disclosure.txt': sound });
    const [own, text] = [NAME, 'a.disclosure.txt'].map(
      (name) => JSON.parse(run(['extract', name], { cwd }).out)[0],
    );
    assert.deepEqual(own.tables, text.tables);
    assert.deepEqual(own.account[0], { kind: 'pages', count: 4, isRead: true });
  });

  test('that is damaged ends with 2 and what to do; other files go on', (t) => {
    const cwd = folderWith(t, { 'a.pdf': Buffer.from('%PDF-1.7 nothing'), 'b.disclosure.txt': sound });
    const { out, err, code } = run(['check', 'a.pdf', 'b.disclosure.txt'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^a\.pdf: .*damaged/);
    assert.doesNotMatch(err, /\{\}|Error/);
    assert.match(out, /Reports checked: 1/);
  });
});
