/** Edits written into a saved page: the characters concerned, and nothing else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeGb18030 } from '../../server/src/files/gb18030.ts';
import { EditError } from '../../server/src/formats/error.ts';
import type { Edited, OpenDocument } from '../../server/src/formats/model.ts';
import { open } from '../../server/src/formats/open.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import type { TextEdit } from '../../server/src/report/model/index.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { sound } from '../unit/support/report.ts';
import { contentOf, pageOf } from './support/pages.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const opened = (bytes: Uint8Array): Promise<OpenDocument> => open(bytes, 'a.html');

function editOf({ text }: OpenDocument, passage: string, newText: string, from = 0): TextEdit {
  const start = text.indexOf(passage, from);
  assert.ok(start !== -1, passage);
  return { span: { start, end: start + passage.length }, newText };
}

async function edited(page: string, passage: string, newText: string): Promise<string> {
  const document = await opened(encoded(page));
  const outcome = await document.edit!([editOf(document, passage, newText)]);
  return new TextDecoder().decode(outcome.bytes);
}

async function refusal(document: OpenDocument, ...edits: readonly TextEdit[]): Promise<readonly string[]> {
  try {
    await document.edit!(edits);
  } catch (error) {
    if (error instanceof EditError) return error.refused.map(({ reason }) => reason.key);
    throw error;
  }
  return [];
}

const page = pageOf(
  contentOf(sound).replace('<td>132</td>', '<td style="x">\n<p><span>1<b>3</b>&#50;</span></p></td>'),
);

describe('an edit of the text changes its characters in the page', () => {
  it('and no others', async () => {
    assert.equal(await edited(page, '1486', '1487'), page.replace('1486', '1487'));
    assert.equal(await edited(page, '1486', '1486'), page);
  });

  it('in each cell and paragraph of a longer passage', async () => {
    const changed = await edited(page, '\t14\t187\n', '\t15\t188\n');
    assert.equal(changed, page.replace('<td>14</td><td>187<', '<td>15</td><td>188<'));
  });

  it('of a number with tags between its digits', async () => {
    assert.equal(await edited(page, '132', '231'), page.replace('1<b>3</b>&#50;', '231<b></b>'));
    const document = await opened(encoded(page));
    const inside = document.text.indexOf('132\t') + 1;
    const outcome = await document.edit!([{ span: { start: inside, end: inside + 1 }, newText: '9' }]);
    assert.equal(new TextDecoder().decode(outcome.bytes), page.replace('<b>3</b>', '<b>9</b>'));
  });

  it('with what HTML keeps for itself written as entities', async () => {
    const outcome = await edited(page, '青禾县人民政府办公室2025年', '<青&禾>2025年');
    assert.equal(outcome, page.replace('青禾县人民政府办公室2025年', '&lt;青&amp;禾&gt;2025年'));
  });

  it('into a blank cell, with the look that it is given', async () => {
    for (const [blank, filled] of [
      ['<td></td>', '<td>132</td>'],
      [
        '<td align="center"> <p class=c><span lang="EN-US"><o:p></o:p></span></p></td>',
        '<td align="center"> <p class=c><span lang="EN-US"><o:p>132</o:p></span></p></td>',
      ],
      ['<td><p><b>&nbsp;</b></p></td>', '<td><p><b>132&nbsp;</b></p></td>'],
      ['<td><br></td>', '<td>132<br></td>'],
    ] as const) {
      const source = pageOf(contentOf(sound).replace('<td>132</td>', blank));
      const document = await opened(encoded(source));
      const cell = analyze(document.text).tables[1]!.cells[0]!;
      assert.equal(cell.state, 'blank');
      const outcome = await document.edit!([{ span: cell.span, newText: '132' }]);
      assert.equal(new TextDecoder().decode(outcome.bytes), source.replace(blank, filled));
    }
  });

  it('several at once, and the outcome reads as asked', async () => {
    const document = await opened(encoded(page));
    const { tables } = analyze(document.text);
    const edits = tables.flatMap(({ cells }) =>
      cells.map(({ span }, index) => ({ span, newText: String(index) })),
    );
    const outcome = await document.edit!(edits);
    assert.equal(outcome.document.text, applyEdits(document.text, edits));
    assert.equal((await opened(outcome.bytes)).text, outcome.document.text);
  });

  it('in the encoding of the page', async () => {
    const source = page.replaceAll('utf-8', 'gb2312');
    const document = await opened(encodeGb18030(source));
    const { bytes } = await document.edit!([editOf(document, '青禾县', '青𠮷县')]);
    assert.deepEqual(Buffer.from(bytes), Buffer.from(encodeGb18030(source.replace('青禾县', '青𠮷县'))));
    const marked = await opened(Uint8Array.from(Buffer.from(`\ufeff${page}`, 'utf16le')));
    const outcome = await marked.edit!([editOf(marked, '1486', '1')]);
    assert.deepEqual(
      Buffer.from(outcome.bytes),
      Buffer.from(`\ufeff${page.replace('1486', '1')}`, 'utf16le'),
    );
  });
});

describe('an edit is refused that', () => {
  it('changes the number of cells or paragraphs', async () => {
    const document = await opened(encoded(page));
    const row = editOf(document, '41\t6', '41');
    const paragraph = editOf(document, '一、总体情况', '一、总体\n情况');
    const good = editOf(document, '1486', '1487');
    assert.deepEqual(await refusal(document, row, good, paragraph), [
      'format.edit.structure',
      'format.edit.structure',
    ]);
  });

  it('stands where the page has no place for it', async () => {
    const listed = await opened(encoded('<html><ol><li>甲</ol><table><tr><td colspan=2>一<td>二</table>'));
    assert.equal(listed.text, '1. 甲\n一\t\t二\n');
    assert.deepEqual(await refusal(listed, editOf(listed, '1', '2')), ['format.edit.structure']);
    const covered = listed.text.indexOf('\t') + 1;
    assert.deepEqual(await refusal(listed, { span: { start: covered, end: covered }, newText: '3' }), [
      'format.edit.structure',
    ]);
  });

  it('cannot be written as the page is', async () => {
    // A lone 0x80 is read as the euro sign, which is written otherwise.
    const bytes = Uint8Array.from([...encodeGb18030('<html><p>甲乙'), 0x80]);
    const document = await opened(bytes);
    assert.deepEqual(await refusal(document, editOf(document, '甲', '丙')), ['format.edit.encoding']);
  });

  it('would read as anything else', async () => {
    const document = await opened(encoded('<html><p>甲乙<table><tr><td>甲<td>1</table>'));
    for (const newText of [' 甲', '甲  乙', '\u00a0'])
      assert.deepEqual(await refusal(document, editOf(document, '甲', newText)), [
        'format.edit.readsDifferently',
      ]);
    const splitsEntity = await opened(encoded('<html><p>甲&amp乙'));
    assert.deepEqual(await refusal(splitsEntity, editOf(splitsEntity, '乙', 'p;')), []);
  });
});

it('any digits anywhere, as long as the text stays one of the same lines', async () => {
  const document = await opened(encoded(page));
  const digits = [...document.text.matchAll(/\d+/g)];
  const edit = fc.record({ at: fc.nat({ max: digits.length - 1 }), value: fc.nat({ max: 99_999 }) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(edit, { selector: ({ at }) => at, maxLength: 8 }), async (chosen) => {
      const edits = chosen.map(({ at, value }) => {
        const { 0: found, index } = digits[at]!;
        return { span: { start: index, end: index + found.length }, newText: String(value) };
      });
      const outcome: Edited = await document.edit!(edits);
      assert.equal(outcome.document.text, applyEdits(document.text, edits));
    }),
    { numRuns: 50 },
  );
});
