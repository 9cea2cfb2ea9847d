import type { Report, Table } from '../model/index.ts';
import { nameOfRow } from '../model/names.ts';
import { type Breach, message, type RepeatedBreach, type Rule, repeating } from './rule.ts';
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
  *check(report: Report): Iterable<RepeatedBreach> {
    for (const table of report.flawedTables) {
      const again = repeating<Duplicate>((duplicates) => [sayDuplicates(duplicates)]);
      for (const duplicate of table.duplicates)
        yield again(duplicate.line.label[0] ?? duplicate.line.span, duplicate);
    }
  },
};

type Duplicate = Table['duplicates'][number];

function sayDuplicates(duplicates: readonly [Duplicate, ...Duplicate[]]): Breach {
  const [{ line, first }] = duplicates;
  const row = nameOfRow(line);
  return {
    span: line.label[0] ?? line.span,
    message: message('finding.row-duplicate', { row, count: duplicates.length }),
    related: [
      { span: first.span, message: message('related.first-row', { row }) },
      ...otherPlaces(
        duplicates,
        (other) => other.line.span,
        (other) => message('related.row', { row: other.line.labelText }),
      ),
    ],
  };
}
