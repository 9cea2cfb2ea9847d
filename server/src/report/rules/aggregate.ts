/** A parent's report is the sum of its members'. Which reports are members, `disclosure-report.json` says. */

import { writeNumbers } from '../edit/fixes.ts';
import type { Cell, Fix, Member, Membership, RelatedInformation, Report, Table } from '../model/index.ts';
import { describeCell, nameOfCell } from '../model/names.ts';
import { countsOf, factCell, factCount } from '../others/facts.ts';
import { isWritten } from '../tables/repair/localize.ts';
import { decimalPlaces, roundingSlack, sumDecimals } from '../text/decimal.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';
import { singleTables, withoutTotals } from './support/acrossYears.ts';
import { agreeingClaims, relatedClaims } from './support/contradictions.ts';
import { MOST_RELATED, otherPlaces } from './support/repeated.ts';

/** With more cells than this a table as a whole is no sum: one finding says so. */
const MOST_SINGLE = 5;
const MOST_NAMED = 8;

/** A cell that is not the sum of the members' cells. */
interface Difference {
  readonly cell: Cell;
  readonly members: readonly Member[];
  /** What each member contributes. */
  readonly counts: readonly number[];
  readonly expected: number;
  readonly found: number;
}

export const aggregate: Rule = {
  id: 'aggregate',
  severity: 'error',
  fix: 'offered',
  example: {
    right: '行政许可\t1486',
    wrong: '行政许可\t1468',
    beside: { reports: 'members', passage: '行政许可\t1120' },
  },
  *check(report: Report): Iterable<Breach> {
    for (const membership of report.neighbours.memberships) {
      yield* absent(report, membership.members);
      for (const table of summedTables(report, membership)) yield* checkTable(report, table, membership);
    }
  },
};

/** The tables that are sums of the members'. A sum needs all of its members. */
function summedTables(report: Report, { members, tables }: Membership): readonly Table[] {
  if (members.some(({ facts }) => facts === null)) return [];
  return singleTables(report).filter(({ form }) => tables?.includes(form.id) ?? true);
}

/** Says once which members are not there; nothing that needs them is checked. */
function* absent({ title }: Report, members: readonly Member[]): Iterable<Breach> {
  const [missing, ambiguous] = [false, true].map((isAmbiguous) =>
    members.filter((member) => member.facts === null && member.isAmbiguous === isAmbiguous),
  ) as [Member[], Member[]];
  for (const [key, absentees] of [
    ['missing', missing],
    ['ambiguous', ambiguous],
  ] as const) {
    if (absentees.length === 0) continue;
    const names = absentees
      .slice(0, MOST_NAMED)
      .map(({ name }) => name)
      .join('、');
    const args = { year: title!.year!, count: absentees.length, all: members.length, names };
    yield { span: title!.span, severity: 'information', message: message(`finding.aggregate.${key}`, args) };
  }
}

function* checkTable({ narrative }: Report, table: Table, membership: Membership): Iterable<Breach> {
  const differences = differencesOf(table, membership);
  const causes = withoutTotals(table, differences);
  const agreeing = agreeingClaims(narrative.claims, differences);
  const said = (own: readonly Difference[]): RelatedInformation[] =>
    relatedClaims(
      agreeing,
      table,
      own.map(({ cell }) => cell),
    );
  const contradicts = { source: membership, numbers: differences };
  if (causes.length > MOST_SINGLE)
    yield { ...manyBreach(table, causes, differences, said(causes)), contradicts };
  else for (const cause of causes) yield { ...breach(table, cause, said([cause])), puts: cause, contradicts };
}

function differencesOf(table: Table, membership: Membership): Difference[] {
  const counts = countsOf(table);
  return table.cells.flatMap((cell, index) => differenceOf(table, cell, counts[index]!, membership) ?? []);
}

function differenceOf(
  table: Table,
  cell: Cell,
  found: number | null,
  { members }: Membership,
): Difference | null {
  if (found === null || cell.form.kind === 'signed') return null;
  const counts: number[] = [];
  for (const { facts } of members) {
    const count = factCount(facts!, table.form.id, cell.form);
    if (count === null) return null;
    counts.push(count);
  }
  const expected = sumDecimals(counts);
  const distance = Math.abs(sumDecimals([expected, -found]));
  if (distance === 0 || distance <= roundingSlack([...counts, found])) return null;
  return { cell, members, counts, expected, found };
}

function breach(table: Table, difference: Difference, said: readonly RelatedInformation[]): Breach {
  const { cell } = difference;
  return {
    span: cell.span,
    message: message('finding.aggregate', argumentsFor(table, difference)),
    related: [...contributions(table, difference), ...said],
    fixes: sumFixes(table, [difference]),
  };
}

/** What each member contributes, and where it says so. */
function contributions(table: Table, { cell, members, counts }: Difference): RelatedInformation[] {
  return members.slice(0, MOST_RELATED).map(({ name, facts }, at) => ({
    span: cell.span,
    message: message('related.member', { name, value: counts[at]! }),
    elsewhere: factCell(facts!, table.form.id, cell.form)!.place,
  }));
}

function manyBreach(
  table: Table,
  causes: readonly Difference[],
  all: readonly Difference[],
  said: readonly RelatedInformation[],
): Breach {
  const [first] = causes as readonly [Difference];
  const args = { ...argumentsFor(table, first), count: causes.length };
  const others: readonly RelatedInformation[] = otherPlaces(
    causes,
    ({ cell }) => cell.span,
    (difference) => message('related.aggregate', argumentsFor(table, difference)),
  );
  return {
    ...breach(table, first, said),
    message: message('finding.aggregate.many', args),
    related: [...contributions(table, first).slice(0, MOST_NAMED), ...others, ...said],
    fixes: sumFixes(table, all),
  };
}

function argumentsFor(
  table: Table,
  { cell, members, counts, expected, found }: Difference,
): Record<string, string | number> {
  const contributing = members.flatMap(({ name }, at) => (counts[at] === 0 ? [] : `${name} ${counts[at]}`));
  const terms = contributing.slice(0, MOST_NAMED);
  if (terms.length < contributing.length) terms.push('…');
  return {
    name: nameOfCell(table.form, cell.form),
    expected,
    found: describeCell(table.form, cell).value,
    difference: Math.abs(sumDecimals([found, -expected])),
    members: members.length,
    terms: terms.join(' + ') || '0',
  };
}

function sumFixes(table: Table, differences: readonly Difference[]): Fix[] {
  const written = differences.filter(({ cell }) => isWritten(cell));
  const edits = writeNumbers(written.map(({ cell, expected }) => ({ cell, number: asPrinted(expected) })));
  const [only, ...others] = written;
  if (only === undefined) return [];
  if (others.length > 0) return [fix('fix.aggregate.many', { count: written.length }, false, edits)];
  const { name, found } = argumentsFor(table, only);
  return [fix('fix.aggregate', { name: name!, from: found!, to: only.expected }, false, edits)];
}

function asPrinted(value: number): string {
  return value.toFixed(decimalPlaces(value));
}
