/** The sentences of a report as its reader sees them, with the way back to where they stand. */
import { lookUp, type Vocabulary, vocabularyOf } from '../../form/vocabulary.ts';
import type { ProseParagraph, Report, SectionId, Span } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { firstPlace } from '../../text/search.ts';

/** A paragraph whose lines are put together; white space is left but between Latin words. */
export interface JoinedText {
  readonly text: string;
  readonly section: SectionId | null;
  /** Whether what stands behind it is no part of it for sure. */
  readonly isClosed: boolean;
  /** Where a stretch of the text stands in the source; of an empty one the place in front of it. */
  spanOf(start: number, end: number): Span;
}

/** The paragraphs of a report's prose; none with cells of a table that was not read, or hardly any words. */
export function paragraphsOf({ prose, form }: Report): readonly JoinedText[] {
  let known = joinedTexts.get(prose);
  if (!known) {
    const vocabulary = vocabularyOf(form);
    known = prose.filter((paragraph) => isProse(paragraph, vocabulary)).map(join);
    joinedTexts.set(prose, known);
  }
  return known;
}

const joinedTexts = new WeakMap<readonly ProseParagraph[], readonly JoinedText[]>();

const ROW = /^\||\|$/;
/** Without any there is no sentence: the headers of a table in pieces. */
const MARK = /[，。；：、！？,;:]/;

/** What a web page puts between a title and the text. */
const PAGE_WORDS = /来源[:：]|发布(?:时间|日期|者|机构)|发表日期|字[体号][:：]|浏览(?:次数|量)|打印|分享/;

function isProse({ lines, section }: ProseParagraph, vocabulary: Vocabulary): boolean {
  if (section === null && lines.some(({ text }) => PAGE_WORDS.test(text))) return false;
  const withMarks = lines.filter(({ text }) => MARK.test(text));
  if (withMarks.length === 0 || withMarks.some(({ text }) => isOfForm(text, vocabulary))) return false;
  return !lines.some(({ text, hasTab, isIndented }) => (hasTab && !isIndented) || ROW.test(text));
}

/** Whether a line is the form's own: （本列数据的勾稽关系为：…）, 4.无正当理由… */
function isOfForm(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= vocabulary.longest && lookUp(vocabulary, normalize(text)).length > 0;
}

const WORD = /\S+/g;
const SPACE = /\s/;
const LATIN_END = /[\w,.;:!?)]$/;
const LATIN_START = /^[\w(]/;

function join({ lines, section, isClosed }: ProseParagraph): JoinedText {
  let text = '';
  const places: number[] = [];
  const sources: number[] = [];
  const add = (word: string, source: number): void => {
    if (LATIN_START.test(word) && LATIN_END.test(text.slice(-1))) text += ' ';
    places.push(text.length);
    sources.push(source);
    text += word;
  };
  for (const { text: own, span } of lines) {
    if (SPACE.test(own)) for (const { 0: word, index } of own.matchAll(WORD)) add(word, span.start + index);
    else add(own, span.start);
  }
  const sourceOf = (place: number): number => {
    const at = Math.max(0, firstPlace(places.length, (index) => places[index]! > place) - 1);
    return sources[at]! + place - places[at]!;
  };
  const spanOf = (start: number, end: number): Span =>
    start === end
      ? { start: sourceOf(start), end: sourceOf(start) }
      : { start: sourceOf(start), end: sourceOf(end - 1) + 1 };
  return { text, section, isClosed, spanOf };
}

/** Whether a character is a Chinese one. */
export function isChinese(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '\u4e00' && letter <= '\u9fff';
}
