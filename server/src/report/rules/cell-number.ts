import { parseNumber } from '../binding/number.ts';
import type { Cell, Fix, Table } from '../model.ts';
import { whatFollows } from '../repair/follow.ts';
import type { Report } from '../report.ts';
import { nameOfCell } from './names.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** An amount with its unit: 17.27万元, 251000元, 3件. */
const WITH_UNIT = /^([\d.]+)(?:万元|[件条次宗起])$/;

/** A count is a non-negative integer, an amount a non-negative decimal, in plain digits. */
export const cellNumber: Rule = {
  id: 'cell-number',
  severity: 'error',
  fix: 'safe',
  example: { right: '行政强制\t64', wrong: '行政强制\t６４' },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.tables) {
      for (const cell of table.cells) if (cell.state === 'invalid') yield invalidCell(table, cell);
    }
  },
};

function invalidCell(table: Table, cell: Cell): Breach {
  const args = { name: nameOfCell(table.form, cell.form), found: cell.text };
  const key = cell.form.kind === 'amount' ? 'finding.cell-number.amount' : 'finding.cell-number';
  return { span: cell.span, message: message(key, args), fixes: fixesFor(table, cell) };
}

function fixesFor(table: Table, cell: Cell): Fix[] {
  const { plain } = parseNumber(cell.text, cell.form.kind);
  if (plain !== null) return [fix('fix.plain-digits', { number: plain }, true, [replace(cell.span, plain)])];
  const number = WITH_UNIT.exec(cell.text)?.[1];
  if (number !== undefined && parseNumber(number, cell.form.kind).state === 'number')
    return [fix('fix.write-number', { number }, false, [replace(cell.span, number)])];
  const proof = whatFollows(table, cell.form.index);
  return proof === null
    ? []
    : [fix('fix.write-proved', proof, false, [replace(cell.span, String(proof.number))])];
}
