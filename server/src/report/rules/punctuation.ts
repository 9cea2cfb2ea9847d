import type { Message, Report, Span, TextEdit } from '../model/index.ts';
import {
  type Breach,
  fix,
  insert,
  message,
  type RepeatedBreach,
  type Rule,
  repeating,
  replace,
} from './rule.ts';
import { otherPlaces } from './support/repeated.ts';
import { type JoinedText, paragraphsOf } from './support/sentences.ts';

/** A mark that is of the wrong width or shape. */
interface WrongMark {
  readonly span: Span;
  readonly found: string;
  readonly expected: string;
}

/** A mark that is left out. */
interface MissingMark {
  /** The words that it should stand beside. */
  readonly span: Span;
  readonly expected: string;
  readonly at: number;
}

const HAN = '[\\u4e00-\\u9fff]';
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** Half-width marks between Chinese characters, or between one and a full-width mark that closes. */
const HALF_WIDTH = /[,;:?!]/g;
const BEFORE_MARK = new RegExp(`${HAN}|[”》）]`);
const BEHIND_MARK = new RegExp(`${HAN}|[“《（]`);
const BRACKETS = /([（(])([^（）()]{0,300})([）)])/g;
const HAS_HAN = new RegExp(HAN);
/** 国办发[2021]30号, 国办发（2021）30号. */
const DOCUMENT_NUMBER = /[[（(【［]\d{4}[\]）)】］](?=\d{1,5}号)/g;
const INNER_TITLE = /《[^《》]{0,100}(《)([^《》]{1,100})(》)[^《》]{0,100}》/g;

/** Marks are those of Chinese text, in pairs of one shape, and none is left out. */
export const punctuation: Rule = {
  id: 'punctuation',
  severity: 'hint',
  fix: 'safe',
  example: { right: '县政府公报改为按季编发', wrong: '县政府公报(含合订本)改为按季编发' },
  *check(report: Report): Iterable<Breach | RepeatedBreach> {
    const wrong = repeating<WrongMark>((marks) => [breachOf(marks)]);
    const missing = repeating<MissingMark>((marks) => [missingBreach(marks)]);
    for (const paragraph of paragraphsOf(report)) {
      for (const mark of wrongMarksIn(paragraph)) yield wrong(mark.span, mark);
      for (const mark of missingIn(paragraph)) yield missing(mark.span, mark);
      yield* exactAndMoreIn(paragraph);
    }
  },
};

function breachOf(marks: readonly [WrongMark, ...WrongMark[]]): Breach {
  const [first] = marks;
  const say = ({ found, expected }: WrongMark): Message =>
    message('finding.punctuation', { found, expected });
  const edits = marks.map(({ span, expected }): TextEdit => replace(span, expected));
  const key = marks.length === 1 ? 'finding.punctuation' : 'finding.punctuation.many';
  const args = { found: first.found, expected: first.expected, count: marks.length };
  return {
    span: first.span,
    message: message(key, args),
    related: otherPlaces(marks, ({ span }) => span, say),
    fixes: [fix(marks.length === 1 ? 'fix.replace' : 'fix.full-width-marks', args, true, edits)],
  };
}

function wrongMarksIn(paragraph: JoinedText): WrongMark[] {
  const { text, spanOf } = paragraph;
  const found = new Map<number, string>();
  const put = (at: number, expected: string): void => {
    if (text[at] !== expected) found.set(at, expected);
  };
  for (const { 0: mark, index } of text.matchAll(HALF_WIDTH))
    if (BEFORE_MARK.test(text[index - 1] ?? '') && BEHIND_MARK.test(text[index + 1] ?? ''))
      put(index, fullWidth[mark]!);
  for (const { 0: whole, 1: opening, 2: inside, index } of text.matchAll(BRACKETS)) {
    const isMixed = (opening === '(') !== whole.endsWith(')');
    if (!isMixed && !(opening === '(' && isOfChinese(text, index, inside!))) continue;
    put(index, '（');
    put(index + whole.length - 1, '）');
  }
  for (const { 0: whole, index } of text.matchAll(DOCUMENT_NUMBER)) {
    if (!HAS_HAN.test(text[index - 1] ?? '')) continue;
    put(index, '〔');
    put(index + whole.length - 1, '〕');
  }
  for (const { 0: whole, 1: inner, 2: title, index } of text.matchAll(INNER_TITLE)) {
    const at = index + whole.indexOf(inner!, 1);
    put(at, '〈');
    put(at + title!.length + 1, '〉');
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([at, expected]) => ({ span: spanOf(at, at + 1), found: text[at]!, expected }));
}

/** Whether brackets stand behind a Chinese word and hold some: not (1) in front of a point of a list, not f(x). */
function isOfChinese(text: string, at: number, inside: string): boolean {
  return HAS_HAN.test(text[at - 1] ?? '') && HAS_HAN.test(inside);
}

const FOLLOWING_POINT = /([二三四五六])是(?=[\u4e00-\u9fff])/g;
const EXACT_AND_MORE = /\d*[1-9]余(?=[件条次篇个份项场期人])/g;
/** A paragraph of sentences: one that has one mark that ends a sentence, and a long last one. */
const SENTENCES = /[。！？]/;
const LONG_END = /[\u4e00-\u9fff]{6}$/;

function* missingIn({ text, isClosed, spanOf }: JoinedText): Generator<MissingMark> {
  for (const { index, 1: numeral } of text.matchAll(FOLLOWING_POINT)) {
    if (!isPoint(text, index, numeral!)) continue;
    yield { span: spanOf(index, index + 2), expected: '；', at: spanOf(index - 1, index).end };
  }
  if (isClosed && SENTENCES.test(text) && LONG_END.test(text)) {
    const span = spanOf(text.length - 1, text.length);
    yield { span, expected: '。', at: span.end };
  }
}

/** A word that contradicts its number: 223余条. */
function* exactAndMoreIn({ text, spanOf }: JoinedText): Generator<Breach> {
  for (const { 0: words, index } of text.matchAll(EXACT_AND_MORE)) {
    const more = spanOf(index + words.length - 1, index + words.length);
    const args = { found: words, expected: words.slice(0, -1) };
    yield {
      span: spanOf(index, index + words.length),
      message: message('finding.punctuation.more', args),
      fixes: [fix('fix.replace', args, false, [replace(more, '')])],
    };
  }
}

/** 一是…二是: the point before stands in the paragraph, and no word ends in 二是. */
function isPoint(text: string, at: number, numeral: string): boolean {
  const before = '一二三四五'['二三四五六'.indexOf(numeral)]!;
  if (!HAS_HAN.test(text[at - 1] ?? '') || /[十第其一二三四五六]/.test(text[at - 1]!)) return false;
  return text.lastIndexOf(`${before}是`, at) !== -1;
}

function missingBreach(marks: readonly [MissingMark, ...MissingMark[]]): Breach {
  const [{ span, expected }] = marks;
  const args = { expected, count: marks.length };
  const isOne = marks.length === 1;
  const edits = marks.map((mark) => insert(mark.at, mark.expected));
  return {
    span,
    message: message(isOne ? 'finding.punctuation.missing' : 'finding.punctuation.missing.many', args),
    related: otherPlaces(
      marks,
      (mark) => mark.span,
      (mark) => message('finding.punctuation.missing', { expected: mark.expected }),
    ),
    fixes: [fix(isOne ? 'fix.put-in' : 'fix.put-in-marks', args, false, edits)],
  };
}
