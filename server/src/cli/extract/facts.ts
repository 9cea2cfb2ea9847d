/** What a report states, by the form's ids. */
import type { Cell, FormId, ReportAnalysis, SectionId, TableForm, TableId } from '../../report/model.ts';
import { toRange, type WireRange } from '../check/wire.ts';

export type TableFacts = Record<string, Record<string, number | null>>;

/** One object of `extract --format json`; other programs rely on its shape. */
export interface ReportFacts {
  readonly file: string;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly form: FormId;
  readonly sections: readonly {
    readonly id: SectionId | null;
    readonly ordinal: number;
    readonly title: string;
    readonly range: WireRange;
  }[];
  readonly tables: Readonly<Record<TableId, TableFacts>>;
}

/** What `extract` prints of a report. `file` is its name as output shows it. */
export function readFacts(
  file: string,
  { source, issuer, year, form, sections, tables }: ReportAnalysis,
): ReportFacts {
  const tableFacts = form.tables.map((table) => {
    const found = tables.find((candidate) => candidate.form.id === table.id);
    return [table.id, readTable(table, found?.cells ?? [])];
  });
  return {
    file,
    issuer,
    year,
    form: form.id,
    sections: sections.map(({ id, ordinal, title, span }) => ({
      id,
      ordinal,
      title,
      range: toRange(source, span),
    })),
    tables: Object.fromEntries(tableFacts),
  };
}

/** Every number the form asks for, `null` where the text does not give it: all reports have the same shape. */
function readTable(form: TableForm, cells: readonly Cell[]): TableFacts {
  const facts: TableFacts = {};
  for (const { index, row, column } of form.cells) {
    facts[row] ??= {};
    facts[row][column] = cells[index]?.value ?? null;
  }
  return facts;
}
