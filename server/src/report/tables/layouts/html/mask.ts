/** A text with HTML as its reader sees it, every character still in its place. */
import { UNSEEN } from '../../../text/unseen.ts';
import type { Tag } from './markup.ts';
import type { RawTable } from './tableBuilder.ts';

/**
 * Blanks tags: a gap stands in their place, with a line break in front where a paragraph ends, or nothing that
 * keeps the words beside them apart. So headings inside tags are read like others, and each keeps its place in the
 * source.
 *
 * @param tags in order
 */
export function maskTags(text: string, tags: readonly Tag[]): string {
  const masked: string[] = [];
  let at = 0;
  for (const tag of tags) {
    if (tag.start < at || tag.end <= tag.start) continue;
    masked.push(text.slice(at, tag.start), blankOf(tag));
    at = tag.end;
  }
  return masked.join('') + text.slice(at);
}

function blankOf({ start, end, breaksLine, shown, isGap }: Tag): string {
  const length = end - start;
  if (shown !== undefined) return shown.padEnd(length, UNSEEN);
  if (breaksLine === 'no') return (isGap ? ' ' : UNSEEN).repeat(length);
  const spaces = ' '.repeat(length - 1);
  return breaksLine === 'before' ? `\n${spaces}` : `${spaces}\n`;
}

/** Blanks tables, too, whose cells are read from their tags. */
export function maskTables(text: string, tables: readonly RawTable[]): string {
  const masked: string[] = [];
  let at = 0;
  for (const { span } of [...tables].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    masked.push(text.slice(at, span.start), `\n${' '.repeat(span.end - span.start - 1)}`);
    at = span.end;
  }
  return masked.join('') + text.slice(at);
}
