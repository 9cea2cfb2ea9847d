/** What a report states, by the form's ids. */
import type { AccountItem } from '../../formats/model.ts';
import type {
  Cell,
  FormId,
  ReportAnalysis,
  SectionId,
  TableForm,
  TableId,
} from '../../report/model/index.ts';
import { toWireRange, type WireRange } from '../check/wire.ts';

export type ExtractedTable = Record<string, Record<string, number | null>>;

/** One object of `extract --format json`; other programs rely on its shape. */
export interface ExtractedReport {
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
  readonly tables: Readonly<Record<TableId, ExtractedTable>>;
  /** What was read of a file that is no text, and what was not. */
  readonly account?: readonly AccountItem[];
}

/** What `extract` prints of a report. `file` is its name as output shows it. */
export function extractFrom(
  file: string,
  { source, issuer, year, form, sections, tables }: ReportAnalysis,
  account?: readonly AccountItem[],
): ExtractedReport {
  const tableFacts = form.tables.map((table) => {
    const found = tables.find((candidate) => candidate.form.id === table.id);
    return [table.id, numbersIn(table, found?.cells ?? [])];
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
      range: toWireRange(source, span),
    })),
    tables: Object.fromEntries(tableFacts),
    ...(account && { account }),
  };
}

/** Every number the form asks for, `null` where the text does not give it: all reports have the same shape. */
function numbersIn(form: TableForm, cells: readonly Cell[]): ExtractedTable {
  const rows: ExtractedTable = {};
  for (const { index, row, column } of form.cells) {
    rows[row] ??= {};
    rows[row][column] = cells[index]?.value ?? null;
  }
  return rows;
}
