/** What last year's report says of this year's numbers. */

import type {
  CellForm,
  Evidence,
  FactCell,
  ReportFacts,
  Table,
  TableForm,
  YearEquationForm,
} from '../model/index.ts';
import { message } from '../model/message.ts';
import { nameOfCell } from '../model/names.ts';
import { factCell } from './facts.ts';

/** A number that stands in last year's report and again in this year's. */
export interface RepeatedNumber {
  /** Where it stands in this year's table. */
  readonly cell: CellForm;
  readonly last: CellForm;
  readonly count: number;
  readonly fact: FactCell;
}

/** The equations by which a number of last year's report stands in this year's table unchanged. */
export function repetitions({ yearEquations }: TableForm): readonly YearEquationForm[] {
  return yearEquations.filter(({ plus, minus }) => plus.length + minus.length === 0);
}

/** The numbers of a table that last year's report has said already; none that are in doubt there. */
export function numbersRepeated(table: TableForm, lastYear: ReportFacts): RepeatedNumber[] {
  return repetitions(table).flatMap(({ last, total }) => {
    const fact = factCell(lastYear, table.id, last);
    if (fact === null || fact.count === null || fact.isDoubtful) return [];
    return [{ cell: table.cells[total]!, last, count: fact.count, fact }];
  });
}

/** For each number that last year's report repeats, what it says, where balance rules within this year's cannot decide. */
export function evidenceOfLastYear(tables: readonly Table[], facts: ReportFacts | null): Evidence[] {
  if (facts === null) return [];
  return tables.flatMap((table) =>
    numbersRepeated(table.form, facts).map(({ cell: form, last, count, fact }): Evidence => {
      const cell = table.cells[form.index]!;
      const args = { year: facts.year, name: nameOfCell(table.form, last), value: count };
      const said = message('related.last-year', args);
      return {
        cell,
        expected: count,
        source: { span: cell.span, message: said, elsewhere: fact.place },
      };
    }),
  );
}
