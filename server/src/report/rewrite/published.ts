/** A report as it is published: title, headings, paragraphs, and its tables in the form's merged shape. */
import type { ReportAnalysis, Span, Table } from '../model/index.ts';
import { readLines } from '../text/lines.ts';
import { readRowComments } from './comments.ts';
import { TablePlaces } from './place.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { sheetsOf } from './sheetsOf.ts';
import { writtenWording } from './wording.ts';
import { findFormWords } from './wordReader.ts';

export interface PublishedTable {
  readonly kind: 'table';
  readonly rows: readonly SheetRow[];
  /** How many rows at its top are headers, to be repeated on every page. */
  readonly headerRows: number;
  /** The title of its section. */
  readonly caption: string;
}

export type PublishedBlock =
  | { readonly kind: 'title' | 'heading' | 'topic' | 'paragraph'; readonly text: string }
  | PublishedTable;

/** The report's blocks in order; `null` where a table stands in tags, or has words that have no place in one. */
export function publish(analysis: ReportAnalysis): readonly PublishedBlock[] | null {
  const places = new TablePlaces(analysis);
  if (places.hasMarkup) return null;
  const tables: { block: PublishedTable; place: Span }[] = [];
  for (const table of analysis.tables) {
    const place = places.placeOf(table);
    const block = place && publishTable(table, place, places, analysis);
    if (!block) return null;
    tables.push({ block, place });
  }
  tables.sort((a, b) => a.place.start - b.place.start);
  return weave(analysis, tables);
}

function publishTable(
  table: Table,
  place: Span,
  places: TablePlaces,
  analysis: ReportAnalysis,
): PublishedTable | null {
  const { source, form, sections } = analysis;
  const comments = readRowComments(source, table, place);
  const between = places.wordsBetween(table, place, comments.spans);
  const words = findFormWords(between, table.form, form);
  const [sheet] =
    words.places.size === between.length ? sheetsOf(table, form, writtenWording, { words, comments }) : [];
  if (sheet === undefined) return null;
  const section = sections.find(({ tables }) => tables.includes(table));
  const headerRows = table.form.blocks.length > 1 ? 0 : headerRowsOf(sheet.rows);
  return { kind: 'table', rows: sheet.rows, headerRows, caption: section?.title ?? '' };
}

const VALUE = /^[\d０-９.,，/\-—\s]*$/;

/** Rows in front of the first that ends with a number or a blank. */
function headerRowsOf(rows: readonly SheetRow[]): number {
  return Math.max(
    0,
    rows.findIndex((row) => !isHeaderRow(row)),
  );
}

/** Whether a row names columns: it ends with words. */
export function isHeaderRow(row: SheetRow): boolean {
  const last = row.findLast((cell) => cell !== null);
  return last != null && !isValue(last);
}

/** Whether a number stands in a cell, or nothing. */
export function isValue({ text }: SheetCell): boolean {
  return VALUE.test(text);
}

/** Lines outside of tables, and each table in its place. */
function weave(
  analysis: ReportAnalysis,
  tables: readonly { readonly block: PublishedTable; readonly place: Span }[],
): readonly PublishedBlock[] {
  const blocks: PublishedBlock[] = [];
  const rest = [...tables];
  for (const { span, text } of readLines(analysis.source)) {
    for (; rest[0] && rest[0].place.start <= span.start; rest.shift()) blocks.push(rest[0].block);
    const isInTable = tables.some(({ place }) => place.start <= span.start && span.start < place.end);
    const words = shown(text);
    if (!isInTable && words !== '') blocks.push({ kind: kindOf(span, analysis), text: words });
  }
  return [...blocks, ...rest.map(({ block }) => block)];
}

function kindOf(
  { start, end }: Span,
  { title, sections }: ReportAnalysis,
): 'title' | 'heading' | 'topic' | 'paragraph' {
  const isAt = (span: Span): boolean => start <= span.start && span.start < end;
  const fills = (span: Span): boolean => isAt(span) && end - span.end <= 1;
  const heads = [title?.span, title?.issuerSpan, title?.yearSpan];
  if (heads.some((span) => span && isAt(span))) return 'title';
  if (sections.some(({ span }) => isAt(span))) return 'heading';
  return sections.some(({ topics }) => topics.some(({ span }) => fills(span))) ? 'topic' : 'paragraph';
}

/**
 * Words between marks of stress. Stars that open or close nothing are words: those of a phone number of which a part is
 * hidden (138****5678), of a name (李**).
 */
const STRESSED = /(?<!\*)\*\*(?![\s*])(?!(?<=[^\s\p{P}]\*\*)\p{P})([^*]{1,500})(?<!\s)\*\*(?!\*)/gu;

/** A line of Markdown as its reader sees it: without the marks of headings and stress, and without comments. */
function shown(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(STRESSED, '$1')
    .replace(/^<!--.{0,500}-->$/, '')
    .trim();
}
