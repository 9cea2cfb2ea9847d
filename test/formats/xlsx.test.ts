/** Reports as Excel workbooks: values as they are shown, hidden things left out and said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { FormatError } from '../../server/src/formats/error.ts';
import type { OpenDocument } from '../../server/src/formats/model.ts';
import { open } from '../../server/src/formats/open.ts';
import { sound } from '../unit/support/report.ts';
import { merge, partsOf, stated } from './support/pages.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

interface Book {
  /** The content of each sheet's part, and what its entry says besides. */
  readonly sheets: readonly { readonly content: string; readonly entry?: string }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly settings?: string;
  readonly namespace?: string;
}

function bookOf({ sheets, strings = '', styles = '', settings = '', namespace = MAIN }: Book): Uint8Array {
  const relationships = sheets.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`]);
  const all = [...relationships, ['t', 'sharedStrings', 'sharedStrings.xml'], ['y', 'styles', 'styles.xml']];
  const written = (each: readonly string[][]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${each
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const entries = sheets.map(
    ({ entry = '' }, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="s${at}" ${entry}/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPE}"/></Types>`,
    '_rels/.rels': written([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${OFFICE}">${settings}<sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': written(all),
    'xl/sharedStrings.xml': `<sst xmlns="${namespace}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${namespace}">${styles}</styleSheet>`,
  };
  sheets.forEach(({ content }, at) => {
    parts[`xl/worksheets/sheet${at}.xml`] = `<worksheet xmlns="${namespace}">${content}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const read = (book: Book): Promise<OpenDocument> => open(bookOf(book), 'a.xlsx');
const sheetOf = (rows: string, rest = ''): Book => ({
  sheets: [{ content: `<sheetData>${rows}</sheetData>${rest}` }],
});
const columnName = (column: number): string => String.fromCharCode(65 + column);

/** The sound report on one sheet: paragraphs in column A, tables with their cells merged. */
function reportBook(): Book {
  const rows: string[] = [];
  const merges: string[] = [];
  const strings: string[] = [];
  const cell = (text: string, reference: string): string => {
    if (/^[\d.]+$/.test(text)) return `<c r="${reference}"><v>${text}</v></c>`;
    return `<c r="${reference}" t="s"><v>${strings.push(`<si><t>${text}</t></si>`) - 1}</v></c>`;
  };
  for (const part of partsOf(sound)) {
    if (typeof part === 'string') {
      for (const line of part.split('\n'))
        if (line !== '') rows.push(`<row r="${rows.length + 1}">${cell(line, `A${rows.length + 1}`)}</row>`);
      continue;
    }
    const first = rows.length + 1;
    merge(part).forEach((cells, at) => {
      const number = first + at;
      const own = cells.filter(({ text }) => text !== '');
      rows.push(
        `<row r="${number}">${own.map(({ text, column }) => cell(text, columnName(column) + number)).join('')}</row>`,
      );
      for (const { column, width, height } of own)
        if (width * height > 1)
          merges.push(
            `<mergeCell ref="${columnName(column)}${number}:${columnName(column + width - 1)}${number + height - 1}"/>`,
          );
    });
  }
  return {
    ...sheetOf(rows.join(''), `<mergeCells>${merges.join('')}</mergeCells>`),
    strings: strings.join(''),
  };
}

describe('a workbook', () => {
  it('says what its report says', async () => {
    const document = await read(reportBook());
    assert.deepEqual(stated(document.text), stated(sound), document.text);
    assert.equal(document.edit, undefined);
    assert.deepEqual(document.account, [{ kind: 'sheets', count: 1, isRead: true }]);
    const place = document.placeOf(document.text.indexOf('132\t'));
    assert.deepEqual(place, { sheet: 1, row: 29, column: 4 });
  });

  it('in the strict variant, too', async () => {
    const document = await read({
      ...reportBook(),
      namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    });
    assert.deepEqual(stated(document.text), stated(sound));
  });

  it('values of formulas as they were worked out last; texts of every kind', async () => {
    const { text, account } = await read({
      ...sheetOf(`<row><c t="inlineStr"><is><r><t>规</t></r><r><t>章</t></r><rPh><t>gz</t></rPh></is></c>
        <c><f>SUM(A1:A3)</f><v>0.30000000000000004</v></c><c t="str"><f>A1</f><v>文</v></c><c><f>B1</f></c>
        <c t="s"><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2025-01-01</v></c></row>`),
      strings: '<si><t>零</t></si><si><t>甲&#10;乙1&#10;2</t><rPh><t>x</t></rPh></si>',
    });
    assert.equal(text, '规章\t0.3\t文\t甲乙1   2\tTRUE\t#REF!\t2025-01-01\n');
    assert.deepEqual(account.slice(1), [
      { kind: 'formulaCells', count: 2, isRead: true },
      { kind: 'formulaCells', count: 1, isRead: false },
    ]);
  });

  it('dates and shares as they are shown', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="[Red]&quot;day&quot;0.0"/></numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/></cellXfs>`;
    const rows = `<row>${[0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>${style === 4 ? 0.896 : 45658}</v></c>`).join('')}</row>`;
    assert.equal(
      (await read({ ...sheetOf(rows), styles })).text,
      '45658\t2025年1月1日\t2025年1月1日\t45658\t89.6%\n',
    );
    const epoch = await read({ ...sheetOf(rows), styles, settings: '<workbookPr date1904="1"/>' });
    assert.equal(epoch.text.split('\t')[1], '2029年1月2日');
  });

  it('hidden sheets, rows and columns are left out, and said', async () => {
    const cells = (text: string, row: number, hidden = ''): string =>
      `<row r="${row}" ${hidden}>${['A', 'B', 'C'].map((name) => `<c r="${name}${row}" t="str"><v>${text}${name}</v></c>`).join('')}</row>`;
    const content = `<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>${cells('甲', 1)}${cells('乙', 2, 'hidden="1"')}${cells('丙', 9)}<row r="10" hidden="1"/></sheetData>`;
    const { text, account, placeOf } = await read({
      sheets: [{ content, entry: 'state="hidden"' }, { content }, { content, entry: 'state="veryHidden"' }],
    });
    assert.equal(text, '甲A\t甲C\n丙A\t丙C\n');
    assert.deepEqual(placeOf(text.indexOf('丙C')), { sheet: 1, row: 9, column: 3 });
    assert.deepEqual(account, [
      { kind: 'sheets', count: 1, isRead: true },
      { kind: 'hiddenSheets', count: 2, isRead: false },
      { kind: 'hiddenRows', count: 2, isRead: false },
    ]);
  });

  it('a label whose numbers are blank stays a row; a title alone is a line', async () => {
    const row = (at: number, ...texts: readonly string[]): string =>
      `<row r="${at}">${texts.map((text, column) => `<c r="${columnName(column)}${at}" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const { text } = await read(
      sheetOf(
        row(1, '三、收到和处理政府信息公开申请情况') +
          row(2, '一、本年新收政府信息公开申请数量', '1', '2') +
          row(3, '二、上年结转政府信息公开申请数量'),
      ),
    );
    assert.equal(
      text,
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t2\n二、上年结转政府信息公开申请数量\t\t\n',
    );
  });
});

describe('refused', () => {
  const refused = async (reason: string, book: Book): Promise<void> => {
    await assert.rejects(read(book), (error) => {
      assert.ok(error instanceof FormatError, String(error));
      assert.equal(error.reason.key, `format.refused.${reason}`);
      return true;
    });
  };

  it('empty, damaged and endless sheets', async () => {
    await refused('noText', sheetOf(''));
    await refused('damaged', { sheets: [{ content: '<sheetData>' }] });
    await refused(
      'tooLarge',
      sheetOf(`<row>${Array.from({ length: 400_001 }, (_, at) => `<c><v>${at}</v></c>`).join('')}</row>`),
    );
  });

  it('places far out cost nothing', async () => {
    const far = await read(
      sheetOf(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    );
    assert.equal(far.text, '1\n2\n');
  });
});
