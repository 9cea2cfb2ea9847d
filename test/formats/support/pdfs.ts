/** Reports as PDF files, for tests: the least that a file of pages, text and lines needs. */
import type { Rows } from '../../unit/support/layouts.ts';
import { type MergedCell, merge, partsOf } from './pages.ts';

export interface DrawnText {
  readonly text: string;
  /** From the left and the upper edge, in points; where the foot of the text stands. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface DrawnPage {
  readonly texts: readonly DrawnText[];
  /** Across or down: where it begins and ends. */
  readonly lines: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
  /** Operators in front of everything else, and what else the page's dictionary says. */
  readonly before?: string;
  readonly entries?: string;
}

export const PAGE = { width: 595, height: 842 };

/** How text and lines are written as operators. */
export interface PdfStyle {
  readonly text: (text: DrawnText) => string;
  readonly line: (x0: number, y0: number, x1: number, y1: number) => string;
  /** What else the trailer says. */
  readonly trailer: string;
}

/** A string of the tests' font, whose codes are UTF-16. */
export const coded = (text: string): string =>
  `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

const up = (y: number): number => PAGE.height - y;

export const plainPdf: PdfStyle = {
  text: ({ text, x, y, size }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${up(y)} Tm ${coded(text)} Tj ET`,
  line: (x0, y0, x1, y1) => `0.5 w ${x0} ${up(y0)} m ${x1} ${up(y1)} l S`,
  trailer: '',
};

/** Chinese characters are as wide as high, others half of that. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (c > '\u2000' ? size : size / 2), 0);

/** Says of each code in the pages' content which character it is. */
function toUnicode(contents: readonly string[]): string {
  const strings = contents.join().match(/<[0-9a-f]{4,}>/g) ?? [];
  const codes = [...new Set(strings.flatMap((string) => string.match(/[0-9a-f]{4}/g) ?? []))];
  const blocks: string[] = [];
  for (let at = 0; at < codes.length; at += 100) {
    const block = codes.slice(at, at + 100).map((code) => `<${code}> <${code}>`);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap end end`;
}

/** Writes pages as a file. */
export function pdfOf(pages: readonly DrawnPage[], style: Partial<PdfStyle> = {}): Uint8Array {
  const own = { ...plainPdf, ...style };
  const contents = pages.map(({ texts, lines, before = '' }) =>
    [before, ...lines.map((line) => own.line(...line)), ...texts.map(own.text)].join('\n'),
  );
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [0 255 500] >>',
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    streamOf(toUnicode(contents)),
  ];
  pages.forEach(({ entries = '' }, index) => {
    const number = objects.length + 1;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> ${entries} >>`,
      streamOf(contents[index] ?? ''),
    );
  });
  return fileOf(objects, own.trailer);
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function fileOf(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const LEFT = 80;
const RIGHT = 515;
const TOP = 80;
const BOTTOM = 760;
const TEXT_SIZE = 14;
const CELL_SIZE = 8;
const CELL_LINE = 11;

/** How a report is laid out on pages. */
export interface ReportLayout {
  /** The lines of a table that are drawn. */
  readonly isDrawn: (line: 'across' | 'down', isBorder: boolean) => boolean;
  readonly align: 'left' | 'middle';
  readonly footer: (page: number) => string;
  readonly header: string;
  /** Whether a table's first rows come again on its next page. */
  readonly repeatsHeader: boolean;
}

const plainLayout: ReportLayout = {
  isDrawn: () => true,
  align: 'middle',
  footer: (page) => `- ${page} -`,
  header: '',
  repeatsHeader: false,
};

/** Lays a report out: paragraphs with an indent, tables with their cells merged, as many pages as it takes. */
export function drawReport(report: string, layout: Partial<ReportLayout> = {}): DrawnPage[] {
  const drawing = new Drawing({ ...plainLayout, ...layout });
  for (const part of partsOf(report)) {
    if (typeof part !== 'string') drawing.table(part);
    else for (const line of part.split('\n')) if (line !== '') drawing.paragraph(line);
  }
  return drawing.pages();
}

class Drawing {
  readonly #layout: ReportLayout;
  readonly #pages: { texts: DrawnText[]; lines: (readonly [number, number, number, number])[] }[] = [];
  #y = BOTTOM;

  constructor(layout: ReportLayout) {
    this.#layout = layout;
    this.#newPage();
  }

  pages(): DrawnPage[] {
    return this.#pages;
  }

  get #page() {
    return this.#pages.at(-1)!;
  }

  #newPage(): void {
    const { footer, header } = this.#layout;
    this.#pages.push({ texts: [], lines: [] });
    this.#page.texts.push({ text: footer(this.#pages.length), x: 280, y: 800, size: 10 });
    if (header !== '') this.#page.texts.push({ text: header, x: LEFT, y: 40, size: 9 });
    this.#y = TOP;
  }

  paragraph(text: string): void {
    for (const [index, line] of wrapped(`　　${text}`, RIGHT - LEFT, TEXT_SIZE).entries()) {
      if (this.#y + 22 > BOTTOM) this.#newPage();
      this.#y += 22;
      const isFirst = index === 0;
      this.#page.texts.push({
        text: isFirst ? line.slice(2) : line,
        x: isFirst ? LEFT + 2 * TEXT_SIZE : LEFT,
        y: this.#y,
        size: TEXT_SIZE,
      });
    }
  }

  table(rows: Rows): void {
    const xs = bordersOf(rows);
    const heights = merge(rows).map((cells) => Math.max(...cells.map((cell) => heightOf(cell, xs))));
    this.#y += 12;
    for (let from = 0; from < rows.length; ) {
      const to = from + this.#roomFor(heights.slice(from));
      if (to > from) this.#rows(rows.slice(from, to), xs, heights.slice(from));
      if (to < rows.length) this.#newPage();
      if (to > 3 && to < rows.length && this.#layout.repeatsHeader) this.#rows(rows.slice(0, 3), xs, heights);
      from = to;
    }
    this.#y += 12;
  }

  /** How many rows are put on this page. */
  #roomFor(heights: readonly number[]): number {
    let bottom = this.#y;
    const over = heights.findIndex((height) => {
      bottom += height;
      return bottom > BOTTOM;
    });
    return over === -1 ? heights.length : over;
  }

  #rows(rows: Rows, xs: readonly number[], heights: readonly number[]): void {
    const ys = sums(this.#y, heights.slice(0, rows.length));
    merge(rows).forEach((cells, row) => {
      for (const cell of cells) this.#cell(cell, row, xs, ys);
    });
    this.#y = ys.at(-1)!;
  }

  /** Each line once, though two cells have it. */
  #line(kind: 'across' | 'down', isBorder: boolean, line: readonly [number, number, number, number]): void {
    const { lines } = this.#page;
    const isThere = lines.some((other) => other.every((place, index) => place === line[index]));
    if (!isThere && this.#layout.isDrawn(kind, isBorder)) lines.push(line);
  }

  #cell(
    { text, column, width, height }: MergedCell,
    row: number,
    xs: readonly number[],
    ys: readonly number[],
  ): void {
    const [left, right] = [xs[column]!, xs[column + width]!];
    const [top, bottom] = [ys[row]!, ys[row + height]!];
    const { align } = this.#layout;
    this.#line('across', row === 0, [left, top, right, top]);
    this.#line('across', row + height === ys.length - 1, [left, bottom, right, bottom]);
    this.#line('down', column === 0, [left, top, left, bottom]);
    this.#line('down', column + width === xs.length - 1, [right, top, right, bottom]);
    const lines = wrapped(text, right - left - 6, CELL_SIZE);
    const first = (top + bottom - lines.length * CELL_LINE) / 2 + CELL_SIZE;
    lines.forEach((line, index) => {
      const rest = right - left - widthOf(line, CELL_SIZE);
      const x = align === 'left' ? left + 3 : left + rest / 2;
      this.#page.texts.push({ text: line, x, y: first + index * CELL_LINE, size: CELL_SIZE });
    });
  }
}

/** Wide labels, narrow numbers. */
function bordersOf(rows: Rows): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const shares = Array.from({ length: count }, (_, at) => (count === 10 && at < 3 ? [1, 2.4, 3.4][at]! : 1));
  const unit = (RIGHT - LEFT) / shares.reduce((sum, share) => sum + share, 0);
  return sums(
    LEFT,
    shares.map((share) => share * unit),
  );
}

/** A value, and what it is after each addend. */
function sums(from: number, addends: readonly number[]): number[] {
  const all = [from];
  for (const addend of addends) all.push(all.at(-1)! + addend);
  return all;
}

function heightOf({ text, column, width, height }: MergedCell, xs: readonly number[]): number {
  const lines = wrapped(text, xs[column + width]! - xs[column]! - 6, CELL_SIZE).length;
  return Math.max(20, (lines * CELL_LINE + 8) / height);
}

function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\d.]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + word, size) > width) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return line === '' ? lines : [...lines, line];
}
