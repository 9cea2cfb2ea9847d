/** The balance rules between following years share one check. */

import { writeNumbers } from '../../edit/fixes.ts';
import { totalsOver } from '../../form/equationForms.ts';
import type {
  Cell,
  FactCell,
  Fix,
  Report,
  ReportFacts,
  Severity,
  Table,
  YearEquationForm,
  YearRuleId,
} from '../../model/index.ts';
import { describeCell, nameOfCell } from '../../model/names.ts';
import { countsOf, factCell } from '../../others/facts.ts';
import { isWritten } from '../../tables/repair/localize.ts';
import { sumOf } from '../../text/sums.ts';
import { type Breach, fix, message, type Rule, type RuleExample } from '../rule.ts';
import { agreeingClaims, relatedClaims } from './contradictions.ts';

/** An equation that does not hold. */
interface YearFault {
  readonly report: Report;
  readonly table: Table;
  readonly form: YearEquationForm;
  readonly cell: Cell;
  readonly facts: ReportFacts;
  readonly last: FactCell;
  readonly expected: number;
  readonly found: number;
}

/** A balance rule between years by its id; its equations come from the form. Silent where a number is not known. */
export function yearRule(id: YearRuleId, severity: Severity, example: RuleExample): Rule {
  return {
    id,
    severity,
    fix: 'offered',
    example,
    *check(report: Report): Iterable<Breach> {
      const facts = report.neighbours.lastYear;
      if (facts === null) return;
      for (const table of singleTables(report)) {
        const faults = faultsOf(report, table, id, facts);
        for (const fault of withoutTotals(table, faults)) yield yearBreach(fault, faults);
      }
    },
  };
}

/** The tables that stand once in a report: of two of one kind it cannot be told which one counts. */
export function singleTables({ tables }: Report): readonly Table[] {
  return tables.filter((table) => tables.every((other) => other === table || other.form !== table.form));
}

/** Without the totals of which an addend differs as well: that explains them. */
export function withoutTotals<Fault extends { readonly cell: Cell }>(
  { form }: Table,
  faults: readonly Fault[],
): Fault[] {
  const differing = new Set(faults.map(({ cell }) => cell.form.index));
  const explained = totalsOver(form, differing);
  return faults.filter(({ cell }) => !explained.has(cell.form.index));
}

function faultsOf(report: Report, table: Table, rule: YearRuleId, facts: ReportFacts): YearFault[] {
  const forms = table.form.yearEquations.filter((form) => form.rule === rule);
  const counts = forms.length > 0 ? countsOf(table) : [];
  return forms.flatMap((form) => {
    const last = factCell(facts, table.form.id, form.last);
    const found = counts[form.total] ?? null;
    const expected = last && expectedFor(form, last, counts);
    if (last === null || expected === null || found === null || expected === found) return [];
    return [{ report, table, form, cell: table.cells[form.total]!, facts, last, expected, found }];
  });
}

function expectedFor(
  { plus, minus }: YearEquationForm,
  last: FactCell,
  counts: readonly (number | null)[],
): number | null {
  const terms = [
    last.count,
    ...plus.map((index) => counts[index]!),
    ...minus.map((index) => negative(counts[index]!)),
  ];
  return sumOf(terms);
}

function negative(count: number | null): number | null {
  return count === null ? null : -count;
}

/** @param all the faults of the table by this rule: what the prose says of their sum goes with each */
function yearBreach(fault: YearFault, all: readonly YearFault[]): Breach {
  const { report, table, form, cell, facts, last, expected, found } = fault;
  const named = describeCell(table.form, cell);
  const terms = [...form.plus, ...form.minus].map((index) => table.cells[index]!);
  const args = {
    name: named.name,
    found: named.value,
    expected,
    difference: Math.abs(found - expected),
    year: facts.year,
    last: last.count ?? 0,
    terms: terms.map((term, at) => ` ${at < form.plus.length ? '+' : '−'} ${term.value ?? 0}`).join(''),
  };
  const doubt = last.isDoubtful ? '.doubtful' : '';
  return {
    span: cell.span,
    message: message(`finding.${form.rule}${doubt}`, args),
    related: [
      {
        span: cell.span,
        message: message('related.last-year', {
          year: facts.year,
          name: nameOfCell(table.form, form.last),
          value: args.last,
        }),
        elsewhere: last.place,
      },
      ...terms.map((term) => ({
        span: term.span,
        message: message('related.addend', describeCell(table.form, term)),
      })),
      ...relatedClaims(agreeingClaims(report.narrative.claims, all), table, [cell]),
    ],
    fixes: yearFixes(fault),
    puts: fault,
    contradicts: { source: facts, numbers: all },
  };
}

function yearFixes({ table, form, cell, facts, expected }: YearFault): Fix[] {
  if (expected < 0 || !isWritten(cell)) return [];
  const from = describeCell(table.form, cell).value;
  const args = { name: nameOfCell(table.form, cell.form), from, to: expected, year: facts.year };
  return [fix(`fix.${form.rule}`, args, false, writeNumbers([{ cell, number: expected }]))];
}
