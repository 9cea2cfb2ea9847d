/** Writes an empty table of the form, for fixes that insert one. */
import type { BlockForm, TableForm } from '../model.ts';
import { tabs } from './tabs.ts';

/** The table with its headers and labels and no numbers, tab-separated, without a final line break. */
export function writeEmptyTable(table: TableForm): string {
  if (table.lines[0]!.row === null) return writeUnlabelled(table);
  const depth = Math.max(...table.lines.map((line) => line.groups.length)) + 1;
  return table.blocks
    .flatMap((block, index) => [
      ...writeHeader(block, depth),
      ...table.lines
        .filter((line) => line.block === index)
        .map((line) => writeLine(table, line.index, depth)),
    ])
    .join('\n');
}

function writeHeader(block: BlockForm, depth: number): string[] {
  const labels = block.columns.map((column) => column.label);
  const header = tabs.writeRow([block.corner, ...stub(depth - 1), ...labels]);
  return block.title ? [block.title, header] : [header];
}

function writeLine(table: TableForm, index: number, depth: number): string {
  const line = table.lines[index]!;
  const previous = table.lines[index - 1]?.groups ?? [];
  const groups = line.groups.map((group, level) => (previous[level] === group ? '' : group));
  const labels = [...groups, line.label];
  return tabs.writeRow([...labels, ...stub(depth - labels.length), ...line.cells.map(() => '')]);
}

function writeUnlabelled(table: TableForm): string {
  const { columns } = table.blocks[0]!;
  const first = columns.map((column, index) => headOf(columns[index - 1]?.groups[0], column.groups[0]));
  const second = columns.map((column, index) =>
    column.groups[1] ? headOf(columns[index - 1]?.groups[1], column.groups[1]) : column.label,
  );
  const third = columns.map((column) => (column.groups[1] ? column.label : ''));
  return [first, second, third, columns.map(() => '')].map((cells) => tabs.writeRow(cells)).join('\n');
}

function headOf(previous: string | undefined, own: string | undefined): string {
  return own && own !== previous ? own : '';
}

function stub(count: number): string[] {
  return new Array<string>(Math.max(0, count)).fill('');
}
