/** Where a finding about the report as a whole stands. */
import type { Report, Span } from '../../model/index.ts';

/** The title, else the first line with words on it. */
export function placeOfTitle({ title, lines }: Report): Span {
  return title?.span ?? lines.find(({ text }) => text !== '')?.span ?? { start: 0, end: 0 };
}
