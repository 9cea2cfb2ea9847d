/** The title of a report: whose it is, and for which year. */
import type { ReportTitleForm, Span, Title } from '../model.ts';
import type { Line } from '../source/lines.ts';
import { normalize } from '../source/normal.ts';
import { isShort } from './headings.ts';

const LONGEST_TITLE = 90;
const LONGEST_ISSUER = 40;
/** Of a title broken over two lines. */
const LONGEST_PART = 60;
const LINES_SEARCHED = 60;
/** How many lines up and down from the title the issuer's own line can be. */
const ISSUER_DISTANCE = 3;
const ENDING = /(?:年度报告|年报)$/;
const YEAR = /((?:19|20)\s?\d\s?\d)\s*年\s*度?|([１２][０-９]{3})\s*年\s*度?/;
const NOT_A_NAME = /[。；;：:，,！!？?0-9０-９|\t>《》]/;
const HEADING_MARKUP = /^[#>\s*_]+|[\s*_]+$/g;

/**
 * The title's line: the first before the first section that ends in 年度报告 and speaks of what the form's does. The
 * issuer is what the line says beside year and words, else the body's name on a line of its own next to it.
 */
export function readTitle(lines: readonly Line[], firstSection: number, form: ReportTitleForm): Title | null {
  const last = Math.min(firstSection, lines.length, LINES_SEARCHED);
  let best: Title | null = null;
  for (let index = 0; index < last; index++) {
    const title = readTitleLine(lines, index, form);
    if (title && score(title, form) > (best ? score(best, form) : -1)) best = title;
  }
  return best;
}

function score(title: Title, form: ReportTitleForm): number {
  return (title.year === null ? 0 : 2) + (title.issuer === null ? 0 : 2) + (isStatutory(title, form) ? 1 : 0);
}

/** Whether a title has the form's words: 政府信息公开工作年度报告. */
export function isStatutory(title: Title, { words }: ReportTitleForm): boolean {
  return normalize(title.text)
    .replace(/\d{4}年?度?/g, '')
    .includes(words);
}

/** A title on a line, or broken over two where neither is one alone. */
function readTitleLine(lines: readonly Line[], index: number, form: ReportTitleForm): Title | null {
  const line = lines[index]!;
  const next = lines[index + 1];
  const own = readTitleOf(line.text, (at) => line.span.start + at, lines, index, form);
  if (own || !next || !canGoOn(line, next) || readTitleOf(next.text, (at) => at, lines, index + 1, form))
    return own;
  const placeOf = (at: number): number =>
    at < line.text.length ? line.span.start + at : next.span.start + at - line.text.length;
  return readTitleOf(line.text + next.text, placeOf, lines, index, form);
}

function canGoOn({ text, hasTab }: Line, next: Line): boolean {
  return (
    !hasTab && !next.hasTab && text !== '' && text.length <= LONGEST_PART && next.text.length <= LONGEST_PART
  );
}

function readTitleOf(
  whole: string,
  placeOf: (at: number) => number,
  lines: readonly Line[],
  index: number,
  form: ReportTitleForm,
): Title | null {
  if (whole.includes('\t') || !isShort(whole, LONGEST_TITLE) || whole.length < 6) return null;
  const text = whole.replace(HEADING_MARKUP, '');
  const normal = normalize(text);
  if (!ENDING.test(normal) || !form.spoken.test(normal) || /[。；;：:，,|]/.test(normal)) return null;
  const start = whole.indexOf(text);
  const spanOf = (from: number, length: number): Span => ({
    start: placeOf(start + from),
    end: placeOf(start + from + length - 1) + 1,
  });
  const year = YEAR.exec(text);
  const own = normal
    .replace(YEAR, '')
    .replace(form.phrase, '')
    .replace(/年度?$/, '');
  const ownStart = own === '' ? -1 : text.indexOf(own);
  const ownSpan = ownStart === -1 ? spanOf(0, text.length) : spanOf(ownStart, own.length);
  const issuer = own !== '' ? { text: own, span: ownSpan } : nearbyIssuer(lines, index);
  return {
    span: spanOf(0, text.length),
    text,
    issuer: issuer?.text ?? null,
    issuerSpan: issuer?.span ?? null,
    year: year ? Number((year[1] ?? year[2])!.normalize('NFKC').replace(/\s/g, '')) : null,
    yearSpan: year ? spanOf(year.index, year[0].trimEnd().length) : null,
  };
}

interface Issuer {
  readonly text: string;
  readonly span: Span;
}

/** A body's name on a line of its own, first above the title, then below it. */
function nearbyIssuer(lines: readonly Line[], index: number): Issuer | null {
  return findIssuer(lines, index, -1) ?? findIssuer(lines, index, 1);
}

function findIssuer(lines: readonly Line[], index: number, step: 1 | -1): Issuer | null {
  for (let distance = 1; distance <= ISSUER_DISTANCE; distance++) {
    const line = lines[index + step * distance];
    if (!line) return null;
    if (line.text === '') continue;
    const name = normalize(line.text.replace(HEADING_MARKUP, ''));
    const isName =
      name.length <= LONGEST_ISSUER && !NOT_A_NAME.test(name) && BODY.test(name) && !ENDING.test(name);
    return isName ? { text: name, span: line.span } : null;
  }
  return null;
}

const BODY =
  /(?:政府|办公室|办公厅|委员会|[局厅委办处院部署省市县区旗乡镇]|街道|中心|大队|支队|管委会|法院|银行|公司|学校|大学)$/;
