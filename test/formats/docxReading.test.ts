/** A Word document is read as the text that it shows, whatever Word, WPS and people have left in it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import {
  blankCell,
  bodyOf,
  cell,
  documentOf,
  numbersOf,
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

const body = bodyOf(sound);
const document = documentOf(body);
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

test('a report is the text that it was made from, and nothing is found in it', async () => {
  const { text, kind } = await read(wordOf(body));
  assert.equal(kind, 'docx');
  assert.equal(text, sound);
  assert.deepEqual(analyze(text).findings, []);
});

/** A run as `run` writes it: its properties, its text. */
const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;
const eachRun = (change: (whole: string, properties: string, text: string) => string): string =>
  document.replace(RUN, (whole, properties: string, text: string) => change(whole, properties, text));
const eachNumber = (change: (whole: string, properties: string, text: string) => string): string =>
  eachRun((whole, properties, text) => (/^\d+$/.test(text) ? change(whole, properties, text) : whole));

const sameText: Readonly<Record<string, () => string>> = {
  'a run for each character': () =>
    eachRun((_, properties, text) =>
      Array.from(
        text,
        (each) =>
          `<w:r w:rsidR="00A1">${properties}<w:t>${each}</w:t></w:r><w:proofErr w:type="spellStart"/>`,
      ).join(''),
    ),
  'content controls round text': () =>
    eachNumber(
      (whole) => `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${whole}</w:sdtContent></w:sdt>`,
    ),
  'content controls round cells': () =>
    document
      .replaceAll('<w:tc>', '<w:sdt><w:sdtPr/><w:sdtContent><w:tc>')
      .replaceAll('</w:tc>', '</w:tc></w:sdtContent></w:sdt>'),
  'content controls round rows': () =>
    document
      .replaceAll('<w:tr>', '<w:sdt><w:sdtPr/><w:sdtContent><w:tr>')
      .replaceAll('</w:tr>', '</w:tr></w:sdtContent></w:sdt>'),
  'tracked changes': () =>
    eachNumber(
      (whole, properties) =>
        `<w:del w:id="1" w:author="甲"><w:r>${properties}<w:delText>2999</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲">${whole}</w:ins>`,
    ),
  'text moved away and here': () =>
    eachNumber(
      (whole) =>
        `<w:moveFrom w:id="1"><w:r><w:t>77</w:t></w:r></w:moveFrom><w:moveTo w:id="2">${whole}</w:moveTo>`,
    ),
  'deleted rows': () =>
    document.replaceAll('<w:tr>', `${row(cell(paragraph(run('99'))).repeat(4), '<w:del w:id="3"/>')}<w:tr>`),
  'deleted cells': () =>
    document.replaceAll('</w:tr>', `${cell(paragraph(run('99')), '<w:cellDel w:id="3"/>')}</w:tr>`),
  'hidden text': () => eachNumber((whole) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>旧</w:t></w:r>${whole}`),
  'a look that was hidden before a change': () =>
    document.replaceAll('</w:rPr>', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'),
  fields: () =>
    eachNumber(
      (whole) =>
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(LEFT) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${whole}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  'fields inside the code of fields': () =>
    eachNumber(
      (whole) =>
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> X </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${whole}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  'a field that never ends': () =>
    document
      .replace('<w:body>', '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')
      .replace(/<w:p>/, '<w:p>'),
  'simple fields and links': () =>
    eachNumber(
      (whole) =>
        `<w:fldSimple w:instr=" DOCPROPERTY n "><w:hyperlink r:id="rId9">${whole}</w:hyperlink></w:fldSimple>`,
    ),
  'soft hyphens and marks of page ends': () =>
    document.replaceAll(
      '信息公开',
      '信息</w:t><w:softHyphen/><w:lastRenderedPageBreak/><w:t xml:space="preserve">公开',
    ),
  'another prefix': () =>
    document
      .replace(/<(\/?)w:/g, '<$1ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=')
      .replace(/\sw:/g, ' ns0:'),
  'no prefix': () =>
    document
      .replace(/<(\/?)w:/g, '<$1')
      .replace('xmlns:w=', 'xmlns=')
      .replace(/(\s)w:(\w+=)/g, '$1$2'),
  'the strict variant': () => document.replace(TRANSITIONAL, STRICT),
  'characters written out': () =>
    eachRun((whole, _, text) =>
      whole.replace(
        `>${text}<`,
        `>${Array.from(text, (each) => `&#x${each.codePointAt(0)?.toString(16)};`).join('')}<`,
      ),
    ),
  'CDATA and comments': () =>
    eachRun((whole, _, text) => whole.replace(`>${text}<`, `><!-- 1 --><![CDATA[${text}]]><`)),
  'readings above characters': () =>
    document.replaceAll(
      '<w:t xml:space="preserve">规章',
      '<w:ruby><w:rt><w:r><w:t>guī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase></w:ruby><w:t>章',
    ),
};

describe('the text stays the same with', () => {
  for (const [hazard, make] of Object.entries(sameText)) {
    test(hazard, async () => {
      const changed = make();
      assert.notEqual(changed, document);
      const { text } = await read(zipWord({ document: changed }));
      assert.equal(text.replace(/^\n(?=青)/, ''), sound);
    });
  }

  for (const order of ['utf-16le', 'utf-16be'] as const) {
    test(`a part in ${order}`, async () => {
      const little = Buffer.from(`\ufeff${document.replace('UTF-8', 'UTF-16')}`, 'utf16le');
      const bytes = order === 'utf-16le' ? little : little.swap16();
      const { text } = await read(zipWord({ document: '', files: { 'word/document.xml': bytes } }));
      assert.equal(text, sound);
    });
  }

  test('macros, which are counted and not looked at', async () => {
    const { text, account } = await read(
      wordOf(body, {
        mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
        parts: { vbaProject: 'no XML at all' },
      }),
    );
    assert.equal(text, sound);
    assert.deepEqual(account.at(-1), { kind: 'macros', count: 1, isRead: false });
  });

  test('types of parts that are said by their ending', async () => {
    const { text } = await read(
      zipWord({
        document,
        files: {
          '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        },
      }),
    );
    assert.equal(text, sound);
  });
});

describe('the numbers stay the same with', () => {
  const numbers = numbersOf(sound);
  const reads = async (changed: string): Promise<void> => {
    assert.notEqual(changed, document);
    const { text } = await read(zipWord({ document: changed }));
    assert.deepEqual(numbersOf(text), numbers);
  };

  test('labels broken over lines and paragraphs', () =>
    reads(
      document
        .replaceAll('>三、本年度办理结果<', '>三、本</w:t><w:br/><w:t>年度办</w:t><w:br/><w:t>理结果<')
        .replaceAll('>行政规范性文件<', '>行政规范</w:t></w:r></w:p><w:p><w:r><w:t>性文件<'),
    ));

  test('cells merged over columns', () =>
    reads(document.replace(/(?:<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>)+/g, mergeBlanks)));

  test('the report inside a layout table', () => reads(documentOf(table(row(cell(`${body}<w:p/>`))))));

  test('a table inside a layout table', () =>
    reads(document.replace(/<w:tbl>.*?<\/w:tbl>/g, (whole) => table(row(cell(`${whole}<w:p/>`))))));

  test('a table torn in two, its header repeated', () => {
    const header =
      /<w:tr>(?:(?!<\/w:tr>).)*申请人情况.*?<\/w:tr><w:tr>.*?<\/w:tr><w:tr>.*?<\/w:tr>/.exec(document)?.[0] ??
      '';
    assert.notEqual(header, '');
    const at = document.indexOf('<w:tr>', document.indexOf('属于四类过程性信息'));
    return reads(`${document.slice(0, at)}</w:tbl><w:p/><w:tbl><w:tblPr/>${header}${document.slice(at)}`);
  });

  test('columns left out in front of a row', () =>
    reads(
      document.replace(
        /<w:tr>((?:<w:tc>(?:(?!<\/w:tc>).)*<w:b\/>(?:(?!<\/w:tc>).)*<\/w:tc>)+)(?=<w:tc>)/g,
        (_, blanks: string) => {
          const count = blanks.split('<w:tc>').length - 1;
          return `<w:tr><w:trPr><w:gridBefore w:val="${count}"/></w:trPr>`;
        },
      ),
    ));
});

/** Runs of blank cells behind another cell become part of it, as Word merges them. */
function mergeBlanks(cells: string): string {
  const isHeader = /第二十条第|勾稽|申请人情况/.test(cells);
  if (!isHeader) return cells;
  const list = cells.split(/(?<=<\/w:tc>)/);
  const merged: string[] = [];
  for (const each of list) {
    const last = merged.at(-1);
    if (each !== blankCell || last === undefined) merged.push(each);
    else merged[merged.length - 1] = widen(last);
  }
  return merged.join('');
}

function widen(cellXml: string): string {
  const span = /<w:gridSpan w:val="(\d+)"\/>/.exec(cellXml);
  if (span) return cellXml.replace(span[0], `<w:gridSpan w:val="${Number(span[1]) + 1}"/>`);
  return cellXml.replace('</w:tcPr>', '<w:gridSpan w:val="2"/></w:tcPr>');
}

describe('places', () => {
  test('are the table’s row and column, or the paragraph', async () => {
    const { text, placeOf } = await read(wordOf(body));
    assert.deepEqual(placeOf(text.indexOf('318.42')), { table: 1, row: 14, column: 2 });
    const before = text.slice(0, text.indexOf('五、存在')).split('\n').slice(0, -1);
    const paragraphs = before.filter((line) => !line.includes('\t'));
    assert.deepEqual(placeOf(text.indexOf('五、存在')), { paragraph: paragraphs.length + 1 });
  });

  test('every stretch of the text stands in the document as it is', async () => {
    const { text, map } = await read(wordOf(body));
    assert.ok(map.length > 100);
    for (const { text: span, source, part } of map) {
      assert.equal(part, 'word/document.xml');
      assert.equal(document.slice(source.start, source.end), text.slice(span.start, span.end));
    }
  });
});

test('the account counts what is read and what is not', async () => {
  const content = [
    paragraph(`${run('甲')}<w:r><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>`),
    paragraph('<w:r><w:drawing><a:blip/></w:drawing></w:r><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>'),
    paragraph(
      '<w:r><w:object><v:imagedata/></w:object></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>',
    ),
    '<w:altChunk r:id="rId5"/><w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr>',
  ].join('');
  const { account, text } = await read(wordOf(content));
  assert.equal(text, '甲\n\n\n');
  assert.deepEqual(
    account.map(({ kind, count, isRead }) => `${kind} ${count} ${isRead}`),
    [
      ...['paragraphs 3 true', 'deletions 1 false', 'pictures 1 false', 'formulas 1 false', 'notes 1 false'],
      ...[
        'comments 1 false',
        'headersAndFooters 2 false',
        'embeddedObjects 1 false',
        'embeddedDocuments 1 false',
      ],
    ],
  );
});

test('the form as it was published reads as the whole empty form', {
  skip: existsSync(template) ? false : 'the form (../shared/untried/office) is not there',
}, async () => {
  const { text } = await read(readFileSync(template));
  const { tables, sections } = analyze(text, { assumeReport: true });
  assert.deepEqual(
    sections.map(({ id }) => id),
    ['overview', 'proactive', 'applications', 'proceedings', 'improvement', 'other'],
  );
  assert.deepEqual(
    tables.map(({ missingLines, missingColumns }) => [missingLines.length, missingColumns.length]),
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  );
  const states = new Set(tables.flatMap(({ cells }) => cells.map(({ state }) => state)));
  assert.deepEqual([...states], ['blank']);
});
