/** The balance rules (勾稽关系) share one check; a fault that has a clear explanation is reported where that stands. */
import { lineOf } from '../../form/cellForms.ts';
import { termsOf } from '../../form/equationForms.ts';
import type {
  BalanceFault,
  BalanceRuleId,
  Cell,
  Change,
  Equation,
  Explanation,
  Fix,
  RelatedInformation,
  Report,
  SetSlip,
} from '../../model/index.ts';
import { describeCell, nameOfCell, nameOfLine } from '../../model/names.ts';
import { countHeldBy, totalFor } from '../../tables/repair/recompute.ts';
import { isTotal } from '../../tables/repair/slips.ts';
import { type Breach, message, type Rule, type RuleExample } from '../rule.ts';
import { explanationFix, listChanges, recomputeFix } from './balanceFixes.ts';
import { MOST_RELATED } from './repeated.ts';

const MOST_ALTERNATIVES = 4;

/** A balance rule by its id; its equations come from the form. */
export function balanceRule(id: BalanceRuleId, example: RuleExample): Rule {
  return {
    id,
    severity: 'error',
    fix: 'safe',
    example,
    *check(report: Report): Iterable<Breach> {
      for (const fault of report.faults) yield* breachesOf(fault, id);
    },
  };
}

/** Where a fault is reported by one of its broken rules; one place is left to the first rule that is switched on. */
function breachesOf(fault: BalanceFault, rule: string): readonly Breach[] {
  const { best, equations } = fault;
  const isOwn = ({ form }: Equation): boolean => form.rule === rule;
  if (best === null) return equations.filter(isOwn).map((equation) => atTotal(fault, equation));
  const sites = best.slip === null ? best.changes : [null];
  return sites.flatMap((change) => {
    const inOrder = change === null ? equations : withTermFirst(equations, change);
    const own = inOrder.find(isOwn);
    if (!own) return [];
    const breach =
      change === null ? atSlip(fault, best, best.slip!, own) : atCulprit(fault, best, change, own);
    return [{ ...breach, byFirstOf: inOrder.map(({ form }) => form.rule) }];
  });
}

/** The rule of an equation in which the number stands says best what is wrong with it. */
function withTermFirst(equations: readonly Equation[], change: Change): readonly Equation[] {
  const hasIt = ({ form }: Equation): boolean => hasTerm(form, change);
  return [...equations.filter(hasIt), ...equations.filter((equation) => !hasIt(equation))];
}

function hasTerm({ left, right }: Equation['form'], { cell }: Change): boolean {
  return left.includes(cell.form.index) || right.includes(cell.form.index);
}

/** A wrong number that explains everything, alone or with others: the finding stands on it. */
function atCulprit(fault: BalanceFault, best: Explanation, change: Change, equation: Equation): Breach {
  const { table, equations } = fault;
  const others = best.changes.filter((other) => other !== change);
  const key = others.length === 0 ? 'culprit' : 'culprits';
  const isSafe = others.length === 0 && fault.isCertain && isTotal(table, change.cell);
  const args = {
    ...argumentsOf(equation),
    name: nameOfCell(table.form, change.cell.form),
    from: change.from,
    to: change.to,
    count: equations.length,
    others: listChanges(table, others),
  };
  return {
    span: change.cell.span,
    message: message(`finding.balance.${key}.${equation.form.rule}`, args),
    related: relatedTo(fault, change.cell, others, equation),
    fixes: [explanationFix(table, best, isSafe), ...otherFixes(fault, best)],
  };
}

/** One slip that moved several numbers: the finding stands on the first of them. */
function atSlip(fault: BalanceFault, best: Explanation, slip: SetSlip, equation: Equation): Breach {
  const { table, equations } = fault;
  const [first, ...others] = best.changes as readonly [Change, ...Change[]];
  const args = {
    ...argumentsOf(equation),
    row: nameOfLine(lineOf(table.form, first.cell.form)),
    names: best.changes.map(({ cell }) => nameOfCell(table.form, cell.form)).join('、'),
    from: best.changes.map(({ from }) => from).join(', '),
    to: best.changes.map(({ to }) => to).join(', '),
    count: equations.length,
  };
  return {
    span: first.cell.span,
    message: message(`finding.balance.${slip}`, args),
    related: relatedTo(fault, first.cell, others, equation),
    fixes: [explanationFix(table, best, false), ...otherFixes(fault, best)],
  };
}

/** Other explanations of the same size, behind the one that is clearly the best. */
function otherFixes({ table, alternatives }: BalanceFault, best: Explanation): Fix[] {
  const others = alternatives.filter((explanation) => explanation !== best);
  return others.slice(0, MOST_ALTERNATIVES).map((explanation) => explanationFix(table, explanation, false));
}

/** Nothing, or more than one explanation: the finding stands on the total. */
function atTotal({ table, alternatives, supported }: BalanceFault, equation: Equation): Breach {
  const total = table.cells[equation.form.total]!;
  const expected = totalFor(equation);
  const isOfTotal = ({ changes }: Explanation): boolean => changes.length === 1 && changes[0]!.cell === total;
  const others = alternatives.filter((explanation) => !isOfTotal(explanation)).slice(0, MOST_ALTERNATIVES);
  const fixes = others.map((explanation) => explanationFix(table, explanation, false));
  if (expected !== null) {
    const broken = countHeldBy(equation);
    const recompute = recomputeFix(table, total, expected, broken);
    const isDoubted = broken > 0 || (alternatives.some(isOfTotal) && !supported.some(isOfTotal));
    fixes.splice(isDoubted ? fixes.length : 0, 0, recompute);
  }
  return {
    span: total.span,
    message: message(`finding.${equation.form.rule}`, argumentsOf(equation)),
    related: [...relatedTerms([equation], total), ...relatedAlternatives(others, equation)],
    fixes,
  };
}

function relatedAlternatives(
  explanations: readonly Explanation[],
  { table }: Equation,
): readonly RelatedInformation[] {
  return explanations.map(({ changes }) => ({
    span: changes[0]!.cell.span,
    message: message('related.alternative', { changes: listChanges(table, changes) }),
  }));
}

/** The other culprits, what other places say, the other broken rules, and the numbers of all of them. */
function relatedTo(
  { table, equations, evidence }: BalanceFault,
  place: Cell,
  others: readonly Change[],
  first: Equation,
): RelatedInformation[] {
  const culprits = others.map((change) => ({
    span: change.cell.span,
    message: message('related.culprit', { changes: listChanges(table, [change]) }),
  }));
  const consequences = equations.filter((equation) => equation !== first).map(relatedEquation);
  const sources = evidence.map(({ source }) => source);
  return [...culprits, ...sources, ...consequences, ...relatedTerms(equations, place)].slice(0, MOST_RELATED);
}

function relatedEquation(equation: Equation): RelatedInformation {
  const { table, form } = equation;
  return {
    span: table.cells[form.total]!.span,
    message: message(`related.equation.${form.rule}`, argumentsOf(equation)),
  };
}

/** The numbers of equations, each once, without the one that the finding stands on. */
function relatedTerms(equations: readonly Equation[], place: Cell): RelatedInformation[] {
  const { table } = equations[0]!;
  const terms = new Set(equations.flatMap(({ form }) => termsOf(form)));
  terms.delete(place.form.index);
  const cells = [...terms].map((index) => table.cells[index]!);
  return cells.map((cell) => ({
    span: cell.span,
    message: message('related.addend', describeCell(table.form, cell)),
  }));
}

/** What holds against what, with the numbers: the arguments of every balance message. */
function argumentsOf(equation: Equation): Record<string, string | number> {
  const { table, form, left, right } = equation;
  const cellOf = (index: number): Cell => table.cells[index]!;
  const total = cellOf(form.total);
  const side = (indices: readonly number[]): string =>
    indices.map((index) => cellOf(index).value ?? 0).join(' + ');
  return {
    total: nameOfCell(table.form, total.form),
    left: left ?? '?',
    right: right ?? '?',
    difference: Math.abs((right ?? 0) - (left ?? 0)),
    leftTerms:
      side(form.left.filter((index) => form.left.length < 8 || (cellOf(index).value ?? 0) !== 0)) || '0',
    rightTerms: side(form.right),
  };
}
