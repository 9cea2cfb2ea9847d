/** Word documents made for tests: parts as strings, zipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { OpenDocument } from '../../../server/src/formats/model.ts';
import { open } from '../../../server/src/formats/open.ts';
import { analyze } from '../../../server/src/report/analyze.ts';

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A report without a fault, as tab-separated text. */
export const sound = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'sound.txt'), 'utf8');

export interface WordParts {
  readonly document: string;
  /** Other parts that the document refers to, by the last word of the relationship's type. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Further files, referred to by nothing. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly mainType?: string;
  readonly relationships?: string;
}

/** A .docx of whole parts. */
export function zipWord({
  document,
  parts = {},
  files = {},
  mainType = MAIN_TYPE,
  relationships = '',
}: WordParts): Uint8Array {
  const names = Object.keys(parts);
  const entries: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': relationshipsPart([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relationshipsPart(
      names.map((name, index) => [`rId${index + 1}`, name, `${name}.xml`]),
      relationships,
    ),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, parts[name] ?? ''])),
    ...files,
  };
  return zipFiles(entries);
}

/** Always the same bytes for the same parts. */
export function zipFiles(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files))
    zippable[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { mtime: '2026-01-05T08:30:00' },
    ];
  return zipSync(zippable);
}

function relationshipsPart(list: readonly (readonly [string, string, string])[], more = ''): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}${more}</Relationships>`;
}

/** The document part around a body. */
export function documentOf(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="${TRANSITIONAL}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="urn:shapes"><w:body>${body}</w:body></w:document>`;
}

/** A .docx with a body. */
export function wordOf(body: string, parts: Omit<WordParts, 'document'> = {}): Uint8Array {
  return zipWord({ document: documentOf(body), ...parts });
}

export function run(text: string, properties = '<w:rFonts w:eastAsia="仿宋_GB2312"/>'): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${properties}</w:tcPr>${content}</w:tc>`;
}

export function row(cells: string, properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

export function table(rows: string): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;
}

/** A blank cell as WPS leaves it: no run, the look only on the paragraph's mark. */
export const blankCell = cell(paragraph('', '<w:jc w:val="center"/><w:rPr><w:b/><w:sz w:val="18"/></w:rPr>'));

/** A body that says what a text says: a line a paragraph, lines with tabs in a row a table. */
export function bodyOf(text: string): string {
  const parts: string[] = [];
  let rows: string[] = [];
  const close = (): void => {
    if (rows.length > 0) parts.push(table(rows.join('')));
    rows = [];
  };
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.includes('\t')) {
      rows.push(
        row(
          line
            .split('\t')
            .map((each) => (each === '' ? blankCell : cell(paragraph(run(each)))))
            .join(''),
        ),
      );
      continue;
    }
    close();
    parts.push(paragraph(line === '' ? '' : run(line)));
  }
  close();
  return parts.join('');
}

export function read(bytes: Uint8Array, name = '年度报告.docx'): Promise<OpenDocument> {
  return open(bytes, name);
}

/** Every number of a text's tables, in the form's order. */
export function numbersOf(text: string): readonly (readonly (number | null)[])[] {
  return analyze(text, { assumeReport: true }).tables.map(({ values }) => values);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
