/** Writes a report as a web page that a site's editor takes: plain elements, tables that say which cell heads which. */
import {
  isHeaderRow,
  isValue,
  type PublishedBlock,
  type PublishedTable,
} from '../../report/rewrite/published.ts';
import type { SheetCell, SheetRow } from '../../report/rewrite/sheet.ts';

/** The page's bytes, in UTF-8. */
export async function publishHtml(blocks: readonly PublishedBlock[], title: string): Promise<Uint8Array> {
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    '</head>',
    '<body>',
    ...blocks.map(writeBlock),
    '</body>',
    '</html>',
    '',
  ];
  return new TextEncoder().encode(lines.join('\n'));
}

const ELEMENTS = { title: 'h1', heading: 'h2', topic: 'h3', paragraph: 'p' } as const;

function writeBlock(block: PublishedBlock): string {
  if (block.kind === 'table') return writeTable(block);
  const element = ELEMENTS[block.kind];
  return `<${element}>${escaped(block.text)}</${element}>`;
}

function writeTable({ rows, headerRows, caption }: PublishedTable): string {
  const head = rows.slice(0, headerRows).map(writeRow);
  return [
    '<table border="1">',
    `<caption>${escaped(caption)}</caption>`,
    ...(head.length > 0 ? ['<thead>', ...head, '</thead>'] : []),
    '<tbody>',
    ...rows.slice(headerRows).map(writeRow),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function writeRow(row: SheetRow): string {
  const cells = row.filter((cell) => cell !== null);
  const isHeader = isHeaderRow(row);
  // The labels in front; the last cell of a row of numbers is none, whatever stands in it.
  const firstValue = cells.findIndex((cell, index) => isValue(cell) || index === cells.length - 1);
  const written = cells.map((cell, index) => {
    if (isHeader) return writeCell(cell, 'th', cell.columns > 1 ? 'colgroup' : 'col');
    return index < firstValue
      ? writeCell(cell, 'th', cell.rows > 1 ? 'rowgroup' : 'row')
      : writeCell(cell, 'td');
  });
  return `<tr>${written.join('')}</tr>`;
}

function writeCell({ text, columns, rows }: SheetCell, element: 'th' | 'td', scope?: string): string {
  const attributes = [
    scope && ` scope="${scope}"`,
    columns > 1 && ` colspan="${columns}"`,
    rows > 1 && ` rowspan="${rows}"`,
  ];
  return `<${element}${attributes.filter(Boolean).join('')}>${escaped(text)}</${element}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
