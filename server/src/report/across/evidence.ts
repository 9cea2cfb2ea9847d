/** What last year's report says of this year's numbers, where balance rules within this year's cannot decide. */

import { message } from '../message.ts';
import type { Table } from '../model.ts';
import { nameOfCell } from '../names.ts';
import type { Evidence } from '../repair/evidence.ts';
import { factCell, type ReportFacts } from './facts.ts';

/** For each number that last year's report repeats, what it says; nothing of numbers that are in doubt there. */
export function evidenceOfLastYear(tables: readonly Table[], facts: ReportFacts | null): Evidence[] {
  if (facts === null) return [];
  return tables.flatMap((table) =>
    table.form.yearEquations.flatMap(({ last: before, plus, minus, total }) => {
      const last = factCell(facts, table.form.id, before);
      if (plus.length + minus.length > 0 || last === null || last.count === null || last.isDoubtful)
        return [];
      const cell = table.cells[total]!;
      const args = { year: facts.year, name: nameOfCell(table.form, before), value: last.count };
      const said = message('related.last-year', args);
      return [
        { cell, expected: last.count, source: { span: cell.span, message: said, elsewhere: last.place } },
      ];
    }),
  );
}
