/** The text of a document's lines, with the way back to its source and to its reader's words. */
import type { Span } from '../report/model/index.ts';
import type { Place, Stretch } from './model.ts';

/** Characters of the text, and where they stand in the source; `null` for what stands in it nowhere. */
export interface Piece {
  readonly text: string;
  readonly source: Span | null;
}

/** A paragraph, of one cell, or a row of a table. No piece has a line break or, in a row, a tab. */
export interface TextLine {
  /** Of a row without its column. */
  readonly place: Place;
  readonly isRow: boolean;
  readonly cells: readonly (readonly Piece[])[];
}

export interface Composed {
  readonly text: string;
  readonly map: readonly Stretch[];
  /** By line and cell: where in the text it begins. */
  readonly starts: readonly (readonly number[])[];
  placeOf(offset: number): Place;
}

/** Puts lines below each other and cells, tabs between them, beside each other. */
export function compose(lines: readonly TextLine[]): Composed {
  const parts: string[] = [];
  const map: Stretch[] = [];
  const starts: number[][] = [];
  let length = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const { cells } of lines) {
    const own: number[] = [];
    for (const pieces of cells) {
      if (own.length > 0) put('\t');
      own.push(length);
      for (const { text, source } of pieces) {
        if (source) addStretch(map, { text: { start: length, end: length + text.length }, part: '', source });
        put(text);
      }
    }
    put('\n');
    starts.push(own);
  }
  return { text: parts.join(''), map, starts, placeOf: (offset) => placeAt(lines, starts, offset) };
}

/** What goes on in text and source alike is one stretch. */
function addStretch(map: Stretch[], next: Stretch): void {
  const last = map.at(-1);
  const goesOn = last?.text.end === next.text.start && last.source.end === next.source.start;
  if (last && goesOn && isLiteral(last) && isLiteral(next))
    map[map.length - 1] = {
      text: { start: last.text.start, end: next.text.end },
      part: next.part,
      source: { start: last.source.start, end: next.source.end },
    };
  else map.push(next);
}

/** Whether each character of a stretch is one of the source; else only the whole is. */
export function isLiteral({ text, source }: Stretch): boolean {
  return text.end - text.start === source.end - source.start;
}

function placeAt(lines: readonly TextLine[], starts: readonly (readonly number[])[], offset: number): Place {
  const index = lastAtOrBefore(starts, ([first = 0]) => first, offset);
  const line = lines[index];
  if (!line) return {};
  if (!line.isRow) return line.place;
  return { ...line.place, column: 1 + lastAtOrBefore(starts[index] ?? [], (start) => start, offset) };
}

/** The index of the last of ascending values that is no larger than a limit; -1 if there is none. */
export function lastAtOrBefore<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  limit: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
