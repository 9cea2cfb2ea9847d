import { type Rank, readBody } from '../bodies/index.ts';
import type { Cell, Report, Table } from '../model/index.ts';
import { nameOfCell } from '../model/names.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** Ten thousand yuan. */
const YUAN = 10_000;
const MOST_PLACES = 6;
/** More than such a body can have taken in a year, in 10,000 yuan: 100 million, 1,000 million, 10,000 million yuan. */
const MOST_OF_TOWNSHIP = 10_000;
const MOST_OF_DEPARTMENT = 100_000;
const MOST_OF_COUNTY = 1_000_000;
const largerRanks: ReadonlySet<Rank> = new Set(['province', 'prefecture']);

/** An amount in 万元 that is larger than a body of its rank can take in was probably entered in yuan. */
export const amountUnit: Rule = {
  id: 'amount-unit',
  severity: 'hint',
  fix: 'offered',
  example: { right: '行政事业性收费\t318.42', wrong: '行政事业性收费\t3184200' },
  *check({ title, tables }: Report): Iterable<Breach> {
    const issuer = title?.issuer;
    if (!issuer) return;
    for (const table of tables) {
      for (const index of table.form.amounts) {
        const value = table.values[index] ?? 0;
        if (value <= MOST_OF_TOWNSHIP || value <= mostOf(issuer)) continue;
        const cell = table.cells[index]!;
        if (cell.state === 'number') yield implausible(table, cell, issuer);
      }
    }
  },
};

function mostOf(issuer: string): number {
  const body = readBody(issuer);
  if (body === null || body.isCentral || body.ranks.some((rank) => largerRanks.has(rank)))
    return Number.POSITIVE_INFINITY;
  const { kind, ranks } = body;
  if (kind.organ === 'territory') {
    if (kind.rank === 'township') return MOST_OF_TOWNSHIP;
    return kind.rank === 'county' ? MOST_OF_COUNTY : Number.POSITIVE_INFINITY;
  }
  return kind.organ === 'department' && ranks.length > 0 ? MOST_OF_DEPARTMENT : Number.POSITIVE_INFINITY;
}

function implausible(table: Table, cell: Cell, issuer: string): Breach {
  const expected = Number((cell.value! / YUAN).toFixed(MOST_PLACES));
  const args = { name: nameOfCell(table.form, cell.form), issuer, found: cell.text, expected };
  return {
    span: cell.span,
    message: message('finding.amount-unit', args),
    fixes: [fix('fix.write-number', { number: expected }, false, [replace(cell.span, String(expected))])],
  };
}
