/** A table in a few lines: its main numbers, and how its balance rules stand. */
import type { BalanceRuleId, Cell, Equation, Table } from '../report/model.ts';
import type { Context } from './feature.ts';
import type { Prose } from './prose.ts';
import { columnOf } from './wording.ts';

export function describeTable({ report }: Context, prose: Prose, table: Table): Prose {
  if (table.form.id === 'applications') describeApplications(prose, table);
  else if (table.form.id === 'proceedings') describeProceedings(prose, table);
  else describeProactive(prose, table);
  describeBalance(
    prose,
    report.analysis.equations.filter((equation) => equation.table === table),
  );
  return prose;
}

/** Groups of results whose rows' ids begin alike. */
const results = [
  'granted',
  'partlyGranted',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
] as const;

function describeApplications(prose: Prose, table: Table): void {
  const total = (row: string): number | null => sumOf(table, row, 'total');
  const handled = total('handledTotal');
  for (const row of ['received', 'carriedIn', 'handledTotal', 'carriedForward']) {
    prose.item(prose.say(`hover.table.${row}`, { count: total(row) ?? '?' }));
  }
  for (const row of results) {
    const count = total(row);
    prose.item(prose.say(`hover.table.${row}`, { count: count ?? '?', share: shareOf(count, handled) }));
  }
}

/** The cells of a row, or of every row of a group, added up; `null` where one is unknown. */
function sumOf(table: Table, row: string, column: string): number | null {
  const cells = table.cells.filter(
    ({ form }) => form.column === column && (form.row === row || form.row.startsWith(`${row}.`)),
  );
  let sum = 0;
  for (const cell of cells) {
    if (cell.value === null && !isEmpty(cell)) return null;
    sum += cell.value ?? 0;
  }
  return cells.length === 0 ? null : sum;
}

/** Tenths of a percent from whole numbers. */
function shareOf(part: number | null, whole: number | null): string {
  if (part === null || whole === null || whole === 0) return '–';
  return `${Math.round((part * 1000) / whole) / 10} %`;
}

function describeProceedings(prose: Prose, table: Table): void {
  for (const row of new Set(table.form.cells.map((cell) => cell.row))) {
    const cells = table.cells.filter((cell) => cell.form.row === row);
    const group = columnOf(table, cells[0]!.form).groups.join(' · ');
    const numbers = cells.map((cell) => `${columnOf(table, cell.form).label} ${written(cell)}`).join('，');
    prose.item(prose.say('hover.table.line', { name: group, numbers }));
  }
}

function describeProactive(prose: Prose, table: Table): void {
  for (const line of table.form.lines) {
    const numbers = line.cells.map(
      (form) => `${columnOf(table, form).label} ${written(table.cells[form.index]!)}`,
    );
    prose.item(prose.say('hover.table.line', { name: line.label, numbers: numbers.join('，') }));
  }
}

function written(cell: Cell): string {
  return isEmpty(cell) ? '–' : String(cell.value ?? '?');
}

function isEmpty({ state }: Cell): boolean {
  return state === 'blank' || state === 'dash';
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
