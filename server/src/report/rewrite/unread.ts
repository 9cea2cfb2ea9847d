/** Text that stands in a table's source and in none of what was read of it: swallowed by a broken tag, hidden, struck out. */
import type { Span, Table, TableCell } from '../model/index.ts';
import { isPageFooter } from '../text/footer.ts';

const TAGS = /<[a-z/?][^<>]{0,2000}>?/gi;
const CLOSING = /^<\/[a-z][a-z0-9]*(?::[a-z]+)?\s*>$/i;
const OPENING =
  /^<[a-z][a-z0-9]*(?::[a-z]+)?(?:\s+[a-z][a-z0-9:_-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|\s+nowrap)*\s*\/?>$/i;
/** Of attributes only looks may speak in other letters: the name of a font. */
const LOOKS = /\s(?:style|face|class)\s*=\s*(?:"[^"]*"|'[^']*'|\S+)/gi;
const OTHER_LETTER = /[^\x00-\x7f]/;
const NUMERIC = /&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi;
const NAMED = /&[a-z]{2,8};/gi;
const LETTERS = /[\p{L}\p{N}]+/gu;

/**
 * The first such text; `null` where everything was read.
 *
 * @param text the whole source
 * @param place where the table stands in it
 * @param hasMarkup whether tags in it are tags
 */
export function unreadIn(text: string, table: Table, place: Span, hasMarkup: boolean): string | null {
  if (hasMarkup)
    for (const [tag] of text.slice(place.start, place.end).matchAll(TAGS)) if (!isSoundTag(tag)) return tag;
  for (const { cells } of table.rows)
    for (const cell of cells) if (cell.text !== '' && !isWhole(cell, text, hasMarkup)) return cell.text;
  return null;
}

/** Whether a tag is one that a browser reads as it was meant, so that no text is taken for a part of it. */
export function isSoundTag(tag: string): boolean {
  if (CLOSING.test(tag)) return true;
  return OPENING.test(tag) && !OTHER_LETTER.test(tag.replace(LOOKS, ''));
}

/** Whether a cell's text has every letter and digit that stands in its place, characters written out as they are or read. */
function isWhole({ text, span, parts }: TableCell, source: string, hasMarkup: boolean): boolean {
  const own = (parts ?? [span]).map(({ start, end }) => source.slice(start, end)).join('\n');
  const words = withoutFooters(hasMarkup ? own.replace(TAGS, '') : own);
  const read = lettersOf(text);
  return lettersOf(words) === read || lettersOf(withCharacters(words)) === read;
}

function withoutFooters(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  return lines.length === 1 ? text : lines.filter((line) => !isPageFooter(line.trim())).join('\n');
}

function withCharacters(text: string): string {
  return text.includes('&') ? text.replace(NUMERIC, characterOf).replace(NAMED, '') : text;
}

function characterOf(_: string, decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '0', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').match(LETTERS)?.join('') ?? '';
}
