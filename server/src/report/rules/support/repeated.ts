/** A fault that repeats is one finding: it stands on the first place, the others are related information. */
import type { Message, RelatedInformation, Span } from '../../model/index.ts';

export const MOST_RELATED = 50;

/** Related information for the places after the first. */
export function otherPlaces<T>(
  places: readonly T[],
  spanOf: (place: T) => Span,
  say: (place: T) => Message,
): RelatedInformation[] {
  return places.slice(1, MOST_RELATED + 1).map((place) => ({ span: spanOf(place), message: say(place) }));
}
