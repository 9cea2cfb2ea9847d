import type { Report, Table } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** The header names the form's columns and no others. */
export const tableHeader: Rule = {
  id: 'table-header',
  severity: 'warning',
  fix: 'none',
  example: { right: '本年废止件数', wrong: '本年撤销份数' },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.flawedTables) {
      for (let block = 0; block < table.form.blocks.length; block++) yield* checkBlock(table, block);
    }
  },
};

function* checkBlock(table: Table, block: number): Iterable<Breach> {
  const missing = table.missingColumns.filter((column) => column.block === block);
  const unknown = table.unknownColumns.filter((label) => label.block === block && hasChinese(label.text));
  const [first] = missing;
  if (!first) return;
  const args = {
    missing: missing.map(({ column }) => [...column.groups, column.label].join(' · ')).join('、'),
    count: missing.length,
    found: unknown.map((label) => label.text).join('、'),
  };
  const key = unknown.length > 0 ? 'finding.table-header.unknown' : 'finding.table-header';
  yield {
    span: unknown[0]?.span ?? first.span,
    message: message(key, args),
    related: unknown
      .slice(1)
      .map((label) => ({ span: label.span, message: message('related.column', { text: label.text }) })),
  };
}

function hasChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text);
}
