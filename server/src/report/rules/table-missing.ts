import type { Report, Section, TableForm, TextEdit } from '../model/index.ts';
import { writeEmptyTable } from '../rewrite/emptyTable.ts';
import { insertParts } from '../rewrite/insertion.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';
import { unreadTables } from './support/unreadTables.ts';

/** The sections that the form gives a table have it: 二, 三 and 四. */
export const tableMissing: Rule = {
  id: 'table-missing',
  severity: 'error',
  fix: 'offered',
  example: {
    right: [
      '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
      '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t',
      '\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4',
    ].join('\n'),
    wrong: '全年没有发生。',
  },
  *check(report: Report): Iterable<Breach> {
    for (const { table, section, isWritten } of unreadTables(report)) {
      if (isWritten) continue;
      yield {
        span: section.span,
        message: message('finding.table-missing', { title: section.title }),
        fixes: [
          fix('fix.insert-table', { title: section.title }, false, [tableInsertion(report, section, table)]),
        ],
      };
    }
  },
};

function tableInsertion(report: Report, section: Section, table: TableForm): TextEdit {
  const { start, end } = section.body;
  const at = start + report.source.text.slice(start, end).trimEnd().length;
  return insertParts(report, at, [{ table: writeEmptyTable(table, report) }]);
}
