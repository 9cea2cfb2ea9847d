/** How messages name parts of a form: by the form's own labels, in either language. */

import { columnOf, lineOf } from '../form/cellForms.ts';
import { withoutOrdinal } from '../text/normal.ts';
import type { Cell, CellForm, LineForm, Reading, TableForm, TableLine } from './index.ts';

const LONGEST_NAME = 24;
/** Shorter are 总计 and 其他, which name columns, too. */
const SHORTEST_NAME = 3;

/** A line's label without its number, shortened where the form's is a sentence; with it where little else is left. */
export function nameOfLine(line: LineForm): string {
  return nameOfLabel(line.name);
}

/** The same of any label of the form: 不予公开. */
export function nameOfLabel(label: string): string {
  const plain = withoutOrdinal(label.normalize('NFKC')).replace(/\(.*$/, '');
  if (plain.length < SHORTEST_NAME) return label;
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}

/** A line of a text by its name. */
export function nameOfRow({ form }: TableLine): string {
  return nameOfLine(form);
}

/** Column and row in words: "自然人 · 予以公开", "行政复议 · 结果维持". */
export function nameOfCell(table: TableForm, cell: CellForm): string {
  const line = lineOf(table, cell);
  const column = columnOf(table, cell);
  if (line.row === null) return `${column.groups.at(-1)} · ${column.label}`;
  return `${column.label} · ${nameOfLine(line)}`;
}

/** "自然人 · 予以公开 12"; a blank counts as 0 and is said to be blank. */
export function describeCell(table: TableForm, cell: Cell): { name: string; value: string | number } {
  return { name: nameOfCell(table, cell.form), value: cell.value ?? (cell.text === '' ? '0' : cell.text) };
}

/** More terms than these are not all named. */
const MOST_NAMED = 4;

/** The cells of a reading in words: "总计 · 予以公开 + 总计 · 部分公开"; a whole group by its name: "总计 · 不予公开". */
export function nameOfReading(reading: Reading): string {
  const { table, terms } = reading;
  const group = nameOfGroup(reading);
  if (group !== null) return group;
  const names = terms.slice(0, MOST_NAMED).map(({ index, sign }, at) => {
    const name = nameOfCell(table.form, table.form.cells[index]!);
    return at === 0 ? name : `${sign === 1 ? '+' : '−'} ${name}`;
  });
  return names.join(' ') + (terms.length > MOST_NAMED ? ' …' : '');
}

/** The name of a group of rows that a reading adds up in one column; `null` where it is anything else. */
function nameOfGroup({ table: { form }, terms }: Reading): string | null {
  const { row, column } = form.cells[terms[0]!.index]!;
  const group = form.lines.find((line) => line.row === row)?.groups.at(-1);
  if (group === undefined || terms.length === 1) return null;
  const rows = form.lines.filter(({ groups }) => groups.at(-1) === group);
  const own = new Set(rows.map((line) => line.row));
  const isGroup = terms.every(({ index, sign }) => {
    const cell = form.cells[index]!;
    return sign === 1 && cell.column === column && own.has(cell.row);
  });
  if (!isGroup || terms.length !== own.size) return null;
  const label = form.blocks[rows[0]!.block]!.columns.find(({ id }) => id === column)!.label;
  return `${label} · ${nameOfLabel(group)}`;
}
