import { writeNumbers } from '../edit/fixes.ts';
import type { Cell, Fix, NumberBlock, Report, Table, TableRow, TextEdit } from '../model/index.ts';
import { nameOfLine } from '../model/names.ts';
import { parseNumber } from '../text/number.ts';
import { sumAt } from '../text/sums.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

/** Every number stands on the row of its label. */
export const numbersUnlabelled: Rule = {
  id: 'numbers-unlabelled',
  severity: 'error',
  fix: 'offered',
  example: {
    right: '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n',
    wrong: '1\t0\t0\t0\t0\t0\t1\n\t\t3.要求提供公开出版物\t\t\t\t\t\t\t\n',
  },
  *check(report): Iterable<Breach> {
    for (const table of report.flawedTables)
      for (const block of table.unlabelled.blocks) yield sayBlock(report, table, block);
  },
};

function sayBlock(report: Report, table: Table, block: NumberBlock): Breach {
  const { rows, lines } = block;
  const args = {
    count: rows.length,
    blank: lines.length,
    first: nameOfLine(lines[0]!),
    last: nameOfLine(lines.at(-1)!),
  };
  const key = lines.length === 1 ? 'finding.numbers-unlabelled' : 'finding.numbers-unlabelled.many';
  return {
    span: spanOfNumbers(rows[0]!),
    message: message(key, args),
    related: otherPlaces(rows, spanOfNumbers, () => message('related.numbers-unlabelled', {})),
    fixes: layIntoRows(report, table, block),
  };
}

function spanOfNumbers({ cells }: TableRow): { start: number; end: number } {
  return { start: cells[0]!.span.start, end: cells.at(-1)!.span.end };
}

/** Where as many rows are blank as have no label, with as many cells each, and no balance rule speaks against it. */
function layIntoRows(report: Report, table: Table, { rows, lines }: NumberBlock): Fix[] {
  if (rows.length !== lines.length) return [];
  const changes: { cell: Cell; number: string }[] = [];
  for (const [at, form] of lines.entries()) {
    const { cells } = rows[at]!;
    const line = table.lines.find((own) => own.form === form);
    if (!line?.complete || line.cells.length !== cells.length) return [];
    for (const [index, cell] of line.cells.entries()) changes.push({ cell, number: cells[index]!.text });
  }
  const moved = rows.map((row) => takeOut(report, row));
  if (!areBalanced(table, changes) || moved.includes(null)) return [];
  const edits = [...writeNumbers(changes), ...moved.filter((edit) => edit !== null)];
  return [fix('fix.lay-into-rows', { count: rows.length }, false, edits)];
}

/** Whether the numbers are what the form asks for, and every balance rule that needs one of them holds. */
function areBalanced(
  table: Table,
  changes: readonly { readonly cell: Cell; readonly number: string }[],
): boolean {
  const values = [...table.values];
  for (const { cell, number } of changes) {
    const { value } = parseNumber(number, cell.form.kind);
    if (value === null || cell.isCovered) return false;
    values[cell.form.index] = value;
  }
  return table.form.equations.every(({ left, right }) => {
    const [one, other] = [sumAt(left, values), sumAt(right, values)];
    return one === null || other === null || one === other;
  });
}

const BLANK = /^[\s|]*$/;

/** The line of a row taken out; `null` where anything else stands on it. */
function takeOut({ source }: Report, { cells }: TableRow): TextEdit | null {
  const line = source.lineAt(cells[0]!.span.start);
  const [start, end] = [source.lineStarts[line]!, source.lineEnd(line)];
  let rest = '';
  let at = start;
  for (const { span } of cells) {
    if (span.end > end) return null;
    rest += source.text.slice(at, span.start);
    at = span.end;
  }
  if (!BLANK.test(rest + source.text.slice(at, end))) return null;
  return replace({ start, end: source.lineStarts[line + 1] ?? end }, '');
}
