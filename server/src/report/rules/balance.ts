/** The balance rules (勾稽关系) share one check; each reports the faults whose first broken equation is its own. */
import type { BalanceRuleId, Cell, Equation, Fix, RelatedInformation, Table } from '../model.ts';
import type { BalanceFault, Change } from '../repair/localize.ts';
import { totalFor } from '../repair/recompute.ts';
import type { Report } from '../report.ts';
import { describeCell, nameOfCell } from './names.ts';
import { MOST_RELATED } from './repeated.ts';
import { type Breach, fix, message, type Rule, type RuleExample, replace } from './rule.ts';

const MOST_ALTERNATIVES = 4;

/** A balance rule by its id; its equations come from the form. */
export function balanceRule(id: BalanceRuleId, example: RuleExample): Rule {
  return {
    id,
    severity: 'error',
    fix: 'safe',
    example,
    *check(report: Report): Iterable<Breach> {
      for (const fault of report.faults) {
        const [explanation, ...others] = fault.explanations;
        if (explanation && others.length === 0) {
          if (fault.equations[0]!.form.rule === id) yield atCulprit(fault, explanation);
        } else {
          for (const equation of fault.equations)
            if (equation.form.rule === id) yield atTotal(equation, fault.explanations);
        }
      }
    },
  };
}

/** Exactly one change explains everything: one finding on the wrong cell, its consequences related. */
function atCulprit(fault: BalanceFault, change: Change): Breach {
  const { table, equations } = fault;
  const isTotal = table.form.equations.some((equation) => equation.total === change.cell.form.index);
  const broken = equations[0]!;
  const args = {
    ...describeEquation(broken),
    name: nameOfCell(table.form, change.cell.form),
    from: change.from,
    to: change.to,
    count: equations.length,
  };
  return {
    span: change.cell.span,
    message: message(`finding.balance.culprit.${broken.form.rule}`, args),
    related: [...equations.slice(1).flatMap(relatedEquation), ...equations.flatMap(relatedTerms)].slice(
      0,
      MOST_RELATED,
    ),
    fixes: [changeFix(table, change, isTotal)],
  };
}

function relatedEquation(equation: Equation): RelatedInformation[] {
  const { table, form } = equation;
  return [
    {
      span: table.cells[form.total]!.span,
      message: message(`related.equation.${form.rule}`, describeEquation(equation)),
    },
  ];
}

/** Nothing, or more than one change, explains it: the finding stands on the total. */
function atTotal(equation: Equation, explanations: readonly Change[]): Breach {
  const { table, form } = equation;
  const total = table.cells[form.total]!;
  const expected = totalFor(equation);
  const fixes: Fix[] = [];
  if (expected !== null)
    fixes.push(changeFix(table, { cell: total, from: total.value ?? 0, to: expected }, false));
  const others = explanations.filter((change) => change.cell !== total).slice(0, MOST_ALTERNATIVES);
  for (const change of others) fixes.push(changeFix(table, change, false));
  return {
    span: total.span,
    message: message(`finding.${form.rule}`, describeEquation(equation)),
    related: relatedTerms(equation),
    fixes,
  };
}

function changeFix(table: Table, change: Change, isSafe: boolean): Fix {
  const args = { name: nameOfCell(table.form, change.cell.form), from: change.from, to: change.to };
  const isTotal = table.form.equations.some((equation) => equation.total === change.cell.form.index);
  const key = isTotal ? 'fix.recompute' : 'fix.change';
  return fix(key, args, isSafe, [replace(change.cell.span, String(change.to))]);
}

function relatedTerms(equation: Equation): RelatedInformation[] {
  const { table, form } = equation;
  const terms = [...form.left, ...form.right].map((index) => table.cells[index]!);
  return terms.map((cell) => ({
    span: cell.span,
    message: message('related.addend', describeCell(table.form, cell)),
  }));
}

/** What holds against what, with the numbers: the arguments of every balance message. */
export function describeEquation(equation: Equation): Record<string, string | number> {
  const { table, form, left, right } = equation;
  const cellOf = (index: number): Cell => table.cells[index]!;
  const total = cellOf(form.total);
  const side = (indices: readonly number[]): string =>
    indices.map((index) => cellOf(index).value ?? 0).join(' + ');
  return {
    total: nameOfCell(table.form, total.form),
    left: left ?? '?',
    right: right ?? '?',
    difference: (right ?? 0) - (left ?? 0),
    leftTerms:
      side(form.left.filter((index) => form.left.length < 8 || (cellOf(index).value ?? 0) !== 0)) || '0',
    rightTerms: side(form.right),
  };
}
