/** Comments that silence a rule at a row of a table: they go with the row. */
import { commentBehind, SUPPRESSION } from '../disable.ts';
import type { Span, Table, TableRow } from '../model.ts';
import type { SourceText } from '../source/text.ts';

export interface RowComments {
  /** Places of the comments that go with a row. */
  readonly spans: readonly Span[];
  /** What stands behind a row. */
  of(row: TableRow): string;
}

/** The comments in a table's place that speak of one row, each of which stands alone on its line or lines. */
export function readRowComments(source: SourceText, table: Table, place: Span): RowComments {
  const spans: Span[] = [];
  const ofRow = new Map<TableRow, string>();
  const text = source.text.slice(place.start, place.end);
  if (text.includes('<!--')) {
    const rows = rowsByLine(source, table);
    for (const match of text.matchAll(SUPPRESSION)) {
      const start = place.start + match.index;
      const row = rows.get(source.lineAt(start) + (match[1] === 'disable-next-line' ? 1 : 0));
      if (!row || !match[1]!.endsWith('-line')) continue;
      spans.push({ start, end: start + match[0].length });
      ofRow.set(row, (ofRow.get(row) ?? '') + commentBehind(match[2]!.trim()));
    }
  }
  return { spans, of: (row) => ofRow.get(row) ?? '' };
}

/** The rows that have a line of the text, `null` for a line of several. */
function rowsByLine(source: SourceText, { rows }: Table): Map<number, TableRow | null> {
  const byLine = new Map<number, TableRow | null>();
  for (const row of rows) {
    const line = source.lineAt(row.span.start);
    byLine.set(line, byLine.has(line) ? null : row);
  }
  return byLine;
}
