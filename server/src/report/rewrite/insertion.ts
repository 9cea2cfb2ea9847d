/** Paragraphs and tables put into a document between others, written like those. */
import type { Span, TextEdit } from '../model/index.ts';
import type { SourceText } from '../text/text.ts';
import { setApart } from './setApart.ts';

/** What is put in: a paragraph, or a table that is written already. */
export type Part = { readonly paragraph: string } | { readonly table: string };

/**
 * The edit that puts parts in at an offset; in HTML it is moved out of the tags that open there.
 *
 * @param model a paragraph nearby: where it stands in tags the new ones do so, too
 */
export function insertParts(source: SourceText, at: number, parts: readonly Part[], model?: Span): TextEdit {
  const { text } = source;
  const isInTags = model !== undefined && openingTags(text, model.start) !== '';
  const start = at - openingTags(text, at).length;
  const written = parts.map((part) => {
    if ('table' in part) return part.table;
    return isInTags ? `<p>${part.paragraph}</p>` : part.paragraph;
  });
  const place = { start, end: start };
  return { span: place, newText: setApart(source, place, written.join('\n\n'), 2) };
}

/** The longest run of tags that is looked at. */
const FAR = 300;

/** The tags of paragraphs that open right in front of an offset, with the white space between and behind them. */
function openingTags(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - FAR), at);
  return /(?:<(?!br|table|hr|img)[a-z][^<>]*>\s*)+$/i.exec(before)?.[0] ?? '';
}
