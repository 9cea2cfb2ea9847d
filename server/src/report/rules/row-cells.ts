import type { TableLine, TextKey } from '../model/index.ts';
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
      const short = repeating<TableLine>((lines) => [sayRows('', 'fix.insert-cells', lines)]);
      const fused = repeating<TableLine>((lines) => [sayRows('.separator', 'fix.insert-separators', lines)]);
      for (const line of table.lines)
        if (!line.complete && !line.isUnclear)
          yield (line.hasLostSeparators ? fused : short)(placeOfRow(line), line);
    }
  },
};

function sayRows(
  kind: '' | '.separator',
  title: TextKey,
  lines: readonly [TableLine, ...TableLine[]],
): Breach {
  const edits = lines.flatMap((line) => line.repair);
  const repaired = lines.filter((line) => line.repair.length > 0).length;
  return {
    ...rowsWithCounts(`finding.row-cells${kind}`, lines),
    fixes: repaired > 0 ? [fix(title, { count: repaired }, false, edits)] : [],
  };
}
