/** Where a table stands in its document, with all that its layout puts around its cells, and what stands between them. */

import type { ReportAnalysis, Shown, Span, Table } from '../model/index.ts';
import { SUPPRESSION } from '../suppression/writeSuppressions.ts';
import { RULE } from '../tables/layouts/pipeRows.ts';
import { isPageFooter } from '../text/footer.ts';
import { countBelow } from '../text/search.ts';
import { spansWithin } from '../text/spans.ts';
import type { SourceText } from '../text/text.ts';
import { joinSeen } from '../text/unseen.ts';
import type { Looks } from './sheet.ts';
import { isSoundTag } from './unread.ts';

const DECORATION = /^[\s|]*$/;
const MARK = /[|\t]/;
const LONGEST_TAG_NAME = 8;
/** What a line of a grid is made of, +-----+=====+, and a thin rule below a header. */
const GRID_RULE_MARKS = /^[-=:+—–]+$/;

/** Finds the places of a document's tables; what it needs of the whole text is looked up once. */
export class TablePlaces {
  readonly #source: SourceText;
  /** Whether tags in the document are tags. */
  readonly hasMarkup: boolean;
  readonly #shown: Shown;
  readonly #opening: readonly number[];
  /** Where closing tags end. */
  readonly #closing: readonly number[];

  constructor({ source, shown }: Pick<ReportAnalysis, 'source' | 'shown'>) {
    this.#source = source;
    this.#shown = shown;
    this.hasMarkup = shown.tags.length > 0;
    const found = (tag: RegExp): Span[] =>
      shown.tags.filter(({ start }) => tag.test(source.text.slice(start, start + LONGEST_TAG_NAME)));
    this.#opening = found(/^<table\b/i).map(({ start }) => start);
    this.#closing = found(/^<\/table\b/i).map(({ end }) => end);
  }

  /** The table with its tags, or its whole lines; `null` for an HTML table whose end is not marked. */
  placeOf({ layout, span }: Table): Span | null {
    return layout === 'html' ? this.#placeOfHtml(span) : this.#placeOfLines(span);
  }

  /** What a table's own layout says of its looks. */
  looksOf({ layout }: Table, { start, end }: Span): Looks {
    const text = this.#source.text.slice(start, end);
    if (layout === 'html') return { tag: text.slice(0, text.indexOf('>') + 1) };
    const rule =
      layout === 'pipes'
        ? text
            .split(/\r\n?|\n/)
            .map(cellsOfRule)
            .find((cells) => cells)
        : undefined;
    return rule ? { rule } : {};
  }

  /**
   * Words in a table's place that stand in none of its cells nor in what is carried with it, and what is not shown; no
   * page footers.
   */
  wordsBetween(table: Table, place: Span, carried: readonly Span[]): string[] {
    const gaps: Span[] = [];
    let at = place.start;
    for (const { start, end } of spansInOrder(table, carried)) {
      if (start > at) gaps.push({ start: at, end: start });
      at = Math.max(at, end);
    }
    gaps.push({ start: at, end: place.end });
    return [
      ...gaps.flatMap((gap) => this.#wordsIn(gap)),
      ...gaps.flatMap((gap) => this.#brokenTagsIn(gap)),
      ...this.#unseenIn(place, carried),
    ];
  }

  /** Tags that swallowed words. */
  #brokenTagsIn(gap: Span): string[] {
    return spansWithin(this.#shown.tags, gap)
      .map(({ start, end }) => this.#source.text.slice(start, end))
      .filter((tag) => /^<[^!]/.test(tag) && !isSoundTag(tag));
  }

  #wordsIn({ start, end }: Span): string[] {
    const gap = this.#shown.text.slice(start, end);
    if (DECORATION.test(gap)) return [];
    return joinSeen(gap)
      .replace(BESIDE_FORM_FEED, '')
      .split(/[\r\n|]+/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '' && !RULE.test(piece) && !isGridRule(piece) && !isPageFooter(piece));
  }

  #unseenIn(place: Span, carried: readonly Span[]): string[] {
    return spansWithin(this.#shown.unseen, place)
      .filter((span) => !carried.some(({ start, end }) => start <= span.start && span.end <= end))
      .map(({ start, end }) => this.#source.text.slice(start, end).trim());
  }

  #placeOfHtml({ start, end }: Span): Span | null {
    const first = lastBefore(this.#opening, start + 1);
    const last = firstFrom(this.#closing, end);
    if (first === undefined || last === undefined) return null;
    const next = firstFrom(this.#opening, end);
    if (next !== undefined && next < last) return null;
    return { start: first, end: last };
  }

  #placeOfLines({ start, end }: Span): Span {
    const source = this.#source;
    const { text, lineStarts } = source;
    let first = source.lineAt(start);
    if (!DECORATION.test(text.slice(lineStarts[first]!, start))) return { start, end: this.#endOfLines(end) };
    while (first > 0 && this.#isDecoration(first - 1)) first--;
    return { start: lineStarts[first]!, end: this.#endOfLines(end) };
  }

  #endOfLines(end: number): number {
    const source = this.#source;
    let last = source.lineAt(end);
    const behind = source.text.slice(end, source.lineEnd(last)).replace(SUPPRESSION, '');
    if (!DECORATION.test(behind)) return end;
    for (let next = last + 1; next < source.lineCount && this.#isBlank(next); next++) {
      if (this.#isDecoration(next)) last = next;
    }
    return source.lineEnd(last);
  }

  #isBlank(line: number): boolean {
    return DECORATION.test(
      this.#source.text.slice(this.#source.lineStarts[line]!, this.#source.lineEnd(line)),
    );
  }

  /** A line of nothing but pipes or tabs: blank cells that fill a row up. */
  #isDecoration(line: number): boolean {
    const { text, lineStarts } = this.#source;
    return this.#isBlank(line) && MARK.test(text.slice(lineStarts[line]!, this.#source.lineEnd(line)));
  }
}

function isGridRule(piece: string): boolean {
  return GRID_RULE_MARKS.test(piece) && /[-—–=]/.test(piece);
}

/** The cells of a line that is such a rule. */
function cellsOfRule(line: string): readonly string[] | undefined {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return cells.every((cell) => RULE.test(cell.trim())) ? cells.map((cell) => cell.trim()) : undefined;
}

/** A number alone is a page's where a form feed says that the page ends there. */
const BESIDE_FORM_FEED = /(?<![^\s])\d{1,4}[ \t]{0,9}[\r\n]{0,4}\f|\f[ \t]{0,9}\d{1,4}(?=[ \t]{0,9}[\r\n])/g;

function spansInOrder(table: Table, carried: readonly Span[]): Span[] {
  const spans = table.rows.flatMap((row) => row.cells.flatMap(({ parts, span }) => parts ?? [span]));
  return [...spans, ...carried].sort((a, b) => a.start - b.start);
}

/** The first of ascending offsets that is not below a limit. */
function firstFrom(offsets: readonly number[], limit: number): number | undefined {
  return offsets[countBelow(offsets, limit)];
}

function lastBefore(offsets: readonly number[], limit: number): number | undefined {
  return offsets[countBelow(offsets, limit) - 1];
}
