/** Issuer and year where they stand on lines of their own beside a title. */
import { isBodyName } from '../bodies/index.ts';
import type { Span } from '../model/index.ts';
import { parseChineseYear } from '../text/chineseNumerals.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';

/** Something that belongs to a title, with its place. */
export interface Part<Value> {
  readonly value: Value;
  readonly span: Span;
}

const LONGEST_ISSUER = 40;
/** How many lines up and down from the title the issuer's or the year's own line can be. */
const DISTANCE = 3;
const YEAR =
  /((?:19|20)\s?\d\s?\d)\s*年\s*度?|([１２][０-９]{3})\s*年\s*度?|(二[〇○Ｏ零][一二三四五六七八九〇○Ｏ零]{2})\s*年\s*度?/;
const NOT_A_NAME = /[。；;：:，,！!？?0-9０-９|\t>《》()]/;
const HEADING_MARKUP = /^[#>\s*_]+|[\s*_]+$/g;
const ENDING = /(?:年度报告|年报)$/;
const BRACKETS = /^[(〔[]|[)〕\]]$/g;

/** The year that a text names, with its place in the text: 2025年, 2025 年度, 二〇二五年. */
export function readYear(text: string): Part<number> | null {
  const match = YEAR.exec(text);
  if (!match) return null;
  const digits = match[1] ?? match[2];
  const value = digits ? Number(digits.normalize('NFKC').replace(/\s/g, '')) : parseChineseYear(match[3]!);
  const span = { start: match.index, end: match.index + match[0].trimEnd().length };
  return value === null ? null : { value, span };
}

/** 2021-2022学年: of a school, from September to August, and no report year. */
export const SCHOOL_YEAR = /\d{4}\s?(?:[-—–~～至到/]{1,2}\s?\d{4}\s?)?学年度?/;

export function withoutYear(text: string): string {
  return text.replace(SCHOOL_YEAR, '').replace(YEAR, '');
}

/** A body's name on a line of its own, with or without the year, first above the title, then below it. */
export function nearbyIssuer(lines: readonly Line[], index: number): Part<string> | null {
  return findBeside(lines, index, -1, nameOn) ?? findBeside(lines, index, 1, nameOn);
}

/** A year on a line of its own or beside the body's name above the title, or on a line of its own below it. */
export function nearbyYear(lines: readonly Line[], index: number): Part<number> | null {
  return (
    findBeside(lines, index, -1, (line) => yearOn(line, true)) ??
    findBeside(lines, index, 1, (line) => yearOn(line, false))
  );
}

/** What the nearest lines up or down tell; a line of a year alone may stand between. */
function findBeside<Value>(
  lines: readonly Line[],
  index: number,
  step: 1 | -1,
  read: (line: Line) => Part<Value> | null,
): Part<Value> | null {
  for (let distance = 1; distance <= DISTANCE; distance++) {
    const line = lines[index + step * distance];
    if (!line) return null;
    if (line.text === '') continue;
    const found = read(line);
    if (found || nameIn(line) !== '') return found;
  }
  return null;
}

/** What a line says beside a year. */
function nameIn({ text }: Line): string {
  return withoutYear(normalize(text.replace(HEADING_MARKUP, '')).replace(BRACKETS, ''));
}

function isName(name: string): boolean {
  return name.length <= LONGEST_ISSUER && !NOT_A_NAME.test(name) && isBodyName(name) && !ENDING.test(name);
}

function nameOn(line: Line): Part<string> | null {
  const name = nameIn(line);
  if (!isName(name)) return null;
  const at = line.text.indexOf(name);
  const start = line.span.start + at;
  return { value: name, span: at === -1 ? line.span : { start, end: start + name.length } };
}

function yearOn(line: Line, besideName: boolean): Part<number> | null {
  const name = nameIn(line);
  const year = name === '' || (besideName && isName(name)) ? readYear(line.text) : null;
  if (!year) return null;
  const { start } = line.span;
  return { value: year.value, span: { start: start + year.span.start, end: start + year.span.end } };
}
