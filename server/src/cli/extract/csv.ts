/**
 * Facts as comma-separated values after RFC 4180: one line a number. Spreadsheets take what begins with `=`, `+`, `-` or `@`
 * for a formula: a file's or body's name that does gets an apostrophe in front, which to them says that it is text, and
 * control characters are written as their names. `--format json` gives every name as it is.
 */
import { withNames } from '../../printable.ts';
import type { ExtractedReport } from './extracted.ts';

const END = '\r\n';

export const CSV_HEADER =
  ['file', 'issuer', 'year', 'form', 'table', 'row', 'column', 'value'].join(',') + END;

/** The numbers of a report, one line each, without the header; an unknown one has no value. */
export function toCsv({ file, issuer, year, form, tables }: ExtractedReport): string {
  const lines: string[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(columns)) {
        lines.push([file, issuer, year, form, table, row, column, value].map(quote).join(',') + END);
      }
    }
  }
  return lines.join('');
}

function quote(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = withNames(value).replace(/^[\s'=+\-@＝＋－＠]/, "'$&");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
