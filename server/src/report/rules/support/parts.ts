/** Words with tags between them: what is text, and the smallest edits of it. */
import type { Report, Span, TextEdit } from '../../model/index.ts';

import { spansWithin } from '../../text/spans.ts';

/** The parts of a span that are shown and not blank. */
export function partsOf({ source, shown }: Pick<Report, 'source' | 'shown'>, span: Span): Span[] {
  const { text } = source;
  const { start, end } = span;
  const parts: Span[] = [];
  let from = start;
  const add = (to: number): void => {
    const words = text.slice(from, to);
    const first = from + (words.length - words.trimStart().length);
    const last = first + words.trim().length;
    if (last > first) parts.push({ start: first, end: last });
  };
  const gaps = [...spansWithin(shown.tags, span), ...spansWithin(shown.unseen, span)];
  for (const gap of gaps.sort((a, b) => a.start - b.start)) {
    add(gap.start);
    from = Math.max(from, gap.end);
  }
  add(end);
  return parts;
}

/** Edits that make parts together read as wanted, and change no more than they must. */
export function rewriteParts(text: string, parts: readonly Span[], wanted: string): TextEdit[] {
  const places = parts.flatMap((part, index) =>
    Array.from({ length: part.end - part.start }, (_, at) => ({ at: part.start + at, index })).filter(
      ({ at }) => !/\s/.test(text[at]!),
    ),
  );
  const found = places.map(({ at }) => text[at]!);
  const most = Math.min(found.length, wanted.length);
  let head = 0;
  while (head < most && found[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < most - head && found.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  const middle = wanted.slice(head, wanted.length - tail);
  const changed = places.slice(head, places.length - tail);
  if (changed.length === 0) {
    const at = head === 0 ? places[0]!.at : places[head - 1]!.at + 1;
    return middle === '' ? [] : [{ span: { start: at, end: at }, newText: middle }];
  }
  return parts.flatMap((_, index) => {
    const own = changed.filter((place) => place.index === index);
    if (own.length === 0) return [];
    const span = { start: own[0]!.at, end: own.at(-1)!.at + 1 };
    return { span, newText: index === changed[0]!.index ? middle : '' };
  });
}
