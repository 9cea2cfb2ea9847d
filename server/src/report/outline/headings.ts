/** Lines that can be a heading: number, title and markup, from the numeral alone, never from the count of #. */
import type { Span } from '../model/index.ts';
import { parseChineseOrdinal } from '../text/chineseNumerals.ts';
import type { Line } from '../text/lines.ts';
import { isDigits } from '../text/number.ts';
import { withoutTail } from './adornment.ts';
import { spanIn, type Words, wordsOf } from './words.ts';

export interface HeadingLine {
  readonly line: Line;
  readonly ordinal: number;
  readonly ordinalSpan: Span;
  /** Whether it is numbered as the form numbers; else `ordinalSpan` holds whatever stands in front of the title. */
  readonly hasNumeral: boolean;
  readonly title: string;
  readonly titleSpan: Span;
  /** Count of leading #. */
  readonly level: number;
  readonly isBold: boolean;
}

const LONGEST_HEADING = 80;
/** Of a heading that no numeral marks. */
const LONGEST_LOOSE = 40;
const LONGEST_OWN_LINE = 16;
const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** What Markdown puts in front of a line: of a list, of a quotation. One space: further ones are those behind #. */
const LIST = '[-*+>]\\s';
const MARKS = `(#{1,6})?\\s*(?:(\\*{1,3}|_{1,3})\\s*)?`;
/** A bookmark that a converter keeps: []{#_Toc1 .anchor}. */
const BOOKMARK = '\\[\\]\\{[^{}]{0,80}\\}';
const NUMBER_OF_LIST = `\\d{1,2}[.)]\\s(?=[#*_]{0,6}${NUMERAL}[、.．,，])`;
const SECTION = new RegExp(
  `^(?:${LIST}|${NUMBER_OF_LIST})?(#{1,6})?\\s*(?:${BOOKMARK})?(?:(\\*{1,3}|_{1,3})\\s*)?\\[?(${NUMERAL})\\s*[、.．,，]\\s*`,
);
/** A title with any number in front, or none: 1. 总体情况, （一）总体情况, 第一部分 总体情况; —、总体情况 has a dash for 一. */
const ANY_NUMBER = new RegExp(
  `^(#{1,6})?\\s*(\\*\\*|__)?\\s*((?:第?${NUMERAL}部?分?|\\d{1,2}|[—–－─-]{1,2}(?=、)|[（(](?:${NUMERAL}|\\d{1,2})[）)])[、.．：:]?)?\\s*`,
);
const TOPIC = new RegExp(`^(?:${LIST})?${MARKS}\\\\?[（(]\\s*(${NUMERAL})\\s*\\\\?[）)]\\s*[、.．]?\\s*`);
const DIGIT_TOPIC = new RegExp(`^${MARKS}\\\\?[（(]\\s*(\\d{1,2})\\s*\\\\?[）)]\\s*`);
const NUMBERED_TOPIC = new RegExp(`^${MARKS}(?:(\\d{1,2})\\s*\\\\?[、.．]\\s*(?!\\d)|([①-⑨])\\s*)`);
const LISTED_TOPIC = new RegExp(`^${MARKS}(?:([一二三四五六七八九])是|第([一二三四五六七八九])[，,、])\\s*`);
const topicMarks = {
  bracketed: TOPIC,
  digits: DIGIT_TOPIC,
  numbered: NUMBERED_TOPIC,
  listed: LISTED_TOPIC,
} as const;
/** How topics can be numbered: （一）, （1）, 1. or ①, 一是 or 第一，. */
export type TopicStyle = keyof typeof topicMarks;
const UNNUMBERED = new RegExp(`^(?:${LIST})?${MARKS}`);
const TOPIC_END = /[。：:；;，,！!]|\*\*|__/;
const SENTENCE_END = /[。：:；;！!]|\*\*|__/;
/** Longer than this, what a comma divides is no title. */
const LONGEST_SENTENCE = 30;
const TITLE_END = /[\s:：。*_#]/;

/** What a heading can begin with, its markup included; most lines begin with something else. */
const sectionStarts = codesOf('#*_-+>[0123456789一二三四五六七八九十');
const topicStarts = codesOf('#*_-+>\\（(0123456789①②③④⑤⑥⑦⑧⑨第一二三四五六七八九');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** Tags between words leave gaps, which do not count. */
const LONGEST_WITH_GAPS = 400;

/** Whether a line has no more than so many characters, wide gaps left out. */
export function isShort(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > LONGEST_WITH_GAPS || !/ {2}|\ufeff/.test(text)) return false;
  return text.replace(/\s+/g, '').length <= most;
}

/** Whether tabs divide a line into cells. */
function isRow({ hasTab, isIndented }: Line): boolean {
  return hasTab && !isIndented;
}

/** A line of its own that begins with a Chinese numeral and 、, and is no more than a sentence; else `null`. */
export function readSectionHeading(line: Line): HeadingLine | null {
  if (isRow(line) || line.text === '' || !sectionStarts.has(line.text.charCodeAt(0))) return null;
  const words = wordsOf(line);
  const match = SECTION.exec(words.text);
  // With a pipe it is a row: 三、本年度办理结果 | （一）予以公开 |
  if (!match || !isShort(words.text, LONGEST_HEADING) || /[；！？|]|。./.test(words.text)) return null;
  const title = withoutTail(words.text.slice(match[0].length), TITLE_END);
  return title === '' ? null : heading(line, words, match, title);
}

/** A line of its own that is a title once its markup and any number in front are left out; it is given its ordinal by that title. */
export function readLooseHeading(line: Line): HeadingLine | null {
  if (isRow(line) || line.text === '') return null;
  const words = wordsOf(line);
  if (words.text.length > LONGEST_LOOSE) return null;
  const match = ANY_NUMBER.exec(words.text)!;
  const title = withoutTail(words.text.slice(match[0].length), TITLE_END);
  return title === '' ? null : unnumbered(line, words, match, title);
}

/** A line that begins with （一）, 1. or 一是, as asked; its title ends where its first short sentence or clause does. */
export function readTopicHeading(line: Line, style: TopicStyle): HeadingLine | null {
  if (isRow(line) || line.text === '' || !topicStarts.has(line.text.charCodeAt(0))) return null;
  const words = wordsOf(line);
  const match = topicMarks[style].exec(words.text);
  if (!match) return null;
  const title = topicTitle(words.text.slice(match[0].length, match[0].length + LONGEST_HEADING));
  return title === '' ? null : heading(line, words, match, title);
}

/** 规范工作流程，依法办理依申请公开 is a title as a whole. */
function topicTitle(text: string): string {
  const sentence = upTo(SENTENCE_END, text);
  return (sentence.length <= LONGEST_SENTENCE ? sentence : upTo(TOPIC_END, sentence)).trimEnd();
}

function upTo(end: RegExp, text: string): string {
  const at = text.search(end);
  return at === -1 ? text : text.slice(0, at);
}

/**
 * A line that begins in bold or as a Markdown heading, or is nothing but a few words, or has such in front: 主动公开方面。
 * No number is in front.
 */
export function readUnnumberedTopic(line: Line): HeadingLine | null {
  if (isRow(line) || line.text === '') return null;
  const words = wordsOf(line);
  const marks = UNNUMBERED.exec(words.text)!;
  const start = marks[0].length;
  const rest = words.text.slice(start, start + LONGEST_HEADING);
  const end = rest.search(TOPIC_END);
  const title = (end === -1 ? rest : rest.slice(0, end)).trimEnd();
  const isMarked = marks[1] !== undefined || marks[2] !== undefined;
  const isAlone = end === -1 || (/(?:方面|情况)$/.test(title) && /[。：:]/.test(rest[end]!));
  if (title === '' || (!isMarked && (!isAlone || title.length > LONGEST_OWN_LINE))) return null;
  return unnumbered(line, words, marks, title);
}

/** 首先，在, in front of what a sentence is about, and that itself. */
const SPOKEN =
  /^(#{1,6}\s)?(\*{1,3}|_{1,3})?\s*(?:(?:首先|其次|再次|此外|另外|同时|最后)[，,]?)?(?:在|关于)?(?=[^，,：:。*_]{2,20}(?:方面|情况)[，,：:。*_])/;

/** A sentence that says in front what it is about: 在主动公开方面，…… */
export function readSpokenTopic(line: Line): HeadingLine | null {
  const words = wordsOf(line);
  const match = SPOKEN.exec(words.text);
  if (!match) return null;
  const title = upTo(/[，,：:。*_]/, words.text.slice(match[0].length, match[0].length + LONGEST_LOOSE));
  return unnumbered(line, words, match, title);
}

/** A heading that is not numbered as the form numbers: by its markup and, where there is one, the number in front. */
function unnumbered(line: Line, words: Words, match: RegExpExecArray, title: string): HeadingLine {
  const number = match[3] ?? '';
  const from = match[0].length;
  const at = words.placeOf(from);
  return {
    line,
    ordinal: 0,
    ordinalSpan:
      number === '' ? { start: at, end: at } : { start: words.placeOf(match[0].indexOf(number)), end: at },
    hasNumeral: false,
    title,
    titleSpan: spanIn(words, from, title.length),
    level: match[1]?.length ?? 0,
    isBold: match[2] !== undefined,
  };
}

function heading(line: Line, words: Words, match: RegExpExecArray, title: string): HeadingLine | null {
  const number = match[3] ?? match[4]!;
  const ordinal = ordinalOf(number);
  if (ordinal === null) return null;
  return {
    line,
    ordinal,
    ordinalSpan: spanIn(words, match[0].indexOf(number), number.length),
    hasNumeral: true,
    title,
    titleSpan: spanIn(words, match[0].length, title.length),
    level: match[1]?.length ?? 0,
    isBold: match[2] !== undefined,
  };
}

/** 二, 2 and ② are 2. */
export function ordinalOf(number: string): number | null {
  const plain = number.normalize('NFKC');
  return isDigits(plain) ? Number(plain) : parseChineseOrdinal(plain);
}
