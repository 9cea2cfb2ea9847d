/** Numbers far from last year's: not wrong by any rule, but worth a second look. */

import { lineOf } from '../form/cellForms.ts';
import { isSum } from '../form/equationForms.ts';
import type { Cell, FactCell, LineForm, Report, ReportFacts, Table } from '../model/index.ts';
import { nameOfCell } from '../model/names.ts';
import { countsOf, factCell } from '../others/facts.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { singleTables } from './support/acrossYears.ts';

const TIMES = 5;
/** Small numbers jump about: the larger of the two must be at least so large. */
const SMALLEST = 20;

export const unusualChange: Rule = {
  id: 'unusual-change',
  severity: 'hint',
  isOptional: true,
  fix: 'none',
  example: {
    right: '行政强制\t64',
    wrong: '行政强制\t640',
    beside: { reports: 'last-year', passage: '行政强制\t71' },
  },
  *check(report: Report): Iterable<Breach> {
    const facts = report.neighbours.lastYear;
    if (facts === null) return;
    for (const table of singleTables(report)) {
      const counts = countsOf(table);
      for (const cell of mainCells(table)) {
        const last = factCell(facts, table.form.id, cell.form);
        const now = counts[cell.form.index]!;
        if (last !== null && last.count !== null && now !== null && isUnusual(last.count, now))
          yield changeBreach(table, cell, now, last, facts);
      }
    }
  },
};

/** The total of each line or group; every number of a table without totals. */
function mainCells({ form, cells }: Table): readonly Cell[] {
  const lineAt = (index: number): LineForm => lineOf(form, form.cells[index]!);
  const across = form.equations.filter(
    (equation) => isSum(equation) && equation.left.every((index) => lineAt(index) === lineAt(equation.total)),
  );
  const chosen = across.length > 0 ? across.map(({ total }) => cells[total]!) : cells;
  return chosen.filter((cell) => cell.form.kind !== 'signed');
}

function isUnusual(last: number, now: number): boolean {
  const [smaller, larger] = last < now ? [last, now] : [now, last];
  if (larger < SMALLEST || last === 0) return false;
  return larger > TIMES * smaller;
}

function changeBreach(table: Table, cell: Cell, now: number, last: FactCell, { year }: ReportFacts): Breach {
  const name = nameOfCell(table.form, cell.form);
  const key = now === 0 ? 'finding.unusual-change.zero' : 'finding.unusual-change';
  const args = { name, now, last: last.count!, year, percent: Math.round((100 * now) / last.count!) };
  return {
    span: cell.span,
    message: message(key, args),
    related: [
      {
        span: cell.span,
        message: message('related.last-year', { year, name, value: last.count! }),
        elsewhere: last.place,
      },
    ],
  };
}
