/** Places of a document in its reader's words: the table by its section, row and column by their labels. */
import type { Place } from './formats/model.ts';
import { type Locale, translate } from './l10n.ts';
import { columnOf } from './report/form/cellForms.ts';
import type { ReportAnalysis, Table } from './report/model/index.ts';
import { nameOfRow } from './report/model/names.ts';
import { formatChineseOrdinal } from './report/text/chineseNumerals.ts';

/** A place as `check --format json` gives it: what applies, labels as printed, numbers from 1. */
export interface NamedPlace {
  readonly page?: number;
  readonly table?: string | number;
  readonly row?: string | number;
  readonly column?: string | number;
  readonly paragraph?: number;
}

/** A place of the analysed text; where it stands in a table of the form, by the form's words. */
export function namePlace(place: Place, analysis: ReportAnalysis, offset: number): NamedPlace {
  const { sheet: _, ...numbers } = place;
  const table = analysis.tables.find(({ span }) => span.start <= offset && offset <= span.end);
  if (table === undefined || place.paragraph !== undefined) return numbers;
  return { ...numbers, table: nameOfTable(table, analysis), ...nameInTable(table, offset) };
}

/** 表三: the table of the third section. */
function nameOfTable({ form: { section } }: Table, { form }: ReportAnalysis): string {
  const ordinal = form.sections.find(({ id }) => id === section)?.ordinal ?? 0;
  return `表${formatChineseOrdinal(ordinal)}`;
}

function nameInTable({ form, lines }: Table, offset: number): Pick<NamedPlace, 'row' | 'column'> {
  const line = lines.find(({ span }) => span.start <= offset && offset <= span.end);
  if (line === undefined) return {};
  const cell = line.cells.find(({ span }) => span.start <= offset && offset <= span.end);
  const column = cell && columnOf(form, cell.form);
  if (line.form.row === null) return column ? { row: column.groups.at(-1) ?? '—', column: column.label } : {};
  return { row: nameOfRow(line), ...(column && { column: column.label }) };
}

/** 表三 · 第7行 · 自然人; empty where nothing is known of a place. */
export function sayPlace(place: NamedPlace, locale: Locale): string {
  const parts = (['page', 'table', 'row', 'column', 'paragraph'] as const).flatMap((kind) => {
    const value = place[kind];
    if (value === undefined) return [];
    return typeof value === 'string' ? value : translate({ key: `place.${kind}`, args: { value } }, locale);
  });
  return parts.join(' · ');
}
