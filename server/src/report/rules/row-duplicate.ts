import type { Report } from '../model/index.ts';
import { nameOfLine } from '../model/names.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

/** No row stands twice. */
export const rowDuplicate: Rule = {
  id: 'row-duplicate',
  severity: 'error',
  fix: 'none',
  example: {
    right: '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n',
    wrong: '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n',
  },
  *check(report: Report): Iterable<Breach> {
    for (const { duplicates, form } of report.flawedTables) {
      const [first] = duplicates;
      if (!first) continue;
      const row = form.lines[0]!.row === null ? '—' : nameOfLine(first.line.form);
      yield {
        span: first.line.label[0] ?? first.line.span,
        message: message('finding.row-duplicate', { row, count: duplicates.length }),
        related: [
          { span: first.first.span, message: message('related.first-row', { row }) },
          ...otherPlaces(
            duplicates,
            ({ line }) => line.span,
            ({ line }) => message('related.row', { row: line.labelText }),
          ),
        ],
      };
    }
  },
};
