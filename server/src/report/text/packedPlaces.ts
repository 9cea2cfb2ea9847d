/** Many places of a text in little room, to be kept when the text is gone. */
import type { Span } from './span.ts';
import type { Position, SourceText } from './text.ts';

const NUMBERS = 4;

/** Line and character of the beginning and of the end of each span. */
export type PackedPlaces = Int32Array;

/** The spans lie within lines or end at their ends; neighbours mostly stand on one line, which is tried first. */
export function packPlaces(spans: readonly Span[], source: SourceText): PackedPlaces {
  const places = new Int32Array(NUMBERS * spans.length);
  let line = 0;
  const lineOf = (offset: number): number => {
    const starts = source.lineStarts;
    const isHere = starts[line]! <= offset && offset < (starts[line + 1] ?? Number.POSITIVE_INFINITY);
    line = isHere ? line : source.lineAt(offset);
    return line;
  };
  spans.forEach(({ start, end }, index) => {
    const at = NUMBERS * index;
    places[at] = lineOf(start);
    places[at + 1] = start - source.lineStarts[line]!;
    places[at + 2] = lineOf(end);
    places[at + 3] = end - source.lineStarts[line]!;
  });
  return places;
}

/** The place of the span that was packed at an index. */
export function unpackPlace(
  places: PackedPlaces,
  index: number,
): { readonly start: Position; readonly end: Position } {
  const [line, character, lastLine, lastCharacter] = places.subarray(NUMBERS * index, NUMBERS * (index + 1));
  return {
    start: { line: line!, character: character! },
    end: { line: lastLine!, character: lastCharacter! },
  };
}
