import type { TableLine } from '../model/index.ts';
import { type Breach, fix, type RepeatedBreach, type Rule, repeating } from './rule.ts';
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
  *check(report): Iterable<RepeatedBreach> {
    for (const table of report.flawedTables) {
      const faulty = repeating<TableLine>((lines) => [sayAll(lines)]);
      for (const line of table.lines)
        if (!line.complete && !line.isUnclear) yield faulty(placeOfRow(line), line);
    }
  },
};

function sayAll(lines: readonly [TableLine, ...TableLine[]]): Breach {
  const edits = lines.flatMap((line) => line.repair);
  const repaired = lines.filter((line) => line.repair.length > 0).length;
  return {
    ...rowsWithCounts('finding.row-cells', lines),
    fixes: repaired > 0 ? [fix('fix.insert-cells', { count: repaired }, false, edits)] : [],
  };
}
