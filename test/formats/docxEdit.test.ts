/** Corrections written into a Word document change the characters concerned and nothing else of the file. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { EditError } from '../../server/src/formats/error.ts';
import type { EditOptions, OpenDocument } from '../../server/src/formats/model.ts';
import { applyEdits } from '../../server/src/report/edit/fixes.ts';
import type { TextEdit } from '../../server/src/report/model/index.ts';
import {
  blankCell,
  bodyOf,
  cell,
  documentOf,
  paragraph,
  read,
  row,
  run,
  STRICT,
  sound,
  TRANSITIONAL,
  table,
  wordOf,
  zipWord,
} from './support/word.ts';

const settings = (content: string): string => `<w:settings xmlns:w="${TRANSITIONAL}">${content}</w:settings>`;
const tracking = { settings: settings('<w:trackRevisions/>') };
const date = new Date('2026-01-05T08:30:00.123Z');

/** Replaces a stretch of the text, found by the words around it: `前[旧]后`. */
function edit({ text }: OpenDocument, marked: string, newText: string): TextEdit {
  const [before = '', old = '', behind = ''] = marked.split(/[[\]]/);
  const at = text.indexOf(before + old + behind);
  assert.notEqual(at, -1, marked);
  const start = at + before.length;
  return { span: { start, end: start + old.length }, newText };
}

async function write(
  bytes: Uint8Array,
  edits: (document: OpenDocument) => readonly TextEdit[],
  options: EditOptions = {},
): Promise<{ before: OpenDocument; after: OpenDocument; xml: string; bytes: Uint8Array }> {
  const before = await read(bytes);
  const asked = edits(before);
  const edited = await before.edit?.(asked, { date, ...options });
  assert.ok(edited);
  const after = await read(edited.bytes);
  assert.equal(after.text, applyEdits(before.text, asked));
  assert.equal(edited.document.text, after.text);
  return { before, after, xml: documentIn(edited.bytes), bytes: edited.bytes };
}

async function reasonsOf(
  bytes: Uint8Array,
  edits: (document: OpenDocument) => readonly TextEdit[],
): Promise<readonly string[]> {
  const document = await read(bytes);
  try {
    await document.edit?.(edits(document));
  } catch (error) {
    assert.ok(error instanceof EditError);
    return error.refused.map(({ reason }) => reason.key.replace('format.edit.', ''));
  }
  return [];
}

function documentIn(bytes: Uint8Array): string {
  return Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString('utf8');
}

/** Every entry as it lies in the file: header, packed data and its record in the directory, but for the place in the file. */
function entriesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const entries = new Map<string, string>();
  const record = (at: number): void => {
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const end = at + 46 + lengths.reduce((sum, length) => sum + length);
    const name = file.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0));
    const local = file.readUInt32LE(at + 42);
    const data =
      local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28) + file.readUInt32LE(at + 20);
    const own = Buffer.concat([
      file.subarray(local, data),
      file.subarray(at, at + 42),
      file.subarray(at + 46, end),
    ]);
    entries.set(name, own.toString('base64'));
    if (file.readUInt32LE(end) === 0x02014b50) record(end);
  };
  record(file.readUInt32LE(file.length - 22 + 16));
  return entries;
}

function assertOthersSame(before: Uint8Array, after: Uint8Array): void {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  assert.deepEqual([...now.keys()], [...old.keys()]);
  for (const [name, own] of old) if (name !== 'word/document.xml') assert.equal(now.get(name), own, name);
}

const report = wordOf(bodyOf(sound), {
  files: { 'docProps/app.xml': '<x/>', 'word/media/a.png': Uint8Array.from([1, 2, 3]) },
});

describe('a number', () => {
  test('becomes another, every other byte of the file stays', async () => {
    const { xml, bytes } = await write(report, (document) => [edit(document, '行政许可\t[1486]', '1487')]);
    assertOthersSame(report, bytes);
    assert.equal(xml, documentIn(report).replace('>1486<', '>1487<'));
  });

  test('goes into a blank cell with the look of its paragraph’s mark', async () => {
    const body = table(row(cell(paragraph(run('规章'))) + blankCell));
    const { xml } = await write(wordOf(body), (document) => [edit(document, '规章\t[]', '0')]);
    const look = '<w:rPr><w:b/><w:sz w:val="18"/></w:rPr>';
    assert.equal(
      xml,
      documentOf(body).replace(`${look}</w:pPr>`, `${look}</w:pPr><w:r>${look}<w:t>0</w:t></w:r>`),
    );
  });

  test('goes into a cell whose paragraph is a single tag, and whose mark was changed', async () => {
    const changedMark =
      '<w:rPr><w:ins w:id="3" w:author="甲"/><w:b/><w:rPrChange w:id="4"><w:rPr/></w:rPrChange></w:rPr>';
    const body = table(row(cell('<w:p w:rsidR="1"/>') + cell(paragraph('', changedMark))));
    const { xml } = await write(wordOf(body), ({ text }) => [
      { span: { start: 0, end: 0 }, newText: '5' },
      { span: { start: text.length - 1, end: text.length - 1 }, newText: '6' },
    ]);
    assert.ok(xml.includes('<w:p w:rsidR="1"><w:r><w:t>5</w:t></w:r></w:p>'));
    assert.ok(xml.includes('</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>6</w:t></w:r></w:p>'));
  });

  test('goes into a blank cell whose paragraph’s mark is hidden or deleted', async () => {
    for (const mark of ['<w:vanish/>', '<w:del w:id="1"/>']) {
      const body = table(row(cell(paragraph(run('规章'))) + cell(paragraph('', `<w:rPr>${mark}</w:rPr>`))));
      const { after } = await write(wordOf(body), (document) => [edit(document, '规章\t[]', '0')]);
      assert.equal(after.text, '规章\t0\n');
    }
  });

  test('that is split over runs keeps the look of the first', async () => {
    const body = paragraph(run('共1', '<w:b/>') + run('2', '<w:i/>') + run('3件'));
    const { xml } = await write(wordOf(body), (document) => [edit(document, '共[123]件', '45')]);
    assert.equal(
      xml,
      documentOf(body).replace('>共1<', '>共45<').replace('>2<', '><').replace('>3件<', '>件<'),
    );
  });

  test('is taken out', async () => {
    await write(report, (document) => [edit(document, '行政许可\t[1486]', '')]);
  });
});

describe('text', () => {
  test('with written out characters is changed around them', async () => {
    const body = paragraph('<w:r><w:t>A&amp;B&#x20BB7;C&lt;12</w:t></w:r>');
    const { xml } = await write(wordOf(body), (document) => [
      edit(document, '[A]&', 'X'),
      edit(document, '𠮷[C]<', 'Y&'),
      edit(document, '<[12]', '34'),
    ]);
    assert.ok(xml.includes('<w:t>X&amp;B&#x20BB7;Y&amp;&lt;34</w:t>'));
  });

  test('at whose ends spaces come to stand says that they are kept', async () => {
    const { xml } = await write(wordOf(paragraph('<w:r><w:t>共 5</w:t></w:r>')), (document) => [
      edit(document, '共 [5]', ''),
    ]);
    assert.ok(xml.includes('<w:t xml:space="preserve">共 </w:t>'));
  });

  test('of several cells at once, as a row is rewritten', async () => {
    await write(report, (document) => [
      edit(document, '[行政规范性文件\t5\t2\t31]', '行政规范性文件\t6\t2\t32'),
    ]);
  });

  for (const [kind, change] of Object.entries({
    'another prefix': (xml: string) =>
      xml
        .replace(/<(\/?)w:/g, '<$1ns0:')
        .replace('xmlns:w=', 'xmlns:ns0=')
        .replace(/\sw:/g, ' ns0:'),
    'the strict variant': (xml: string) => xml.replace(TRANSITIONAL, STRICT),
  })) {
    test(`in a document with ${kind}`, async () => {
      const body = bodyOf('甲\t1\n乙\t\n');
      const bytes = zipWord({ document: change(documentOf(body)), parts: tracking });
      await write(bytes, (document) => [edit(document, '甲\t[1]', '2'), edit(document, '乙\t[]', '3')]);
      await write(bytes, (document) => [edit(document, '甲\t[1]', '2'), edit(document, '乙\t[]', '3')], {
        tracking: 'never',
      });
    });
  }

  test('in a part in UTF-16', async () => {
    const content = Buffer.from(`\ufeff${documentOf(bodyOf('甲\t1\n'))}`, 'utf16le');
    const bytes = zipWord({ document: '', files: { 'word/document.xml': content } });
    const { bytes: after } = await write(bytes, (document) => [edit(document, '甲\t[1]', '2')]);
    assert.deepEqual([...(unzipSync(after)['word/document.xml'] ?? [])].slice(0, 4), [0xff, 0xfe, 0x3c, 0]);
  });
});

/** A document's part as it would be after all its tracked changes were accepted, or rejected. */
function settled(xml: string, isAccepted: boolean): Uint8Array {
  const [gone, kept] = isAccepted ? ['del', 'ins'] : ['ins', 'del'];
  const without = xml
    .replace(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, 'g'), '')
    .replace(new RegExp(`</?w:${kept}\\b[^>]*>`, 'g'), '')
    .replaceAll('delText', 't');
  return zipWord({ document: without });
}

describe('a tracked change', () => {
  const bytes = wordOf(bodyOf(sound), { parts: tracking });

  test('is written where the document tracks changes: accepted it is what was asked, rejected what was there', async () => {
    const edits = (document: OpenDocument): readonly TextEdit[] => [
      edit(document, '行政许可\t[1486]', '1487'),
      edit(document, '制发行政规范性文件[5]件', '6'),
      edit(document, '废止[2]件', '3'),
    ];
    const { before, after, xml } = await write(bytes, edits);
    assert.match(xml, /<w:del w:id="1" w:author="Disclosure Report" w:date="2026-01-05T08:30:00Z">/);
    assert.match(
      xml,
      /<w:delText>1486<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:r><w:rPr>.{0,60}<\/w:rPr><w:t>1487</,
    );
    assert.equal((await read(settled(xml, true))).text, after.text);
    assert.equal((await read(settled(xml, false))).text, before.text);
  });

  test('has a number that no other has', async () => {
    const body = paragraph(`<w:ins w:id="41" w:author="甲">${run('新')}</w:ins>${run('收5件')}`);
    const { xml } = await write(wordOf(body, { parts: tracking }), (document) => [
      edit(document, '收[5]件', '6'),
    ]);
    assert.deepEqual(
      [...xml.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id),
      ['41', '42', '43'],
    );
  });

  test('of what somebody put in stays within their insertion', async () => {
    const body = paragraph(`<w:ins w:id="1" w:author="甲">${run('共5件')}</w:ins>`);
    const { xml } = await write(wordOf(body, { parts: tracking }), (document) => [
      edit(document, '共[5]件', '6'),
    ]);
    assert.equal(xml.split('<w:ins ').length, 2);
    assert.match(
      xml,
      /<w:t xml:space="preserve">共<\/w:t><\/w:r><w:del .*<\/w:del><w:r>.*<w:t>6<\/w:t><\/w:r>/,
    );
  });

  test('in a blank cell', async () => {
    const body = table(row(cell(paragraph(run('规章'))) + blankCell));
    const { xml } = await write(wordOf(body, { parts: tracking }), (document) => [
      edit(document, '规章\t[]', '0'),
    ]);
    assert.match(
      xml,
      /<\/w:pPr><w:ins [^>]*><w:r><w:rPr><w:b\/><w:sz w:val="18"\/><\/w:rPr><w:t>0<\/w:t><\/w:r><\/w:ins><\/w:p>/,
    );
  });

  test('is written always, or never, where that is asked for', async () => {
    const edits = (document: OpenDocument): readonly TextEdit[] => [
      edit(document, '行政许可\t[1486]', '1487'),
    ];
    assert.match((await write(report, edits, { tracking: 'always' })).xml, /<w:ins /);
    assert.doesNotMatch((await write(bytes, edits, { tracking: 'never' })).xml, /<w:ins /);
    assert.doesNotMatch((await write(report, edits)).xml, /<w:ins /);
  });
});

describe('what is refused, with the reason:', () => {
  const only = (marked: string, newText: string) => (document: OpenDocument) => [
    edit(document, marked, newText),
  ];

  test('more or fewer lines and cells', async () => {
    assert.deepEqual(await reasonsOf(report, only('[行政许可]', '行政许可\n行政')), ['structure']);
    assert.deepEqual(await reasonsOf(report, only('行政许可\t[1486]', '1\t486')), ['structure']);
    assert.deepEqual(await reasonsOf(report, only('[行政许可\t1486]', '行政许可')), ['structure']);
  });

  test('results of fields', async () => {
    const field = (result: string): string => `<w:fldSimple w:instr=" =SUM(LEFT) ">${result}</w:fldSimple>`;
    const body = table(row(cell(paragraph(run('总计'))) + cell(paragraph(field(run('9'))))));
    assert.deepEqual(await reasonsOf(wordOf(body), only('总计\t[9]', '8')), ['field']);
    const link = paragraph(`<w:fldSimple w:instr=" HYPERLINK x ">${run('9')}</w:fldSimple>`);
    assert.deepEqual(await reasonsOf(wordOf(link), only('[9]', '8')), []);
  });

  test('automatic numbers', async () => {
    const numbering = `<w:numbering xmlns:w="${TRANSITIONAL}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const body = paragraph(run('总体情况'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const bytes = wordOf(body, { parts: { numbering } });
    assert.deepEqual(await reasonsOf(bytes, only('[二]、', '一')), ['number']);
    assert.deepEqual(await reasonsOf(bytes, only('二、[]总', '主动')), []);
  });

  test('locked, bound and unfilled content controls', async () => {
    const control = (properties: string): Uint8Array =>
      wordOf(
        paragraph(
          `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run('9')}</w:sdtContent></w:sdt>${run('件')}`,
        ),
      );
    assert.deepEqual(await reasonsOf(control('<w:lock w:val="sdtContentLocked"/>'), only('[9]件', '8')), [
      'lockedControl',
    ]);
    assert.deepEqual(await reasonsOf(control('<w:dataBinding w:xpath="/a"/>'), only('[9]件', '8')), [
      'boundControl',
    ]);
    assert.deepEqual(await reasonsOf(control('<w:showingPlcHdr/>'), only('[9]件', '8')), [
      'placeholderControl',
    ]);
    assert.deepEqual(await reasonsOf(control('<w:lock w:val="sdtLocked"/>'), only('[9]件', '8')), []);
  });

  test('symbols and line breaks', async () => {
    const body = paragraph('<w:r><w:t>5</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:t>6</w:t></w:r>');
    assert.deepEqual(await reasonsOf(wordOf(body), only('5[×]6', '*')), ['notText']);
  });

  test('protected and signed documents', async () => {
    const guarded = (content: string): Uint8Array =>
      wordOf(bodyOf('甲\t1\n'), { parts: { settings: settings(content) } });
    const change = only('甲\t[1]', '2');
    assert.deepEqual(
      await reasonsOf(guarded('<w:documentProtection w:edit="forms" w:enforcement="1"/>'), change),
      ['protected'],
    );
    assert.deepEqual(await reasonsOf(guarded('<w:writeProtection w:hash="x"/>'), change), ['protected']);
    assert.deepEqual(
      await reasonsOf(guarded('<w:documentProtection w:edit="forms" w:enforcement="0"/>'), change),
      [],
    );
    const signed = wordOf(bodyOf('甲\t1\n'), { files: { '_xmlsignatures/sig1.xml': '<x/>' } });
    assert.deepEqual(await reasonsOf(signed, change), ['signed']);
  });

  test('what no document can hold, or what would read differently', async () => {
    assert.deepEqual(await reasonsOf(report, only('行政许可\t[1486]', '1\u0001')), ['readsDifferently']);
    assert.deepEqual(await reasonsOf(report, only('行政许可\t[1486]', '1\ud800')), ['readsDifferently']);
  });

  test('each edit with its own reason; nothing is written of the others', async () => {
    const edits = (document: OpenDocument): readonly TextEdit[] => [
      edit(document, '行政许可\t[1486]', '1487'),
      edit(document, '行政处罚\t[273]', '27\n3'),
    ];
    assert.deepEqual(await reasonsOf(report, edits), ['structure']);
  });
});

test('every number of a report split into runs of one character can be changed', async () => {
  const split = documentOf(bodyOf(sound)).replace(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">(\d+)<\/w:t><\/w:r>/g,
    (_, look: string, text: string) =>
      Array.from(text, (each) => `<w:r>${look}<w:t>${each}</w:t></w:r>`).join(''),
  );
  for (const parts of [{}, tracking]) {
    const { after } = await write(zipWord({ document: split, parts }), ({ text }) =>
      [...text.matchAll(/(?<=\t)\d+(?=[\t\n])/g)].map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        newText: String(Number(match[0]) + 7),
      })),
    );
    assert.notEqual(after.text, sound);
  }
});

const template = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'untried',
  'office',
  'form-2021-template.docx',
);

test('the form as it was published is filled in', {
  skip: existsSync(template) ? false : 'the form (../shared/untried/office) is not there',
}, async () => {
  const bytes = readFileSync(template);
  const { bytes: after } = await write(bytes, ({ text }) => {
    const at = text.indexOf('行政许可\t') + 5;
    return [{ span: { start: at, end: at }, newText: '12' }];
  });
  assertOthersSame(bytes, after);
});
