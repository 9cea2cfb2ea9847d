/** The report on a page: from its title to the page's foot, without what the site puts around it. */
import { forms } from '../../report/form/index.ts';
import type { ReportTitleForm, Span } from '../../report/model/index.ts';
import { type Outline, readOutline } from '../../report/outline/outline.ts';
import { readTitle } from '../../report/outline/title.ts';
import { readPage } from '../../report/tables/layouts/page.ts';
import { readLines } from '../../report/text/lines.ts';
import { SourceText } from '../../report/text/text.ts';
import type { Line } from './flow.ts';
import type { Element } from './tree.ts';

export interface Cut {
  /** Of the report. */
  readonly lines: readonly Line[];
  /** How many lines stand in front of it, and how many behind. */
  readonly before: number;
  readonly after: number;
  /** How often the report, or another, comes again behind it. */
  readonly copies: number;
}

/** So many sections that have come before make what begins with them another copy, not a section written twice. */
const SECTIONS_OF_A_COPY = 3;
/** Between a page's title and the first section stand a preamble and what the site says of the page. */
const LINES_BEFORE_SECTION = 40;
const LONGEST_FOOT = 60;
const FOOT =
  /^[\s【[（(|]{0,4}(?:上一[篇条页]|下一[篇条页]|打印|关闭|返回|分享|扫一扫|相关(?:链接|文档|文章|信息|阅读|附件)|责任编辑|主办|承办|版权所有|网站(?:标识|地图|声明)|政府网站标识|联系我们|copyright|©|[^。]{0,16}ICP备|[^。]{0,8}公网安备)/i;

/**
 * Cuts a page to its report. Its headings tell where it is: what holds them all holds the report, and the title is the
 * last one above the first of them. A page on which no headings are told is left whole.
 *
 * @param pageTitle the page's `<title>`, used where no line of the page is the report's title
 */
export function cutReport(lines: readonly Line[], pageTitle: Line): Cut {
  const { headings, form } = readOutline(readPage(new SourceText(textBetween(lines))), forms);
  const copy = copyIn(headings);
  const own = headings.slice(0, copy).map(({ line }) => line.index);
  const [first] = own;
  if (first === undefined) return { lines, before: 0, after: 0, copies: 0 };
  const isInside = insideOf(own.map((at) => lines[at]!.block));
  const last = own.at(-1)!;
  const next = headings[copy]?.line.index ?? lines.length;
  const limit = copy < headings.length ? (titleAbove(lines, last + 1, next, form.reportTitle) ?? next) : next;
  const end = endOfPiece(lines, last, limit, isInside);
  const title = titleAbove(lines, 0, first, form.reportTitle);
  const start = title ?? Math.max(0, lines.findIndex(isInside));
  const isNamedByPage = title === null && titleAbove([pageTitle], 0, 1, form.reportTitle) !== null;
  return {
    lines: [...(isNamedByPage ? [pageTitle] : []), ...lines.slice(start, end)],
    before: start,
    after: lines.length - end,
    copies: copy < headings.length ? 1 : 0,
  };
}

/** One line for each, so that a text's lines are these. */
function textBetween(lines: readonly Line[]): string {
  return lines.map(lineText).join('\n');
}

/** A line of the text, as the checker reads it. */
export function lineText(line: Line): string {
  if (line.kind === 'picture') return '';
  const parts = line.kind === 'row' ? line.cells : [line];
  return parts.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\t');
}

/** Which heading begins another copy of the report; as many as there are if there is none. */
function copyIn(headings: Outline['headings']): number {
  const ids = headings.map(({ id }) => id);
  const copy = ids.findIndex((_, index) => isCopy(ids.slice(0, index), ids.slice(index)));
  return copy === -1 ? ids.length : copy;
}

function isCopy(before: readonly unknown[], from: readonly unknown[]): boolean {
  const again = from.filter((id) => id !== null && before.includes(id));
  return (
    before.includes(from[0]) && new Set(again).size >= Math.min(SECTIONS_OF_A_COPY, new Set(before).size)
  );
}

/** Whether a line stands in what holds all headings; one heading alone does not tell. */
function insideOf(blocks: readonly Element[]): (line: Line) => boolean {
  const [first, ...others] = blocks.map(ancestorsOf);
  if (first === undefined || others.length === 0) return () => true;
  const holder = first.find((element) => others.every((each) => each.includes(element)));
  return ({ block }) => holder === undefined || ancestorsOf(block).includes(holder);
}

/** An element and what holds it, from the inside. */
function ancestorsOf(element: Element): Element[] {
  const all: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parent) all.push(each);
  return all;
}

/** Behind the last line of the report. */
function endOfPiece(
  lines: readonly Line[],
  last: number,
  limit: number,
  isInside: (line: Line) => boolean,
): number {
  for (let at = last + 1; at < limit; at++) {
    const line = lines[at]!;
    if (!isInside(line) || isFoot(line)) return at;
  }
  return limit;
}

function isFoot(line: Line): boolean {
  const text = lineText(line);
  if (line.kind === 'paragraph' && text.length <= LONGEST_FOOT && FOOT.test(text)) return true;
  return ancestorsOf(line.block).some(({ name }) => name === 'footer');
}

/**
 * The line with which a section's report begins: its title, the last that says the same as the best one, or in front of it
 * whose it is. `null` if none of the lines between tells.
 */
function titleAbove(
  lines: readonly Line[],
  least: number,
  section: number,
  form: ReportTitleForm,
): number | null {
  const from = Math.max(least, section - LINES_BEFORE_SECTION);
  const source = new SourceText(textBetween(lines.slice(from, section)));
  const read = readLines(source);
  const title = readTitle(read, read.length, form);
  if (!title) return null;
  const { span, issuerSpan, yearSpan } = title;
  const again = read.findLast(({ text }) => title.text.endsWith(text) && isWholePiece(text, form));
  const isRepeated = again !== undefined && again.span.start > span.start;
  const parts = [span, issuerSpan, yearSpan].filter((each): each is Span => each !== null);
  const start = isRepeated ? again.span.start : Math.min(...parts.map((each) => each.start));
  return from + source.positionAt(start).line;
}

/** Whether a title says on its own whose report it is, and for which year. */
function isWholePiece(text: string, form: ReportTitleForm): boolean {
  const title = readTitle(readLines(new SourceText(text)), 1, form);
  return title !== null && title.issuer !== null && title.year !== null;
}
