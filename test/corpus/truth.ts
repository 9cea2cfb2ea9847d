/**
 * What is known to stand in a file: a short hash for each cell of the form, taken from facts that were held against the
 * text by eye. Hashes, since real reports are other people's; of three hexadecimal digits, too few to tell a number by.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forms } from '../../server/src/report/form/index.ts';
import type { CellForm, ReportAnalysis, TableForm } from '../../server/src/report/model/index.ts';
import type { Case } from './cases.ts';

const LENGTH = 3;
/** The text has no number here. */
const NONE = '-'.repeat(LENGTH);
/** Nobody has said yet what stands here. */
const OPEN = '?'.repeat(LENGTH);

/** By table: the marks of its cells in the form's order, without anything between. */
interface KnownFile {
  readonly form: string;
  readonly tables: Readonly<Record<string, string>>;
}

type Known = Readonly<Record<string, KnownFile>>;

/** Files that say the same as another one: conversions of one document. */
const sameAs: Readonly<Record<string, string>> = {
  'huaian-city-2024-pdflayout.txt': 'huaian-city-2024-tsv.txt',
  'huaian-city-2024-pdfraw.txt': 'huaian-city-2024-tsv.txt',
  'untried/hongze-district-2023-pdfraw.txt': 'untried/hongze-district-2023-pdflayout.txt',
  'untried/hongze-district-2023-pdftext.txt': 'untried/hongze-district-2023-pdflayout.txt',
};

const place = join(import.meta.dirname, 'truth.json');
const known: Known = JSON.parse(readFileSync(place, 'utf8'));

/**
 * `right`: the number that stands there. `empty`: nothing, where nothing stands. `unknown`: nothing, though a number
 * stands there or may. `wrong`: a number that does not stand there. `open`: a number that nobody has looked up.
 */
export type Judgement = 'right' | 'empty' | 'unknown' | 'wrong' | 'open';

/** Judges every cell of every table of a report's form, by table. */
export function judge({ truth }: Case, { form, tables }: ReportAnalysis): Map<string, Judgement[]> {
  const judgeCell =
    typeof truth === 'string' ? againstFile(truth, form.id) : againstNumbers(truth, form.tables);
  return new Map(
    form.tables.map((table) => {
      const cells = tables.find((candidate) => candidate.form === table)?.cells;
      return [
        table.id,
        table.cells.map((cell) => judgeCell(table, cell, cells?.[cell.index]?.value ?? null)),
      ];
    }),
  );
}

type JudgeCell = (table: TableForm, cell: CellForm, value: number | null) => Judgement;

function againstNumbers(numbers: readonly (readonly number[])[], tables: readonly TableForm[]): JudgeCell {
  return (table, { index }, value) => {
    if (value === null) return 'unknown';
    return value === numbers[tables.indexOf(table)]![index] ? 'right' : 'wrong';
  };
}

function againstFile(name: string, form: string): JudgeCell {
  const key = sameAs[name] ?? name;
  const file = known[key];
  return (table, cell, value) => {
    const at = cell.index * LENGTH;
    const mark = file?.form === form ? (file.tables[table.id] ?? '').slice(at, at + LENGTH) : OPEN;
    if (mark === OPEN || mark === '') return value === null ? 'unknown' : 'open';
    if (value === null) return mark === NONE ? 'empty' : 'unknown';
    return mark === hashOf(key, table, cell, value) ? 'right' : 'wrong';
  };
}

function hashOf(file: string, table: TableForm, { row, column }: CellForm, value: number): string {
  const name = [file, table.id, row, column, value].join(' ');
  return createHash('sha256').update(name).digest('hex').slice(0, LENGTH);
}

/** What `disclosure-report extract` prints of a file, held against the text and put right; "?" where it cannot be told. */
export interface CheckedFacts {
  readonly form: string;
  readonly tables: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, number | null | '?'>>>>>
  >;
}

/** Takes facts for the truth of files, by name. */
export function trust(facts: ReadonlyMap<string, CheckedFacts>): void {
  const added = [...facts].map(([name, checked]) => [name, knownFrom(name, checked)] as const);
  const all = Object.entries({ ...known, ...Object.fromEntries(added) }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(place, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

function knownFrom(name: string, checked: CheckedFacts): KnownFile {
  const form = forms.find(({ id }) => id === checked.form);
  if (!form) throw new Error(`${name}: no form ${checked.form}`);
  const marks = form.tables.map((table) => {
    const stated = checked.tables[table.id];
    return [
      table.id,
      table.cells.map((cell) => markOf(name, table, cell, stated?.[cell.row]?.[cell.column])).join(''),
    ];
  });
  return { form: form.id, tables: Object.fromEntries(marks) };
}

function markOf(
  name: string,
  table: TableForm,
  cell: CellForm,
  value: number | null | '?' | undefined,
): string {
  if (value === undefined)
    throw new Error(`${name}: nothing is said of ${table.id} ${cell.row} ${cell.column}`);
  if (value === '?') return OPEN;
  return value === null ? NONE : hashOf(name, table, cell, value);
}
