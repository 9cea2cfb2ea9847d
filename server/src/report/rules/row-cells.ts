import type { Report } from '../report.ts';
import { nameOfRow } from './names.ts';
import { otherPlaces } from './repeated.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';

/** A row has as many numbers as the form has columns. */
export const rowCells: Rule = {
  id: 'row-cells',
  severity: 'error',
  fix: 'offered',
  example: {
    right: '3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1',
    wrong: '3.要求提供公开出版物\t1\t0\t0\t0\t0\t1',
  },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.tables) {
      const faulty = table.lines.filter((line) => !line.complete && !line.isUnclear);
      const [first] = faulty;
      if (!first) continue;
      const args = {
        row: nameOfRow(first),
        found: first.numbers.length,
        expected: first.form.cells.length,
        difference: first.numbers.length - first.form.cells.length,
        count: faulty.length,
      };
      const edits = faulty.flatMap((line) => line.repair);
      const repaired = faulty.filter((line) => line.repair.length > 0).length;
      yield {
        span: first.label[0] ?? first.span,
        message: message(faulty.length === 1 ? 'finding.row-cells' : 'finding.row-cells.many', args),
        related: otherPlaces(
          faulty,
          (line) => line.label[0] ?? line.span,
          (line) =>
            message('related.row-cells', {
              row: nameOfRow(line),
              found: line.numbers.length,
              expected: line.form.cells.length,
            }),
        ),
        fixes: repaired > 0 ? [fix('fix.insert-cells', { count: repaired }, false, edits)] : [],
      };
    }
  },
};
