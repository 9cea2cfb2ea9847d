/** The title of a report: whose it is, and for which year. */
import type { ReportTitleForm, Span, Title } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { normalize, simplify } from '../text/normal.ts';
import { withoutLinkBracket, withoutTail } from './adornment.ts';
import { isShort } from './headings.ts';
import { withoutRunningHead } from './runningHead.ts';
import { nearbyIssuer, nearbyYear, type Part, readYear, withoutYear } from './titleParts.ts';
import { type Words, wordsOf } from './words.ts';

const LONGEST_TITLE = 90;
/** With the page's path in front of it, or empty cells behind. */
const LONGEST_LINE = 1_000;
/** Of a title broken over two lines. */
const LONGEST_PART = 60;
const LINES_SEARCHED = 60;
const ENDING = /(?:年度报告|年报|工作报告)$/;
const SHORTEST_TITLE = 6;
const MARKUP = new Set('#>*_|•·●◆■"“「《');
/** （图解） or 【一图读懂】 in front of a name, 关于 around it. */
const AROUND_NAME = /^[([【〔][^()[\]【】〔〕]{1,10}[)\]】〕]|^关于|关于$/g;
/** What a page's path, or its word for a title, ends with; the name of the site may stand behind a title. */
const FRAME_END = /[>＞»：:]/;
const SITE_NAME = /(年度报告|年报)\s{0,3}[-—–_|]/;
/** （文字版） or （2025年度） behind a title; it is no part of it. */
const CLOSING = '）)】]〕';
const NOTE_BEHIND = /(年度报告|年报)\s{0,3}[（(【[〔][^（）()【】[\]〔〕]{1,12}[）)】\]〕]$/;

/** Leaves out what stands around a title on its line. */
type Unframe = (text: string) => string;

/**
 * The title's line: the first before the first section that ends in 年度报告 and speaks of what the form's does. What
 * it does not say itself, issuer or year, is looked for on lines of their own next to it. Where no line is a title
 * alone, one is looked for at the end of a page's path, behind 标题： and in front of the name of a site.
 */
export function readTitle(lines: readonly Line[], firstSection: number, form: ReportTitleForm): Title | null {
  const last = Math.min(firstSection, lines.length, LINES_SEARCHED);
  return bestTitle(lines, last, form, withoutMarkup) ?? bestTitle(lines, last, form, withoutFrame);
}

function bestTitle(
  lines: readonly Line[],
  last: number,
  form: ReportTitleForm,
  unframe: Unframe,
): Title | null {
  let best: Title | null = null;
  for (let index = 0; index < last; index++) {
    const title = readTitleLine(lines, index, form, unframe);
    if (title && score(title, form) > (best ? score(best, form) : -1)) best = title;
  }
  return best;
}

function score(title: Title, form: ReportTitleForm): number {
  return (title.year === null ? 0 : 2) + (title.issuer === null ? 0 : 2) + (isStatutory(title, form) ? 1 : 0);
}

/** Whether a title has the form's words: 政府信息公开工作年度报告, with the year in front of them or among them. */
export function isStatutory(title: Title, { words }: ReportTitleForm): boolean {
  const normal = normalize(title.text);
  return [/\d{4}年?度?/g, /\d{4}/g].some((year) => normal.replace(year, '').includes(words));
}

/** What of markup stands behind a title: not what a path ends with. */
const TAIL = /[*_|•·●◆■"”」》\s]/;

/** Without markup and white space at either end, a link's brackets and the mark of a note. */
function withoutMarkup(text: string): string {
  let start = 0;
  while (start < text.length && isMarkup(text[start]!)) start++;
  return withoutLinkBracket(withoutTail(text.slice(start), TAIL));
}

function isMarkup(mark: string): boolean {
  return MARKUP.has(mark) || mark.trim() === '';
}

function withoutFrame(text: string): string {
  const site = SITE_NAME.exec(text);
  const end = site ? site.index + site[1]!.length : text.length;
  let start = end;
  while (start > 0 && !FRAME_END.test(text[start - 1]!)) start--;
  return withoutMarkup(text.slice(start, end));
}

/** What a page prints behind a title. */
const PAGE_TAIL = /(年度报告|年报)\s{0,3}(?:全文|正文|文本|第\s?\d{1,3}\s?页.{0,10})$/;

function withoutNote(text: string): string {
  const tail = PAGE_TAIL.exec(text);
  if (tail) return text.slice(0, tail.index + tail[1]!.length);
  const note = CLOSING.includes(text[text.length - 1] ?? ' ') ? NOTE_BEHIND.exec(text) : null;
  return note ? text.slice(0, note.index + note[1]!.length) : text;
}

/** A title on a line, or broken over two where neither is one alone. */
function readTitleLine(
  lines: readonly Line[],
  index: number,
  form: ReportTitleForm,
  unframe: Unframe,
): Title | null {
  const line = lines[index]!;
  const read = (words: Words, at: number): Title | null =>
    readTitleOf(words, { lines, index: at }, form, unframe);
  const words = wordsOf(line);
  const own = read(words, index);
  const after = lines[index + 1]?.text === '' ? index + 2 : index + 1;
  const next = lines[after];
  if (own || !next || line.hasTab || next.hasTab) return own;
  const more = wordsOf(next);
  if (words.text === '' || [words, more].some(({ text }) => text.length > LONGEST_PART)) return null;
  const [alone, both] = [read(more, after), read(joined(words, more), index)];
  // 信息公开工作年度报告 on the second line is one that lost 政府 to the first.
  const isWhole = both !== null && isStatutory(both, form) && alone !== null && !isStatutory(alone, form);
  return alone === null || isWhole ? both : null;
}

function joined(first: Words, second: Words): Words {
  const { length } = first.text;
  const placeOf = (at: number): number => (at < length ? first.placeOf(at) : second.placeOf(at - length));
  return { text: first.text + second.text, placeOf };
}

function readTitleOf(
  { text: whole, placeOf }: Words,
  { lines, index }: { readonly lines: readonly Line[]; readonly index: number },
  form: ReportTitleForm,
  unframe: Unframe,
): Title | null {
  if (whole.length < SHORTEST_TITLE || whole.length > LONGEST_LINE || whole.includes('\t')) return null;
  const noted = unframe(whole);
  const text = withoutRunningHead(withoutNote(noted));
  if (!isShort(text, LONGEST_TITLE)) return null;
  const normal = normalize(text);
  if (!ENDING.test(normal) || !form.spoken.test(normal) || /[。；;：:，,|>]/.test(normal)) return null;
  const start = whole.lastIndexOf(text);
  const spanOf = (from: number, length: number): Span => ({
    start: placeOf(start + from),
    end: placeOf(start + from + length - 1) + 1,
  });
  const own = withoutYear(normal)
    .replace(form.phrase, '')
    .replace(/年度?$/, '')
    .replace(AROUND_NAME, '');
  const ownStart = own === '' ? -1 : simplify(text).indexOf(own);
  const ownSpan = ownStart === -1 ? spanOf(0, text.length) : spanOf(ownStart, own.length);
  const issuer: Part<string> | null = own === '' ? nearbyIssuer(lines, index) : { value: own, span: ownSpan };
  const stated = readYear(noted);
  const year: Part<number> | null = stated
    ? { value: stated.value, span: spanOf(stated.span.start, stated.span.end - stated.span.start) }
    : nearbyYear(lines, index);
  return {
    span: spanOf(0, text.length),
    text,
    issuer: issuer?.value ?? null,
    issuerSpan: issuer?.span ?? null,
    year: year?.value ?? null,
    yearSpan: year?.span ?? null,
  };
}
