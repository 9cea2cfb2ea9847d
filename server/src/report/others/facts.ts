/**
 * What other reports need to know of a report: whose it is, for which year, its numbers and where they stand. Some
 * six kilobytes a report, without its text, so that thousands of them can be kept.
 */
import { termsOf } from '../form/equationForms.ts';
import type {
  CellForm,
  FactCell,
  ReportAnalysis,
  ReportFacts,
  Table,
  TableFacts,
  TableId,
} from '../model/index.ts';
import { packPlaces, unpackPlace } from '../text/packedPlaces.ts';
import { reportIdOf } from './lookup.ts';

/** The facts of a report; `null` where its title does not say whose it is or for which year. */
export function factsOf(analysis: ReportAnalysis, document: string): ReportFacts | null {
  const { isReport, title, form, tables } = analysis;
  const report = isReport ? reportIdOf(title, form) : null;
  if (report === null) return null;
  // Of two tables of one kind it cannot be told which one counts.
  const single = tables.filter((table) =>
    tables.every((other) => other === table || other.form !== table.form),
  );
  return {
    document,
    ...report,
    form: form.id,
    tables: single.map((table) => tableFactsOf(table, analysis)),
  };
}

function tableFactsOf(table: Table, { source, equations }: ReportAnalysis): TableFacts {
  const counts = countsOf(table);
  const doubts = new Uint8Array(table.cells.length);
  for (const { form, holds, table: own } of equations) {
    if (own === table && holds === false) for (const index of termsOf(form)) doubts[index] = 1;
  }
  return {
    form: table.form,
    values: packNumbers(table.cells.map(({ value }) => value)),
    counts: packNumbers(counts),
    places: packPlaces(
      table.cells.map(({ span }) => span),
      source,
    ),
    doubts,
  };
}

function packNumbers(numbers: readonly (number | null)[]): Float64Array {
  const packed = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) packed[i] = numbers[i] ?? Number.NaN;
  return packed;
}

/**
 * What each cell of a table counts for in a sum. Nothing is known of a blank in a table without balance rules, and of a
 * line on which nothing was written.
 */
export function countsOf(table: Table): (number | null)[] {
  const { cells, form } = table;
  const counts = [...table.values];
  for (const line of form.lines) {
    const blank = line.cells.filter(({ index }) => cells[index]!.state === 'blank');
    if (form.equations.length > 0 && blank.length < line.cells.length) continue;
    for (const { index } of blank) counts[index] = null;
  }
  return counts;
}

/** The cell of the same row and column; `null` where that form has none, or the report no such table. */
export function factCell(facts: ReportFacts, id: TableId, cell: CellForm): FactCell | null {
  const table = factTable(facts, id);
  const index = table ? indexOf(table, cell) : -1;
  if (table === undefined || index < 0) return null;
  const { values, counts, places, doubts } = table;
  return {
    value: known(values[index]!),
    count: known(counts[index]!),
    isDoubtful: doubts[index] === 1,
    place: { document: facts.document, ...unpackPlace(places, index) },
  };
}

/** What the cell of the same row and column counts for in a sum; `null` where that is not known. */
export function factCount(facts: ReportFacts, id: TableId, cell: CellForm): number | null {
  const table = factTable(facts, id);
  const index = table ? indexOf(table, cell) : -1;
  return table === undefined || index < 0 ? null : known(table.counts[index]!);
}

function factTable({ tables }: ReportFacts, id: TableId): TableFacts | undefined {
  return tables.find(({ form }) => form.id === id);
}

/** On one form a cell has one place; on another it is looked for by its names. */
function indexOf({ form }: TableFacts, cell: CellForm): number {
  if (form.cells[cell.index] === cell) return cell.index;
  return form.cells.findIndex(({ row, column }) => row === cell.row && column === cell.column);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Whether two reports contradict each other nowhere: a number that one of them lacks is no contradiction. */
export function agree(a: ReportFacts, b: ReportFacts): boolean {
  if (a === b) return true;
  if (a.form !== b.form) return false;
  return a.tables.every(({ form, counts }) => {
    const other = b.tables.find((table) => table.form === form)?.counts;
    return (
      other?.every((count, i) => count === counts[i] || Number.isNaN(count) || Number.isNaN(counts[i])) ??
      true
    );
  });
}

/** Whether two sets of facts are the same, places included. */
export function sameFacts(a: ReportFacts | null, b: ReportFacts | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  const heads = ['document', 'issuer', 'year', 'kind', 'form'] as const;
  if (heads.some((head) => a[head] !== b[head]) || a.tables.length !== b.tables.length) return false;
  const parts = ['values', 'counts', 'places', 'doubts'] as const;
  return a.tables.every((table, at) => {
    const other = b.tables[at]!;
    return table.form === other.form && parts.every((part) => sameNumbers(table[part], other[part]));
  });
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** How many numbers of a report are known. */
export function countKnown({ tables }: ReportFacts): number {
  return tables.reduce((sum, { counts }) => sum + counts.filter((count) => !Number.isNaN(count)).length, 0);
}
