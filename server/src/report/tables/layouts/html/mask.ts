/** A text with HTML as its reader sees it, every character still in its place. */
import type { Markup, Tag } from './markup.ts';

/**
 * Blanks tags and tables: as many spaces stand in their place, with a line break in front where a paragraph ends.
 * So headings inside tags are read like others, and each keeps its place in the source.
 */
export function maskMarkup(text: string, markup: Markup): string {
  const tables = [...markup.tables].sort((a, b) => a.span.start - b.span.start);
  const blanks: Tag[] = [
    ...tables.map(({ span }): Tag => ({ ...span, breaksLine: 'before' })),
    ...outside(markup.tags, tables),
  ].sort((a, b) => a.start - b.start);
  const masked: string[] = [];
  let at = 0;
  for (const blank of blanks) {
    if (blank.start < at) continue;
    masked.push(text.slice(at, blank.start), blankOf(blank));
    at = blank.end;
  }
  return masked.join('') + text.slice(at);
}

function blankOf({ start, end, breaksLine, shown }: Tag): string {
  const spaces = ' '.repeat(end - start - 1);
  if (shown !== undefined) return shown + spaces;
  if (breaksLine === 'no') return ` ${spaces}`;
  return breaksLine === 'before' ? `\n${spaces}` : `${spaces}\n`;
}

function outside(tags: readonly Tag[], tables: Markup['tables']): Tag[] {
  let next = 0;
  return tags.filter(({ start, end }) => {
    while (next < tables.length && tables[next]!.span.end <= start) next++;
    const table = tables[next];
    return end > start && !(table && start >= table.span.start);
  });
}
