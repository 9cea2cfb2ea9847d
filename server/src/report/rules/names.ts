/** How rules name parts of the form in messages: the form's own labels, in either language. */
import type { Cell, CellForm, LineForm, Reading, TableForm, TableLine } from '../model.ts';
import { withoutOrdinal } from '../source/normal.ts';

const LONGEST_NAME = 24;

/** A line's label without its number, shortened where the form's is a sentence. */
export function nameOfLine(line: LineForm): string {
  return nameOfLabel(line.label);
}

/** The same of any label of the form: 不予公开. */
export function nameOfLabel(label: string): string {
  const plain = withoutOrdinal(label.normalize('NFKC')).replace(/\(.*$/, '');
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}

/** A line of a text by its label; a dash where the form prints none. */
export function nameOfRow({ form }: TableLine): string {
  return form.row === null ? '—' : nameOfLine(form);
}

/** Column and row in words: "自然人 · 予以公开", "行政复议 · 结果维持". */
export function nameOfCell(table: TableForm, cell: CellForm): string {
  const line = table.lines.find((candidate) => candidate.cells.includes(cell))!;
  const column = table.blocks[line.block]!.columns[line.cells.indexOf(cell)]!;
  if (line.row === null) return `${column.groups.at(-1)} · ${column.label}`;
  return `${column.label} · ${nameOfLine(line)}`;
}

/** "自然人 · 予以公开 12"; a blank counts as 0 and is said to be blank. */
export function describeCell(table: TableForm, cell: Cell): { name: string; value: string | number } {
  return { name: nameOfCell(table, cell.form), value: cell.value ?? (cell.text === '' ? '0' : cell.text) };
}

/** With more terms than this a reading is called by its group: 不予公开. */
const MOST_NAMED = 3;

/** The cells of a reading in words: "总计 · 予以公开", "总计 · 予以公开 + 总计 · 部分公开", "不予公开". */
export function nameOfReading({ table, terms }: Reading): string {
  const groups = new Set(terms.map(({ cell }) => groupOf(table.form, cell.form)));
  const [group] = groups;
  if (terms.length > MOST_NAMED && groups.size === 1 && group) return withoutOrdinal(group.normalize('NFKC'));
  const names = terms.map(({ cell, sign }, index) => {
    const name = nameOfCell(table.form, cell.form);
    return index === 0 ? name : `${sign === 1 ? '+' : '−'} ${name}`;
  });
  return names.slice(0, MOST_NAMED + 1).join(' ') + (names.length > MOST_NAMED + 1 ? ' …' : '');
}

function groupOf(table: TableForm, cell: CellForm): string | undefined {
  return table.lines.find((line) => line.cells.includes(cell))!.groups.at(-1);
}
