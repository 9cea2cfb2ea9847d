/** What the rows of a grid say before they are held against a table of the form. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import type { TableForm } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { isDigits, looksLikeNumber } from '../../text/number.ts';
import type { Grid, GridCell, GridRow, Layout } from '../layouts/grid.ts';
import { withoutAsides } from './asides.ts';
import { endsInNumber, unfuse } from './fused.ts';
import { isProvedBySums } from './proceedingParts.ts';
import type { LabelCell, ReadRow, TableRows } from './row.ts';

/**
 * Reads every row of the grids and gives each to the table its words belong to; rows whose words say nothing
 * (其他, 总计, or no words at all) stay with the row above. A grid that speaks of no table of the form is left out.
 */
export function readRows(grids: readonly Grid[], vocabulary: Vocabulary): TableRows[] {
  const tables: TableRows[] = [];
  for (const grid of grids) {
    let current: TableRows | undefined;
    let undecided: ReadRow[] = [];
    for (const gridRow of withoutAsides(grid, vocabulary).rows) {
      const row = readRow(gridRow, grid.layout, vocabulary);
      const table = tableOf(row) ?? current?.table;
      if (!table) {
        undecided.push(row);
        continue;
      }
      if (table !== current?.table) {
        current = continued(tables, table) ?? addTable(tables, table);
        for (const waiting of undecided) current.rows.push(waiting);
        undecided = [];
      }
      current.rows.push(row);
    }
    if (!current && !continuesTable(tables.at(-1), undecided)) addProved(tables, undecided, vocabulary);
  }
  return tables;
}

/** Rows of numbers alone between rows of a table, as pasted into it in another layout, are taken to it. */
function continuesTable(last: TableRows | undefined, rows: readonly ReadRow[]): boolean {
  if (!last || last.table.lines[0]!.row === null || hasEnded(last)) return false;
  if (!rows.every(({ labels, filled }) => labels.length === 0 && filled.length > 1)) return false;
  last.rows.push(...rows);
  return true;
}

/** Rows whose words name no table, and whose numbers can only be those of the one without row labels. */
function addProved(tables: TableRows[], rows: readonly ReadRow[], { form }: Vocabulary): void {
  const numbered = rows.filter(({ filled }) => filled.length > 0);
  const [only] = numbered;
  if (!only || numbered.length > 1) return;
  const table = form.tables.find((candidate) => isProvedBySums(only.filled, candidate));
  if (table && !tables.some((other) => other.table === table)) addTable(tables, table).rows.push(...rows);
}

/** A table goes on in a further grid (a page break with text between) only while no other has begun. */
function continued(tables: readonly TableRows[], table: TableForm): TableRows | undefined {
  const last = tables.at(-1);
  return last?.table === table && !hasEnded(last) ? last : undefined;
}

/** Whether a table's last line has been read, so that nothing more of it is to come. */
export function hasEnded(table: TableRows): boolean {
  const lastLine = table.table.lines.at(-1)!;
  if (lastLine.row === null) return hasNumbers(table);
  return table.rows.some((row) =>
    row.labels.some((label) => label.words.some((w) => w.kind === 'line' && w.line === lastLine)),
  );
}

/** Whether it has most of the numbers of a line, be it in parts. */
function hasNumbers({ table, rows }: TableRows): boolean {
  const counts = rows.map(({ filled }) => filled.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all >= table.cells.length || counts.some((count) => count * 2 > table.cells.length);
}

function addTable(tables: TableRows[], table: TableForm): TableRows {
  const added: TableRows = { table, rows: [] };
  tables.push(added);
  return added;
}

/** Shorter column labels (其他, 总计) are words that may stand anywhere. */
const SHORTEST_TELLING_COLUMN = 3;

/** The table that a row's words stand in, if they leave no choice. */
function tableOf(row: ReadRow): TableForm | undefined {
  for (const label of row.labels) {
    const first = label.words[0];
    if (first?.kind === 'column' && label.normal.length < SHORTEST_TELLING_COLUMN) continue;
    if (first && label.words.every((word) => word.table === first.table)) return first.table;
  }
  return undefined;
}

const noLabels: readonly LabelCell[] = [];

function readRow(row: GridRow, layout: Layout, vocabulary: Vocabulary): ReadRow {
  const { cells } = row;
  let labels: LabelCell[] | undefined;
  let last: LabelCell | undefined;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    if (cell.text === '') continue;
    if (isDigits(cell.text)) {
      if (!last && isRunningNumber(cells, index, vocabulary)) continue;
      break;
    }
    const normal = normalize(cell.text);
    const words = lookUp(vocabulary, normal);
    if (words.length === 0 && isValue(cell.text, last)) break;
    last = { cell, index, normal, words };
    if (labels) labels.push(last);
    else labels = [last];
  }
  const valuesFrom = last ? last.index + 1 : 0;
  const filled = filledFrom(cells, valuesFrom);
  const read: ReadRow = { row, layout, labels: labels ?? noLabels, valuesFrom, filled };
  return last ? withSeparators(read, last, vocabulary) : read;
}

const LONGEST_RUNNING_NUMBER = 3;

/** Whether a number stands in front of a row's label. */
function isRunningNumber(cells: readonly GridCell[], at: number, vocabulary: Vocabulary): boolean {
  if (cells[at]!.text.length > LONGEST_RUNNING_NUMBER) return false;
  const next = cells.slice(at + 1).find(({ text }) => text !== '');
  if (!next || isDigits(next.text)) return false;
  return lookUp(vocabulary, normalize(next.text)).some(({ kind }) => kind === 'line' || kind === 'group');
}

/** A row of fewer numbers than its line has, one of which may stand in a cell with others or with the label. */
function withSeparators(row: ReadRow, label: LabelCell, vocabulary: Vocabulary): ReadRow {
  const word = label.words.find(({ kind }) => kind === 'line');
  if (word?.kind !== 'line' || row.filled.length >= word.line.cells.length) return row;
  const isCut = endsInNumber(label);
  if (!isCut && !row.filled.some(({ text }) => SPACES.test(text))) return row;
  return unfuse(row, word.line, vocabulary) ?? (isCut ? { ...row, separators: [] } : row);
}

const SPACES = /\s/;

/** The cells from a place on that are not blank; blank ones stand mostly in front. */
function filledFrom(cells: readonly GridCell[], from: number): readonly GridCell[] {
  let first = from;
  while (first < cells.length && cells[first]!.text === '') first++;
  for (let at = first; at < cells.length; at++)
    if (cells[at]!.text === '') return cells.slice(first).filter(({ text }) => text !== '');
  return cells.slice(first);
}

/** A number, or any words behind a label that names a line of the form: those stand where a number belongs. */
function isValue(text: string, label: LabelCell | undefined): boolean {
  return looksLikeNumber(text) || (label?.words.some((word) => word.kind === 'line') ?? false);
}
