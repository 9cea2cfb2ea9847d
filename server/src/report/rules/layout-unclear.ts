import type { TableLine } from '../model/index.ts';
import { type Breach, message, type RepeatedBreach, type Rule, repeating } from './rule.ts';
import { placeOfRow, rowsWithCounts } from './support/rowCounts.ts';
import { unreadTables } from './support/unreadTables.ts';

/** The layout tells which number stands in which column, blank cells included. */
export const layoutUnclear: Rule = {
  id: 'layout-unclear',
  severity: 'information',
  fix: 'none',
  example: {
    right: [
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t5\t2\t31',
      '第二十条第（五）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政许可\t1486\t\t',
      '第二十条第（六）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政处罚\t273\t\t',
      '行政强制\t64\t\t',
      '第二十条第（八）项\t\t\t',
      '信息内容\t本年收费金额（单位：万元）\t\t',
      '行政事业性收费\t318.42\t\t',
    ].join('\n'),
    wrong: [
      '第二十条第（一）项',
      '信息内容 本年制发件数 本年废止件数 现行有效件数',
      '规章 0',
      '行政规范性文件 5 2 31',
      '第二十条第（五）项',
      '信息内容 本年处理决定数量',
      '行政许可 1486',
      '第二十条第（六）项',
      '信息内容 本年处理决定数量',
      '行政处罚 273',
      '行政强制 64',
      '第二十条第（八）项',
      '信息内容 本年收费金额（单位：万元）',
      '行政事业性收费 318.42',
    ].join('\n'),
  },
  *check(report): Iterable<Breach | RepeatedBreach> {
    for (const { section, isWritten } of unreadTables(report))
      if (isWritten)
        yield {
          span: section.span,
          message: message('finding.layout-unclear.table', { title: section.title }),
        };
    for (const table of report.flawedTables) {
      const unclear = repeating<TableLine>((lines) => [rowsWithCounts(keyFor(lines), lines)]);
      for (const line of table.lines) if (line.isUnclear) yield unclear(placeOfRow(line), line);
    }
  },
};

/** Whether any of the rows has numbers at all: else they are blank, or their numbers stand elsewhere. */
function keyFor(lines: readonly TableLine[]): 'finding.layout-unclear' | 'finding.layout-unclear.none' {
  return lines.every(({ numbers }) => numbers.length === 0)
    ? 'finding.layout-unclear.none'
    : 'finding.layout-unclear';
}
