/** Spans in order, none across another. */
import { firstPlace } from './search.ts';
import type { Span } from './span.ts';

/** Those that have a part in a stretch. */
export function spansWithin(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  const first = firstPlace(spans.length, (place) => spans[place]!.end > start);
  let last = first;
  while (last < spans.length && spans[last]!.start < end) last++;
  return first === last ? NONE : spans.slice(first, last);
}

const NONE: readonly Span[] = [];
