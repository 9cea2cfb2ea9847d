import type { Cell, Report, Table } from '../model/index.ts';
import { nameOfCell } from '../model/names.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** Ten thousand yuan. */
const YUAN = 10_000;
const MOST_PLACES = 6;
const ABOVE_COUNTIES = /省|自治区|自治州|国务院|国家|^中国|^(?:北京|上海|天津|重庆)市/;
/** More than such a body can have taken in a year, in 10,000 yuan: 100 million, 1,000 million, 10,000 million yuan. */
const IMPLAUSIBLE: readonly (readonly [issuer: RegExp, most: number])[] = [
  [/(?:乡|镇|街道|苏木)(?:人民政府|办事处)?(?:党政)?(?:办公室)?$/, 10_000],
  [/[县市区旗].*(?:局|大队|支队|中心|站|所)$/, 100_000],
  [/[县区旗](?:人民政府)?(?:办公室)?$/, 1_000_000],
];

/** Up to this an amount is plausible whoever took it in. */
const LEAST_DOUBTED = Math.min(...IMPLAUSIBLE.map(([, most]) => most));

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
        if (value <= LEAST_DOUBTED || value <= mostOf(issuer)) continue;
        const cell = table.cells[index]!;
        if (cell.state === 'number') yield implausible(table, cell, issuer);
      }
    }
  },
};

function mostOf(issuer: string): number {
  if (ABOVE_COUNTIES.test(issuer)) return Number.POSITIVE_INFINITY;
  return IMPLAUSIBLE.find(([name]) => name.test(issuer))?.[1] ?? Number.POSITIVE_INFINITY;
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
