/**
 * The tables of a text with their gaps, kept from one version of the text to the next: a keystroke costs its own table.
 * Pure: no VS Code.
 */
import { type Gap, layOut } from './layout.ts';
import { type Row, readRow } from './row.ts';
import { type Columns, findTables, readColumns } from './tables.ts';

export interface AlignedTable {
  /** The line of its first row. */
  readonly line: number;
  readonly rows: readonly Row[];
  readonly columns: Columns;
  /** By row. */
  readonly gaps: readonly (readonly Gap[])[];
}

export interface Alignment {
  readonly tabSize: number;
  readonly lines: readonly string[];
  readonly rows: readonly (Row | null)[];
  readonly tables: readonly AlignedTable[];
}

/** A report has some hundred lines; what has far more is no table anybody looks at line by line. */
const mostLines = 20_000;

const none: Alignment = { tabSize: 0, lines: [], rows: [], tables: [] };

/**
 * Aligns the tables of a text.
 *
 * @param tabSize how many columns the editor has between tab stops
 * @param previous what this function returned for an earlier version, which saves time and changes nothing
 */
export function align(lines: readonly string[], tabSize: number, previous: Alignment = none): Alignment {
  if (lines.length > mostLines) return { ...none, tabSize };
  const rows = readRows(lines, tabSize, previous.tabSize === tabSize ? previous : none);
  const known = new Map(previous.tables.map((table) => [table.rows[0], table]));
  const tables = findTables(rows).flatMap((table) => {
    const before = known.get(table.rows[0]);
    if (before && isSame(before.rows, table.rows)) return [{ ...before, line: table.line }];
    const columns = readColumns(table.rows);
    return columns ? [{ ...table, columns, gaps: layOut(table.rows, columns, tabSize) }] : [];
  });
  return { tabSize, lines, rows, tables };
}

/** The table at a line. */
export function tableAt({ tables }: Alignment, line: number): AlignedTable | undefined {
  return tables.find((table) => table.line <= line && line < table.line + table.rows.length);
}

/** Lines before and behind what has changed keep their rows. */
function readRows(lines: readonly string[], tabSize: number, previous: Alignment): (Row | null)[] {
  const shared = Math.min(lines.length, previous.lines.length);
  let head = 0;
  while (head < shared && lines[head] === previous.lines[head]) head++;
  let tail = 0;
  while (tail < shared - head && lines.at(-1 - tail) === previous.lines.at(-1 - tail)) tail++;
  return [
    ...previous.rows.slice(0, head),
    ...lines.slice(head, lines.length - tail).map((line) => readRow(line, tabSize)),
    ...previous.rows.slice(previous.rows.length - tail),
  ];
}

function isSame(some: readonly Row[], others: readonly Row[]): boolean {
  return some.length === others.length && some.every((row, index) => row === others[index]);
}
