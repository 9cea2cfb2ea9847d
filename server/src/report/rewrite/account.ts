/** Accounts for every word of a table: which row of the form it belongs to, or that the form has no place for it. */
import type { StatutoryForm, Table, TableLine, TableRow } from '../model/index.ts';
import type { Entry } from './formSheet.ts';
import { type FormWords, readFormWords } from './wordReader.ts';

export interface Account {
  readonly entries: readonly Entry[];
  /** Whether each word has its place: none stands beside the numbers of a row or among the form's headers. */
  readonly isWhole: boolean;
  /** The words that the form does not have, row by row. */
  readonly foreign: readonly string[];
  readonly words: FormWords;
}

/**
 * @param wordingOf the label to write for a row
 * @param commentOf what stands behind a row and has to go with it
 */
export function accountFor(
  table: Table,
  form: StatutoryForm,
  wordingOf: (line: TableLine) => string,
  commentOf: (row: TableRow) => string = () => '',
): Account {
  const lines = [...table.lines, ...table.duplicates.map(({ line }) => line)];
  const byStart = new Map(lines.map((line) => [line.span.start, line]));
  const taken = new Set(lines.flatMap(startsOf));
  const words = readFormWords(table, form, (start) => taken.has(start));
  const entries: Entry[] = [];
  const foreign: string[] = [];
  let isWhole = true;
  for (const row of table.rows) {
    const line = byStart.get(row.span.start);
    const own = row.cells.filter(({ text, span }) => text !== '' && !taken.has(span.start));
    const others = own.filter(({ span }) => !words.places.has(span.start));
    const filled = row.cells.filter(({ text }) => text !== '').length;
    for (const { text } of others) foreign.push(text);
    const block = own.map(({ span }) => words.places.get(span.start)?.block).find((found) => found != null);
    if (block !== undefined && block !== null) entries.push({ kind: 'block', block });
    const comment = commentOf(row);
    if (line) entries.push(lineEntry(line, row, wordingOf(line), comment));
    else if (others.length > 0) entries.push({ kind: 'other', cells: textsBesideForm(row, table), comment });
    else if (comment !== '') isWhole = false;
    if (others.length > 0 && (line || others.length < filled)) isWhole = false;
  }
  return { entries, isWhole, foreign, words };
}

function lineEntry(line: TableLine, row: TableRow, label: string, comment: string): Entry {
  return { kind: 'line', form: line.form, label, values: valuesInColumns(line, row), comment };
}

function startsOf({ label, cells, numbers }: TableLine): number[] {
  return [...label, ...cells.filter(({ text }) => text !== '').map(({ span }) => span), ...numbers].map(
    (span) => span.start,
  );
}

/** The values in the form's columns, or where that cannot be told the numbers in their order. */
function valuesInColumns(line: TableLine, row: TableRow): string[] {
  if (line.complete) return line.cells.map(({ text }) => text);
  const starts = new Set(line.numbers.map(({ start }) => start));
  return row.cells.filter(({ text, span }) => text !== '' && starts.has(span.start)).map(({ text }) => text);
}

/** The cells of a row that the form does not have: without the blanks that only fill it up. */
function textsBesideForm({ cells }: TableRow, table: Table): string[] {
  const texts = cells.map(({ text }) => text);
  const last = texts.findLastIndex((text) => text !== '');
  const columns = Math.max(...table.form.blocks.map((block) => block.columns.length));
  const isPacked = texts[1] !== '' && last <= columns;
  return texts.slice(0, last === 0 ? 1 : isPacked ? columns + 1 : texts.length);
}
