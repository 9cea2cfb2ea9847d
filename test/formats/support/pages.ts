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
  const parts: string[] = [];
  let at = 0;
  for (const { span } of tablesOf(report)) {
    const start = report.lastIndexOf('\n', span.start) + 1;
    const next = report.indexOf('\n', span.end);
    const end = next === -1 ? report.length : next;
    parts.push(...paragraphs(report.slice(at, start), own), tableOf(report.slice(start, end), own));
    at = end;
  }
  return [...parts, ...paragraphs(report.slice(at), own)].join('\n');
}

export function pageOf(content: string, head = '<meta charset="utf-8">'): string {
  return `<!DOCTYPE html>\n<html><head>${head}</head>\n<body>\n${content}\n</body></html>\n`;
}

function paragraphs(text: string, { paragraph }: PageStyle): string[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [paragraph(line)]));
}

function tableOf(text: string, { cell, row, table, wrap }: PageStyle): string {
  const rows = text.split('\n').map((line) => line.split('\t'));
  const written = merge(rows).map((cells) =>
    row(cells.map(({ text: own, attributes }) => wrap(attributes, cell(own))).join('')),
  );
  return table(written.join('\n'));
}

interface MergedCell {
  readonly text: string;
  readonly attributes: string;
}

/** Each cell takes the blank ones behind it, then the blank ones below these. */
function merge(rows: Rows): MergedCell[][] {
  const covered = rows.map((row) => row.map(() => false));
  const isFree = (row: number, column: number): boolean =>
    rows[row]?.[column] === '' && covered[row]?.[column] === false;
  return rows.map((row, at) =>
    row.flatMap((text, column) => {
      if (covered[at]![column]) return [];
      let width = 1;
      while (text !== '' && isFree(at, column + width)) width++;
      const columns = Array.from({ length: width }, (_, index) => column + index);
      let height = 1;
      while (text !== '' && columns.every((each) => isFree(at + height, each))) height++;
      for (let below = at; below < at + height; below++)
        for (const each of columns) covered[below]![each] = true;
      const spans = [
        ['colspan', width],
        ['rowspan', height],
      ].map(([name, count]) => (count === 1 ? '' : ` ${name}="${count}"`));
      return [{ text, attributes: spans.join('') }];
    }),
  );
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
