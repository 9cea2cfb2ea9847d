/** A text as its reader sees it: lines without tags, and the tables that tags make. */
import { type Line, readLines } from '../../text/lines.ts';
import { unifyRadicals } from '../../text/normal.ts';
import { SourceText } from '../../text/text.ts';
import type { Grid } from './grid.ts';
import { readHtmlTable } from './html/html.ts';
import { hasMarkup, readMarkup } from './html/markup.ts';
import { maskMarkup } from './html/mask.ts';

export interface Page {
  /** The source with the radicals of a PDF's text layer as characters, tags included; as long as the source. */
  readonly unified: string;
  /** As long as the source, each character in its place, tags and HTML tables blanked. */
  readonly text: string;
  /** Where tags break lines these are more than the source has. */
  readonly lines: readonly Line[];
  /** Whether tabs in front of a line's words are its indent, as in HTML, and divide no cells. */
  readonly indents: boolean;
  /** The HTML tables, in order. */
  readonly grids: readonly Grid[];
}

/** Reads what a text shows; without HTML it is the text itself. */
export function readPage(source: SourceText): Page {
  const unified = unifyRadicals(source.text);
  const own = unified === source.text ? source : new SourceText(unified);
  if (!unified.includes('<'))
    return { unified, text: unified, lines: readLines(own), indents: false, grids: [] };
  const shown = maskComments(own);
  if (!hasMarkup(shown.text))
    return { unified, text: shown.text, lines: readLines(shown), indents: false, grids: [] };
  const markup = readMarkup(shown.text);
  const text = maskMarkup(shown.text, markup);
  const grids = markup.tables.map(readHtmlTable);
  return { unified, text, lines: readLines(new SourceText(text), true), indents: true, grids };
}

const COMMENT = /<!--\s*disclosure-report-[^>]{0,400}-->/g;

/** Comments to the checker are no part of the report: a row goes on behind one, a table across one. */
function maskComments(source: SourceText): SourceText {
  if (!source.text.includes('<!--')) return source;
  return new SourceText(source.text.replace(COMMENT, (comment) => comment.replace(/[^\r\n]/g, ' ')));
}
