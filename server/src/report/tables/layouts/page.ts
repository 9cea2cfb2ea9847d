/** A text as its reader sees it: the one place where it is decided what is shown. */
import type { Shown } from '../../model/index.ts';
import { type Line, readLines } from '../../text/lines.ts';
import { unifyRadicals } from '../../text/normal.ts';
import { SourceText } from '../../text/text.ts';
import { UNSEEN, withoutUnseen } from '../../text/unseen.ts';
import type { Grid } from './grid.ts';
import { readHtmlTable } from './html/html.ts';
import { hasEntities, hasMarkup, readMarkup } from './html/markup.ts';
import { maskTables, maskTags } from './html/mask.ts';

export interface Page {
  readonly shown: Shown;
  /** What is shown outside HTML tables, as long as the source, each character in its place. */
  readonly text: string;
  /** Where tags break lines these are more than the source has. */
  readonly lines: readonly Line[];
  /** Whether tabs in front of a line's words are its indent, as in HTML, and divide no cells. */
  readonly indents: boolean;
  /** The HTML tables, in order. */
  readonly grids: readonly Grid[];
}

/** Reads what a text shows; of a text without marks, tags and comments it is all. */
export function readPage(source: SourceText): Page {
  const unified = unifyRadicals(source.text);
  const { text: seen, unseen } = withoutUnseen(unified);
  const text = withoutEscapes(seen);
  const indents = text.includes('<') && hasMarkup(text);
  if (!indents && !(text.includes('&') && hasEntities(text))) {
    const own = text === source.text ? source : new SourceText(text);
    return { shown: { text, unseen, tags: [] }, text, lines: readLines(own), indents, grids: [] };
  }
  const { tags, tables } = readMarkup(text);
  const shown = maskTags(text, tags);
  const outside = maskTables(shown, tables);
  return {
    shown: { text: shown, unseen, tags: tags.filter(({ shown: written }) => written === undefined) },
    text: outside,
    lines: readLines(new SourceText(outside), indents),
    indents,
    grids: tables.map(readHtmlTable),
  };
}

/** Not of a pipe, which would divide cells, nor of what would begin a tag. */
const ESCAPED = /\\(?=[!-%'-;=-@[\]-`{}~])/g;

/** A mark behind a backslash is itself. */
function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPED, UNSEEN) : text;
}
