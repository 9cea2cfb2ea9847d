/** Writes a report as a Word document, page and type after GB/T 9704-2012. Loaded when the first one is written. */
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PublishedBlock, PublishedTable } from '../../report/rewrite/published.ts';
import type { SheetCell } from '../../report/rewrite/sheet.ts';
import { displayWidth } from '../../report/text/width.ts';

/** A4, and margins of 37, 26, 35 and 28 mm, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 1587 },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** Type by its name in the standard: half points (二号 22, 三号 16, 四号 14, 小五 9 points). */
const TITLE = { font: '方正小标宋简体', size: 44 };
const BODY = { font: '仿宋_GB2312', size: 32 };
const HEADING = { font: '黑体', size: 32 };
const TOPIC = { font: '楷体_GB2312', size: 32 };
const PAGE_NUMBER = { font: '宋体', size: 28 };
const TABLE_TYPE = { font: '宋体', size: 18 };

interface Type {
  readonly font: string;
  readonly size: number;
}

/** The document's bytes. */
export async function publishDocx(blocks: readonly PublishedBlock[], title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: blocks.map(writeBlock),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function writeBlock(block: PublishedBlock): Paragraph | Table {
  switch (block.kind) {
    case 'table':
      return writeTable(block);
    case 'title':
      return paragraph(block.text, TITLE, { alignment: AlignmentType.CENTER });
    case 'heading':
      return paragraph(block.text, HEADING, { ...indented, keepNext: true });
    case 'topic':
      return paragraph(block.text, TOPIC, { ...indented, keepNext: true });
    case 'paragraph':
      return paragraph(block.text, BODY, { ...indented, alignment: AlignmentType.BOTH });
  }
}

/** Two characters of the body's type. */
const indented = { indent: { firstLine: BODY.size * 20 } };

/** 28.95 points from line to line: 22 lines a page. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

function paragraph(text: string, type: Type, options: IParagraphOptions): Paragraph {
  const spacing = type === TITLE ? { ...LINE, line: 640 } : LINE;
  return new Paragraph({ spacing, ...options, children: [run(text, type)] });
}

function run(text: string, { font, size }: Type): TextRun {
  return new TextRun({
    text,
    size,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font },
  });
}

function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const type = { size: PAGE_NUMBER.size, font: PAGE_NUMBER.font };
  const number = new TextRun({ ...type, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [number] })],
  });
}

function writeTable({ rows, headerRows }: PublishedTable): Table {
  const widths = columnWidths(rows);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 57, right: 57 },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < headerRows,
          children: row.flatMap((cell, column) => (cell ? [writeCell(cell, column, widths)] : [])),
        }),
    ),
  });
}

function writeCell({ text, columns, rows }: SheetCell, column: number, widths: readonly number[]): TableCell {
  const size = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  return new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: text === '' ? [] : [run(text, TABLE_TYPE)],
      }),
    ],
  });
}

const NARROWEST = 6;
const WIDEST = 20;

/** Columns share the page by the widest of what stands in each alone. */
function columnWidths(rows: PublishedTable['rows']): number[] {
  const shares: number[] = new Array(Math.max(...rows.map((row) => row.length))).fill(NARROWEST);
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (cell?.columns !== 1) return;
      shares[column] = Math.max(shares[column] ?? NARROWEST, Math.min(WIDEST, displayWidth(cell.text)));
    });
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((share / sum) * TEXT_WIDTH));
}
