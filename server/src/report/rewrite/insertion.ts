/** Paragraphs and tables put into a document between others, written like those. */
import type { Report, Span, TextEdit } from '../model/index.ts';

import { spansWithin } from '../text/spans.ts';
import { setApart } from './setApart.ts';

/** What is put in: a paragraph, or a table that is written already. */
export type Part = { readonly paragraph: string } | { readonly table: string };

type Document = Pick<Report, 'source' | 'shown'>;

/**
 * The edit that puts parts in at an offset; in HTML it is moved out of the tags that open there.
 *
 * @param model a paragraph nearby: where it stands in tags the new ones do so, too
 */
export function insertParts(document: Document, at: number, parts: readonly Part[], model?: Span): TextEdit {
  const isInTags = model !== undefined && startOfTags(document, model.start) < model.start;
  const start = startOfTags(document, at);
  const written = parts.map((part) => {
    if ('table' in part) return part.table;
    return isInTags ? `<p>${part.paragraph}</p>` : part.paragraph;
  });
  const place = { start, end: start };
  return { span: place, newText: setApart(document.source, place, written.join('\n\n'), 2) };
}

/** The longest run of tags that is looked at. */
const FAR = 300;
const OPENING = /^<(?!br|table|hr|img)[a-z]/i;
const LONGEST_NAME = 6;

/** Where the tags of paragraphs begin that open right in front of an offset; white space may stand behind them. */
function startOfTags({ source, shown }: Document, at: number): number {
  let start = at;
  for (const tag of spansWithin(shown.tags, { start: Math.max(0, at - FAR), end: at }).toReversed()) {
    const isNext = source.text.slice(tag.end, start).trim() === '';
    if (!isNext || !OPENING.test(source.text.slice(tag.start, tag.start + LONGEST_NAME))) break;
    start = tag.start;
  }
  return start;
}
