/** What other reports say of a number: last year's, and those that it is the sum of. */

import type {
  Cell,
  FactCell,
  ReportFacts,
  ReportId,
  ReportLookup,
  Table,
  YearEquationForm,
} from '../../report/model/index.ts';
import { factCell } from '../../report/others/facts.ts';
import { noReports, reportIdOf } from '../../report/others/lookup.ts';
import type { CellPlace } from './elementsAt.ts';
import type { Context } from './feature.ts';

/** A number in another report, and whose it is. */
interface Neighbour {
  readonly facts: ReportFacts;
  readonly cell: FactCell;
}

interface Carried extends Neighbour {
  readonly equation: YearEquationForm;
}

/** The same number of last year's report. */
export function lastYears(context: Context, { table, cell }: CellPlace): Neighbour | null {
  return inLastYear(context, table, cell.form);
}

/** The number of last year's report from which this one follows by a balance rule between years. */
export function carriedFrom(context: Context, { table, cell }: CellPlace): Carried | null {
  const equation = table.form.yearEquations.find(({ total }) => total === cell.form.index);
  const found = equation && inLastYear(context, table, equation.last);
  return found ? { ...found, equation: equation! } : null;
}

/** The numbers of next year's report that follow from this one. */
export function carriedTo(context: Context, { table, cell }: CellPlace): readonly FactCell[] {
  const { id, reports } = ask(context);
  const facts = id && reports.nextYear(id);
  const equations = table.form.yearEquations.filter(({ last }) => last === cell.form);
  return equations.flatMap(({ total }) => {
    const found = facts && factCell(facts, table.form.id, table.form.cells[total]!);
    return found ? [found] : [];
  });
}

/** The numbers of the members' reports, for each time that this one is said to be their sum; all or none of them. */
export function membersOf(context: Context, { table, cell }: CellPlace): readonly (readonly Neighbour[])[] {
  const { id, reports } = ask(context);
  const memberships = id ? reports.members(id) : [];
  return memberships
    .filter(({ tables }) => tables?.includes(table.form.id) ?? true)
    .map(({ members }) => {
      const found = members.flatMap(({ facts }) => {
        const own = facts && factCell(facts, table.form.id, cell.form);
        return facts && own ? [{ facts, cell: own }] : [];
      });
      return found.length === members.length ? found : [];
    });
}

/** The documents that claim to be last year's report, and whether it is known which one to believe. */
export function lastYearsDocuments(context: Context): {
  readonly uris: readonly string[];
  readonly isKnown: boolean;
} {
  const { id, reports } = ask(context);
  return { uris: id ? reports.lastYearsDocuments(id) : [], isKnown: lastYearsReport(context) !== null };
}

function lastYearsReport(context: Context): ReportFacts | null {
  const { id, reports } = ask(context);
  return id && reports.lastYear(id);
}

function inLastYear(context: Context, table: Table, form: Cell['form']): Neighbour | null {
  const facts = lastYearsReport(context);
  const cell = facts && factCell(facts, table.form.id, form);
  return cell ? { facts, cell } : null;
}

function ask({ report: { analysis, options } }: Context): { id: ReportId | null; reports: ReportLookup } {
  return { id: reportIdOf(analysis.title, analysis.form), reports: options.reports ?? noReports };
}
