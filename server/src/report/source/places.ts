/** Many places of a text in little room, to be kept when the text is gone. */
import type { Span } from '../model.ts';
import type { Position, SourceText } from './text.ts';

const NUMBERS = 4;

/** Line and character of the beginning and of the end of each span. */
export type PackedPlaces = Int32Array;

export function packPlaces(spans: readonly Span[], source: SourceText): PackedPlaces {
  const places = new Int32Array(NUMBERS * spans.length);
  spans.forEach((span, index) => {
    const start = source.positionAt(span.start);
    const end = source.positionAt(span.end);
    places.set([start.line, start.character, end.line, end.character], NUMBERS * index);
  });
  return places;
}

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
