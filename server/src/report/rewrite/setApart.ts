/** Keeps a table apart from what stands before and behind it. */
import type { Span } from '../model.ts';
import type { SourceText } from '../source/text.ts';
import type { WrittenLayout } from './writeSheet.ts';

/**
 * The table's text with the line breaks it needs at its place: tab-separated rows stand on lines of their own; a
 * Markdown table and an HTML block end at a blank line, so they get one on either side.
 */
export function setApart(
  source: SourceText,
  { start, end }: Span,
  text: string,
  layout: WrittenLayout,
): string {
  const needed = layout === 'tabs' ? 1 : 2;
  const above = /\s*$/.exec(source.text.slice(Math.max(0, start - FAR), start))![0];
  const below = /^\s*/.exec(source.text.slice(end, end + FAR))![0];
  const breaksAbove = start - above.length <= 0 ? needed : countBreaks(above);
  const breaksBelow = end + below.length >= source.text.length ? needed : countBreaks(below);
  return (
    '\n'.repeat(Math.max(0, needed - breaksAbove)) + text + '\n'.repeat(Math.max(0, needed - breaksBelow))
  );
}

/** As far as line breaks are looked for. */
const FAR = 200;

function countBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
