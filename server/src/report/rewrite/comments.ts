/**
 * Comments that silence rules in a table: those for a line go with its row, those that begin or end a block stand
 * behind the block's first or last row.
 */

import type { Span, Table, TableRow } from '../model/index.ts';
import { commentBehind, SUPPRESSION, type SuppressionKind } from '../suppression/writeSuppressions.ts';
import { countBelow } from '../text/search.ts';
import type { SourceText } from '../text/text.ts';

export interface RowComments {
  /** Places of the comments that go with a row. */
  readonly spans: readonly Span[];
  /** What stands behind a row. */
  of(row: TableRow): string;
}

/** The comments in a table's place that silence the same from behind a row. */
export function readRowComments(source: SourceText, table: Table, place: Span): RowComments {
  const spans: Span[] = [];
  const ofRow = new Map<TableRow, string>();
  const text = source.text.slice(place.start, place.end);
  if (text.includes('<!--')) {
    const rows = new RowsByLine(source, table);
    for (const match of text.matchAll(SUPPRESSION)) {
      const [comment, kind, ids] = match as unknown as readonly [string, SuppressionKind, string];
      const start = place.start + match.index;
      const row = rows.rowFor(kind, source.lineAt(start));
      if (!row) continue;
      spans.push({ start, end: start + comment.length });
      const written = commentBehind(kind === 'disable-next-line' ? 'disable-line' : kind, ids.trim());
      ofRow.set(row, (ofRow.get(row) ?? '') + written);
    }
  }
  return { spans, of: (row) => ofRow.get(row) ?? '' };
}

/** A table's rows and the lines they stand on. */
class RowsByLine {
  readonly #rows: readonly TableRow[];
  readonly #firstLines: readonly number[];
  readonly #lastLines: readonly number[];

  constructor(source: SourceText, { rows }: Table) {
    this.#rows = rows;
    this.#firstLines = rows.map(({ span }) => source.lineAt(span.start));
    this.#lastLines = rows.map(({ span }) => source.lineAt(span.end));
  }

  /** The row behind which a comment on a line says the same; none for one that speaks of a part of a row. */
  rowFor(kind: SuppressionKind, line: number): TableRow | undefined {
    if (kind === 'disable') return this.#firstFrom(line);
    if (kind === 'enable') return this.#lastUpTo(line);
    return this.#onlyOn(kind === 'disable-line' ? line : line + 1);
  }

  #firstFrom(line: number): TableRow | undefined {
    const index = countBelow(this.#firstLines, line);
    return index > 0 && this.#lastLines[index - 1]! >= line ? undefined : this.#rows[index];
  }

  #lastUpTo(line: number): TableRow | undefined {
    const index = countBelow(this.#firstLines, line + 1) - 1;
    return index >= 0 && this.#lastLines[index]! > line ? undefined : this.#rows[index];
  }

  #onlyOn(line: number): TableRow | undefined {
    const index = countBelow(this.#firstLines, line);
    return countBelow(this.#firstLines, line + 1) === index + 1 ? this.#rows[index] : undefined;
  }
}
