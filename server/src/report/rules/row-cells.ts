import { type Breach, fix, type Rule } from './rule.ts';
import { placeOfRow, rowsWithCounts } from './support/rowCounts.ts';

/** A row has as many numbers as the form has columns. */
export const rowCells: Rule = {
  id: 'row-cells',
  severity: 'error',
  fix: 'offered',
  example: {
    right: '3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1',
    wrong: '3.要求提供公开出版物\t1\t0\t0\t0\t0\t1',
  },
  *check(report, _, isSilenced): Iterable<Breach> {
    for (const table of report.flawedTables) {
      const faulty = table.lines.filter(
        (line) => !line.complete && !line.isUnclear && !isSilenced(placeOfRow(line)),
      );
      if (faulty.length === 0) continue;
      const edits = faulty.flatMap((line) => line.repair);
      const repaired = faulty.filter((line) => line.repair.length > 0).length;
      yield {
        ...rowsWithCounts('finding.row-cells', faulty),
        fixes: repaired > 0 ? [fix('fix.insert-cells', { count: repaired }, false, edits)] : [],
      };
    }
  },
};
