/** Reports as web pages, for tests. */
import { analyze } from '../../../server/src/report/analyze.ts';
import { type Rows, tablesOf } from '../../unit/support/layouts.ts';

/** How the parts of a page are written. */
export interface PageStyle {
  readonly paragraph: (text: string) => string;
  /** What stands in a cell. */
  readonly cell: (text: string) => string;
  readonly row: (cells: string) => string;
  /** A cell's tag with its attributes, around what stands in it. */
  readonly wrap: (attributes: string, content: string) => string;
  readonly table: (rows: string) => string;
}

export const plainStyle: PageStyle = {
  paragraph: (text) => `<p>${text}</p>`,
  cell: (text) => text,
  row: (cells) => `<tr>${cells}</tr>`,
  wrap: (attributes, content) => `<td${attributes}>${content}</td>`,
  table: (rows) => `<table border="1"><tbody>\n${rows}\n</tbody></table>`,
};

/** The report's paragraphs and tables as the content of a page, cells merged as in the official form. */
export function contentOf(report: string, style: Partial<PageStyle> = {}): string {
  const own = { ...plainStyle, ...style };
  return partsOf(report)
    .flatMap((part) => (typeof part === 'string' ? paragraphs(part, own) : [tableOf(part, own)]))
    .join('\n');
}

export function pageOf(content: string, head = '<meta charset="utf-8">'): string {
  return `<!DOCTYPE html>\n<html><head>${head}</head>\n<body>\n${content}\n</body></html>\n`;
}

function paragraphs(text: string, { paragraph }: PageStyle): string[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [paragraph(line)]));
}

function tableOf(rows: Rows, { cell, row, table, wrap }: PageStyle): string {
  const written = merge(rows).map((cells) =>
    row(cells.map((each) => wrap(spansOf(each), cell(each.text))).join('')),
  );
  return table(written.join('\n'));
}

export interface MergedCell {
  readonly text: string;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** Each cell takes the blank ones behind it, then those below it that no other has taken. */
export function merge(rows: Rows): MergedCell[][] {
  const wide = rows.map(widen);
  const taken = new Set<object>();
  return wide.map((cells, row) =>
    cells.flatMap((cell) => {
      if (taken.has(cell)) return [];
      const below = cell.text === '' ? [] : blanksBelow(cell, wide.slice(row + 1));
      for (const each of below.flat()) taken.add(each);
      return [{ ...cell, height: 1 + below.length }];
    }),
  );
}

function widen(row: readonly string[]): MergedCell[] {
  const cells: MergedCell[] = [];
  row.forEach((text, column) => {
    const last = cells.at(-1);
    if (text === '' && last && last.text !== '') cells[cells.length - 1] = { ...last, width: last.width + 1 };
    else cells.push({ text, column, width: 1, height: 1 });
  });
  return cells;
}

/** By row, the blank cells that stand exactly below a cell. */
function blanksBelow(
  { column, width }: MergedCell,
  rows: readonly (readonly MergedCell[])[],
): MergedCell[][] {
  const below = rows.map((row) =>
    row.filter((each) => each.text === '' && each.column >= column && each.column < column + width),
  );
  const end = below.findIndex((cells) => cells.length < width);
  return end === -1 ? below : below.slice(0, end);
}

function spansOf({ width, height }: MergedCell): string {
  const colspan = width === 1 ? '' : ` colspan="${width}"`;
  return height === 1 ? colspan : `${colspan} rowspan="${height}"`;
}

/** The report's text apart from its tables, and its tables' rows. */
export function partsOf(report: string): readonly (string | Rows)[] {
  const parts: (string | Rows)[] = [];
  let at = 0;
  for (const { span } of tablesOf(report)) {
    const start = report.lastIndexOf('\n', span.start) + 1;
    const next = report.indexOf('\n', span.end);
    const end = next === -1 ? report.length : next;
    const rows = report.slice(start, end).split('\n');
    parts.push(
      report.slice(at, start),
      rows.map((line) => line.split('\t')),
    );
    at = end;
  }
  return [...parts, report.slice(at)];
}

/** What a text states, cell by cell, and the rules of what is found in it. */
export function stated(text: string): {
  readonly cells: readonly string[];
  readonly rules: readonly string[];
} {
  const { tables, findings } = analyze(text);
  return {
    cells: tables.flatMap(({ form, cells }) =>
      cells.map((cell) => `${form.id}.${cell.form.row}.${cell.form.column}=${cell.value} ${cell.state}`),
    ),
    rules: findings.map(({ rule }) => rule),
  };
}
