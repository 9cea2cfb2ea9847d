/** Renders the tables of a report that is written with tabs in the other layouts. */
import { analyze } from '../../../server/src/report/analyze.ts';
import { form2021 } from '../../../server/src/report/form/form2021.ts';
import { vocabularyOf } from '../../../server/src/report/form/vocabulary.ts';
import type { Table } from '../../../server/src/report/model/index.ts';
import { readRows } from '../../../server/src/report/tables/binding/rows.ts';
import { bindTable } from '../../../server/src/report/tables/binding/table.ts';
import { readGrids } from '../../../server/src/report/tables/layouts/index.ts';
import { readPage } from '../../../server/src/report/tables/layouts/page.ts';
import { SourceText } from '../../../server/src/report/text/text.ts';
import { alignedText, rawText } from './pdf.ts';

/** Rows of cells as they stand in the text, blank ones included. */
export type Rows = readonly (readonly string[])[];

/** Writes the rows of one table. */
export type Renderer = (rows: Rows) => string;

/** The report with each of its tables written by a renderer. */
export function renderTables(report: string, render: Renderer): string {
  let text = report;
  for (const table of tablesOf(report).reverse()) {
    const [start, end] = placeOf(report, table);
    text = `${text.slice(0, start)}\n${render(rowsOf(text.slice(start, end)))}\n${text.slice(end)}`;
  }
  return text;
}

/** The tables of a text as they are read, before anything is checked. */
export function tablesOf(text: string): Table[] {
  const vocabulary = vocabularyOf(form2021);
  const grids = readGrids(readPage(new SourceText(text)), vocabulary, (line) => HEADING.test(line.text));
  return readRows(grids, vocabulary).map((rows) => bindTable(rows, vocabulary));
}

const HEADING = /^(?:#+ )?[一二三四五六]、[^\t|]{2,30}(?:情况|事项)$/;

function placeOf(report: string, { span }: Table): [number, number] {
  const end = report.indexOf('\n', span.end);
  return [report.lastIndexOf('\n', span.start) + 1, end === -1 ? report.length : end];
}

function rowsOf(table: string): Rows {
  return table.split('\n').map((line) => line.split('\t'));
}

const isNumber = (cell: string): boolean => /^[\d.]*$/.test(cell);

/** Where a row's values begin: behind its label, or at once. */
export function valuesFrom(row: readonly string[]): number {
  return row.findLastIndex((cell) => !isNumber(cell)) + 1;
}

/** As a web page copies it: no place for what a merged cell covers, rows filled up behind. */
export function packed(row: readonly string[], isLine: boolean): string[] {
  const from = valuesFrom(row);
  const values = isLine ? row.slice(from) : [];
  const words = row.slice(0, from).filter((cell) => cell !== '');
  // The stub that merged label cells leave in front of the values is not copied.
  while (values.length > 7 && words.length > 0 && values.length < 15 && values[0] === '') values.shift();
  return [...words, ...values];
}

export const isLineRow = (row: readonly string[]): boolean =>
  row.slice(valuesFrom(row)).some((cell) => cell !== '');

function html(rows: Rows, tag: (name: string) => string, cell: (text: string) => string): string {
  const row = (cells: readonly string[]): string =>
    `<${tag('tr')}>\n${cells.map((text) => `<${tag('td')}>${cell(text)}</${tag('td')}>`).join('\n')}\n</${tag('tr')}>`;
  return `<${tag('table')} border="1"><${tag('tbody')}>\n${rows.map(row).join('\n')}\n</${tag('tbody')}></${tag('table')}>`;
}

/** Merged as the official form is: blank cells behind a label are covered by it. */
function mergedHtml(rows: Rows): string {
  const lines = rows.map((row) => {
    const from = valuesFrom(row);
    const cells: string[] = [];
    for (let at = 0; at < row.length; at++) {
      let width = 1;
      const isStub = at < from && row[at] !== '';
      while (
        isStub &&
        at + width < row.length &&
        row[at + width] === '' &&
        (at + width < from || !isLineRow(row))
      )
        width++;
      cells.push(`<td${width > 1 ? ` colspan="${width}"` : ''}><p>${row[at]}</p></td>`);
      at += width - 1;
    }
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><tbody>${lines.join('')}</tbody></table>`;
}

function widthOf(rows: Rows): number {
  return Math.max(...rows.map((row) => row.length));
}

/** A cell's text in pieces of so many characters, a number in one. */
function broken(cell: string, length: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < cell.length; at += length) pieces.push(cell.slice(at, at + length));
  return pieces.length === 0 || isNumber(cell) ? [cell] : pieces;
}

/** Cells closed by a pipe, each on its own line, blank ones at the end in one run. */
function closedCells(rows: Rows, line: (cell: string) => string): string {
  const width = widthOf(rows);
  return rows
    .map((row) => {
      const cells = packed(row, isLineRow(row));
      const missing = width - cells.length;
      return cells.map(line).join('\n') + (missing > 0 ? `\n${'|'.repeat(missing)}` : '');
    })
    .join('\n');
}

const cellLines =
  (separator: string): Renderer =>
  (rows) =>
    rows
      .flatMap((row) => packed(row, isLineRow(row)))
      .filter((cell) => cell !== '')
      .join(separator);

/** Cells between lines, broken where they are narrow, as a converter writes tables whose cells have several lines. */
export const gridOfLines: Renderer = (rows) => {
  const width = Math.max(...rows.map((row) => row.length));
  const rule = `+${`${'-'.repeat(18)}+`.repeat(width)}`;
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, column) => broken(row[column] ?? '', 8));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from(
      { length: height },
      (_, at) => `| ${cells.map((cell) => cell[at] ?? '').join(' | ')} |`,
    );
  });
  return [rule, ...lines.flatMap((row) => [...row, rule])].join('\n');
};

export const renderers: Readonly<Record<string, Renderer>> = {
  'Markdown with a separator row': (rows) => {
    const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
    const [first, ...rest] = rows;
    return [line(first!), `|${' :---: |'.repeat(first!.length)}`, ...rest.map(line)].join('\n');
  },
  'Markdown with broken cells': (rows) => {
    const line = (row: readonly string[]): string =>
      `| ${row.map((cell) => broken(cell, 8).join('<br>')).join(' | ')} |`;
    const [first, ...rest] = rows;
    return [line(first!), `|${' - |'.repeat(first!.length)}`, ...rest.map(line)].join('\n');
  },
  'Markdown without spaces': (rows) => rows.map((row) => `|${row.join('|')}|`).join('\n'),
  'pipes without a leading one': (rows) =>
    rows.map((row) => `${packed(row, isLineRow(row)).join(' | ')} |`).join('\n'),
  'pipes filled up at the end': (rows) =>
    rows
      .map((row) => packed(row, isLineRow(row)))
      .map((cells) => `| ${cells.join(' | ')} |${'|'.repeat(Math.max(0, widthOf(rows) - cells.length))}`)
      .join('\n'),
  'a cell and its pipe a line': (rows) => closedCells(rows, (cell) => `${cell} |`),
  'cell and pipe on alternating lines': (rows) =>
    rows
      .flatMap((row) => packed(row, isLineRow(row)))
      .map((cell) => `${cell}\n|`)
      .join('\n'),
  'HTML cell by cell': (rows) =>
    html(
      rows,
      (name) => name,
      (text) => text,
    ),
  'HTML in upper case with paragraphs': (rows) =>
    html(
      rows,
      (name) => name.toUpperCase(),
      (text) => `<P>${text === '' ? '&nbsp;' : text}</P>`,
    ),
  'HTML with merged cells': mergedHtml,
  'HTML with nothing closed': (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}`).join('')}`).join('\n')}</table>`,
  'one cell a line': cellLines('\n'),
  'one cell a line with blank lines': cellLines('\n\n'),
  'one cell a line, Windows line ends': cellLines('\r\n'),
  'one line, cells apart by tabs': cellLines('\t'),
  'one line, cells apart by spaces': cellLines(' '),
  'aligned text': alignedText({ isWide: false, rowsOfPage: 99 }),
  'aligned text, Chinese characters two columns wide': alignedText({ isWide: true, rowsOfPage: 99 }),
  'aligned text over pages': alignedText({ isWide: false, rowsOfPage: 7 }),
  'aligned text in narrow columns': alignedText({
    isWide: false,
    rowsOfPage: 99,
    longestHead: 3,
    beside: 'first',
  }),
  'aligned text, dense, over pages': alignedText({
    isWide: false,
    rowsOfPage: 5,
    longestHead: 4,
    beside: 'last',
    isDense: true,
  }),
  'raw text': rawText({ rowsOfPage: 99, longestLabel: 99 }),
  'raw text over pages, labels broken': rawText({ rowsOfPage: 6, longestLabel: 14 }),
  'raw text over pages, numbers inside labels': rawText({ rowsOfPage: 4, longestLabel: 12, isMixed: true }),
};

/** What each renderer does to labels but not to numbers is nothing: the numbers of a report by their cells. */
export function numbersOf(report: string): (number | null)[] {
  return analyze(report).tables.flatMap((table) => table.cells.map((cell) => cell.value));
}
