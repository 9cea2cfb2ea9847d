import { writeNumbers } from '../edit/fixes.ts';
import { sumsTo } from '../form/equationForms.ts';
import { addendOf, isEmpty } from '../model/cells.ts';
import type { Cell, Fix, Table } from '../model/index.ts';
import { describeCell, nameOfCell } from '../model/names.ts';
import { sumOf } from '../text/sums.ts';
import { type Breach, fix, message, type RepeatedBreach, type Rule, repeating } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

/** A number stands in every cell, 0 where there was nothing. */
export const cellEmpty: Rule = {
  id: 'cell-empty',
  severity: 'hint',
  fix: 'offered',
  example: { right: '行政强制\t64', wrong: '行政强制\t/' },
  *check(report): Iterable<RepeatedBreach> {
    const culprits = new Set(
      report.faults.flatMap(({ best }) => best?.changes.map(({ cell }) => cell) ?? []),
    );
    for (const table of report.flawedTables) {
      const total = repeating<Cell>((cells) => [
        cells.length === 1 ? emptyTotal(table, cells[0]) : emptyTotals(table, cells),
      ]);
      const other = repeating<Cell>((cells) => [emptyCells(table, cells, culprits)]);
      for (const cell of table.cells)
        if (isEmpty(cell)) yield (sumFor(table, cell) === null ? other : total)(cell.span, cell);
    }
  },
};

/** The sum that belongs in an empty total with addends that are known and not all zero; else `null`. */
function sumFor(table: Table, cell: Cell): number | null {
  const sums = sumsTo(table.form, cell.form.index).map(({ left }) =>
    sumOf(left.map((index) => addendOf(table.cells[index]!))),
  );
  return sums.find((sum) => sum !== null && sum !== 0) ?? null;
}

function emptyTotal(table: Table, cell: Cell): Breach {
  const expected = sumFor(table, cell)!;
  const args = { name: nameOfCell(table.form, cell.form), expected };
  const addends = sumsTo(table.form, cell.form.index)[0]?.left ?? [];
  return {
    span: cell.span,
    severity: 'warning',
    message: message('finding.cell-empty.total', args),
    related: addends.map((index) => {
      const addend = table.cells[index]!;
      return { span: addend.span, message: message('related.addend', describeCell(table.form, addend)) };
    }),
    fixes: [fix('fix.write-number', { number: expected }, false, writeNumbers([{ cell, number: expected }]))],
  };
}

/** Totals left empty all down the table are one fault with one fix. */
function emptyTotals(table: Table, cells: readonly [Cell, ...Cell[]]): Breach {
  const say = (cell: Cell): { name: string; expected: number } => ({
    name: nameOfCell(table.form, cell.form),
    expected: sumFor(table, cell)!,
  });
  const edits = writeNumbers(cells.map((cell) => ({ cell, number: sumFor(table, cell)! })));
  return {
    span: cells[0].span,
    severity: 'warning',
    message: message('finding.cell-empty.totals', { ...say(cells[0]), count: cells.length }),
    related: otherPlaces(
      cells,
      (cell) => cell.span,
      (cell) => message('related.empty-total', say(cell)),
    ),
    fixes: [fix('fix.write-totals', { count: cells.length }, false, edits)],
  };
}

/** @param culprits cells in which a balance finding puts another number than 0 */
function emptyCells(table: Table, cells: readonly [Cell, ...Cell[]], culprits: ReadonlySet<Cell>): Breach {
  const [first] = cells;
  const args = {
    name: nameOfCell(table.form, first.form),
    found: first.text,
    count: cells.length,
  };
  return {
    span: first.span,
    message: message(
      `finding.cell-empty${cells.length === 1 ? '' : '.many'}${first.text === '' ? '.blank' : ''}`,
      args,
    ),
    related: otherPlaces(
      cells,
      (cell) => cell.span,
      (cell) => message('related.empty-cell', { name: nameOfCell(table.form, cell.form) }),
    ),
    fixes: writeZeros(
      cells.filter((cell) => !cell.isCovered && !culprits.has(cell) && canBeZero(table, cell)),
    ),
  };
}

/** A total with an addend that is more than 0 cannot, though another addend leaves open what it is. */
function canBeZero(table: Table, cell: Cell): boolean {
  return !sumsTo(table.form, cell.form.index).some(({ left }) =>
    left.some((index) => (table.cells[index]!.value ?? 0) > 0),
  );
}

function writeZeros(cells: readonly Cell[]): Fix[] {
  if (cells.length === 0) return [];
  const edits = writeNumbers(cells.map((cell) => ({ cell, number: 0 })));
  return [fix('fix.write-zeros', { count: cells.length }, false, edits)];
}
