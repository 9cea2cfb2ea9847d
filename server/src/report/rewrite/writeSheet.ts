/** Writes a sheet in the layouts that a document can have on purpose. */
import { displayWidth } from '../text/width.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';

export type WrittenLayout = 'tabs' | 'pipes' | 'html';

const writers: Readonly<Record<WrittenLayout, (sheet: Sheet) => string>> = {
  tabs: writeTabs,
  pipes: writePipes,
  html: writeHtml,
};

/** The sheet as text with \n between its lines and none at its end. What a cell reaches over is blank outside HTML. */
export function writeSheet(sheet: Sheet, layout: WrittenLayout): string {
  return writers[layout](sheet);
}

function writeTabs({ rows, comments }: Sheet): string {
  return rows.map((row, index) => row.map(oneLine).join('\t') + behind(index, comments)).join('\n');
}

/** A GitHub-flavoured table. Its first row is the header, as long as the longest row, or what is beyond is not shown. */
function writePipes({ rows, comments, looks }: Sheet): string {
  const texts = rows.map((row) => row.map(pipeText));
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0);
  const [first = [], ...others] = texts;
  const header = [...first, ...new Array<string>(width - first.length).fill('')];
  const widths = columnWidths(texts, width);
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => pad(text, widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((columns, index) => dashes(columns, looks?.rule?.[index])).join(' | ')} |`;
  const [top, ...below] = [header, ...others].map((row, index) => line(row) + behind(index, comments));
  return [top, rule, ...below].join('\n');
}

/** As wide as its column, with the colons that a cell of the rule had. */
function dashes(width: number, before = ''): string {
  const left = before.startsWith(':') ? ':' : '-';
  const right = before.endsWith(':') ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}

function behind(row: number, comments: Sheet['comments']): string {
  return comments?.get(row) ?? '';
}

const NARROWEST = 3;
/** A cell that is wider stands out of its column: every other row would be filled up to it. */
const WIDEST_PADDED = 80;

function columnWidths(rows: readonly (readonly string[])[], count: number): number[] {
  const widths = new Array<number>(count).fill(NARROWEST);
  for (const row of rows) {
    row.forEach((text, column) => {
      const width = displayWidth(text);
      if (width <= WIDEST_PADDED) widths[column] = Math.max(widths[column]!, width);
    });
  }
  return widths;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function writeHtml({ rows, comments, looks }: Sheet): string {
  const lines = rows.map((row, index) => `<tr>${row.map(htmlCell).join('')}</tr>${behind(index, comments)}`);
  return [looks?.tag ?? '<table>', '<tbody>', ...lines, '</tbody>', '</table>'].join('\n');
}

function htmlCell(cell: SheetCell | null): string {
  if (cell === null) return '';
  const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : '';
  const columns = cell.columns > 1 ? ` colspan="${cell.columns}"` : '';
  return `<td${rows}${columns}>${htmlText(oneLine(cell))}</td>`;
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function pipeText(cell: SheetRow[number]): string {
  return oneLine(cell).replaceAll('|', '\\|');
}

/** A cell's text without the breaks that would end a row or a cell. */
function oneLine(cell: SheetRow[number]): string {
  return cell === null ? '' : cell.text.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ');
}
