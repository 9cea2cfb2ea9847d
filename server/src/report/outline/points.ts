/** Points inside a paragraph: 成效明显。一是抓好主动公开。二是……, （一）主动公开。……（二）…… */
import type { Line } from '../text/lines.ts';
import type { TopicStyle } from './headings.ts';

const marks: Readonly<Record<TopicStyle, RegExp>> = {
  bracketed: /[（(][一二三四五六七八九十][）)]/g,
  digits: /[（(]\d[）)]/g,
  numbered: /\d[.．、](?!\d)|[①-⑨]/g,
  listed: /[一二三四五六七八九]是|第[一二三四五六七八九][，,、]/g,
};
const BEFORE = /[\s。；;：:！!，,*_]/;
/** A point that names what it is about needs no mark in front: 获取关键信息二是依申请公开方面。 */
const NAMED = /^.是[^。；，]{2,16}(?:方面|情况)/;
const SENTENCE = /[^。；;！!]+[。；;！!]?/g;

/** The points of a line, each as if it began a line. */
export function pointsOf(line: Line, style: TopicStyle): Line[] {
  const { text } = line;
  const starts = [...text.matchAll(marks[style])].map(({ index }) => index).filter((at) => isPoint(text, at));
  return starts.map((from, at) => partOf(line, from, starts[at + 1] ?? text.length));
}

function isPoint(text: string, at: number): boolean {
  return at === 0 || BEFORE.test(text[at - 1]!) || NAMED.test(text.slice(at, at + 24));
}

/** The sentences of a line, each as if it were one. */
export function sentencesOf(line: Line): Line[] {
  return [...line.text.matchAll(SENTENCE)].map(({ index, 0: sentence }) =>
    partOf(line, index, index + sentence.length),
  );
}

function partOf(line: Line, from: number, to: number): Line {
  const span = { start: line.span.start + from, end: line.span.start + to };
  return { ...line, text: line.text.slice(from, to), span, raw: span };
}
