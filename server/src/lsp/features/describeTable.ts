/** A table in a few lines: its main numbers, and how its balance rules stand. */

import { columnOf } from '../../report/form/cellForms.ts';
import { isSum, totalsOver } from '../../report/form/equationForms.ts';
import { addendOf, isEmpty } from '../../report/model/cells.ts';
import type { BalanceRuleId, Cell, Equation, LineForm, Table, TableForm } from '../../report/model/index.ts';
import { nameOfLabel } from '../../report/model/names.ts';
import { sumOf } from '../../report/text/sums.ts';
import type { Context } from './feature.ts';
import type { Prose } from './hoverText.ts';

/** Adds a table's summary to a hover: its numbers by rows or groups with their shares, and each balance rule's state. */
export function describeTable({ report }: Context, prose: Prose, table: Table): Prose {
  if (table.form.lines[0]!.row === null) describeGroups(prose, table);
  else for (const part of tableParts(table.form)) describePart(prose, table, part);
  describeBalance(
    prose,
    report.analysis.equations.filter((equation) => equation.table === table),
  );
  return prose;
}

/** The lines of a table; those with a total that stand in one group together, unless the group's sum is among them. */
function tableParts({ lines, equations }: TableForm): LineForm[][] {
  const sums = new Set(equations.filter(isSum).map(({ total }) => total));
  const isSumOfLines = ({ cells, total }: LineForm): boolean =>
    cells.some(({ index }, place) => place !== total && sums.has(index));
  const closed = new Set(lines.filter(isSumOfLines).map(({ groups }) => groups.at(-1)));
  const isPart = ({ groups, total }: LineForm): boolean =>
    groups.length > 0 && total !== null && !closed.has(groups.at(-1));
  const parts: LineForm[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    const goesOn = last && isPart(line) && isPart(last[0]!) && line.groups.at(-1) === last[0]!.groups.at(-1);
    if (goesOn) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** A line's numbers, or the total of one or several lines and its share of the sum that it goes into. */
function describePart(prose: Prose, table: Table, lines: readonly LineForm[]): void {
  const [first] = lines as [LineForm];
  if (first.total === null) {
    describeLine(
      prose,
      first.label,
      table,
      first.cells.map(({ index }) => table.cells[index]!),
    );
    return;
  }
  const totals = lines.map(({ cells, total }) => table.cells[cells[total!]!.index]!);
  const name = nameOfLabel(lines.length > 1 ? first.groups.at(-1)! : first.label);
  const count = sumOf(totals.map(addendOf));
  const [whole] = totalsOver(table.form, new Set([totals[0]!.form.index]));
  const share = whole === undefined ? undefined : shareOf(count, addendOf(table.cells[whole]!));
  const args = { name, count: count ?? prose.say('hover.unknown'), share: share ?? '' };
  prose.item(
    prose.say(share === undefined || count === null ? 'hover.table.count' : 'hover.table.share', args),
  );
}

/** Tenths of a percent from whole numbers. */
function shareOf(part: number | null, whole: number | null): string {
  if (part === null || whole === null || whole === 0) return '–';
  return `${Math.round((part * 1000) / whole) / 10} %`;
}

/** The groups of numbers that stand side by side on the unlabelled line. */
function describeGroups(prose: Prose, table: Table): void {
  for (const row of new Set(table.form.cells.map((cell) => cell.row))) {
    const cells = table.cells.filter((cell) => cell.form.row === row);
    describeLine(prose, columnOf(table.form, cells[0]!.form).groups.join(' · '), table, cells);
  }
}

function describeLine(prose: Prose, name: string, table: Table, cells: readonly Cell[]): void {
  const numbers = cells.map(
    (cell) => `${columnOf(table.form, cell.form).label} ${writtenNumber(prose, cell)}`,
  );
  prose.item(prose.say('hover.table.line', { name, numbers: numbers.join(prose.say('hover.list')) }));
}

function writtenNumber(prose: Prose, cell: Cell): string {
  return isEmpty(cell) ? '–' : String(cell.value ?? prose.say('hover.unknown'));
}

function describeBalance(prose: Prose, equations: readonly Equation[]): void {
  const rules = new Set<BalanceRuleId>(equations.map(({ form }) => form.rule));
  for (const rule of rules) {
    const own = equations.filter(({ form }) => form.rule === rule);
    const holding = own.filter(({ holds }) => holds === true).length;
    const broken = own.filter(({ holds }) => holds === false).length;
    const mark = broken > 0 ? '✗' : holding === own.length ? '✓' : '?';
    const args = { all: own.length, holding, broken, unknown: own.length - holding - broken };
    prose.paragraph(`${mark} ${prose.say(`hover.balance.${rule}`)}${prose.say('hover.balance.state', args)}`);
  }
}
