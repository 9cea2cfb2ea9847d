/** Points inside a paragraph: 成效明显。一是抓好主动公开。二是…… */
import type { Line } from '../text/lines.ts';

const POINT = /[一二三四五六七八九]是|第[一二三四五六七八九][，,、]/g;
const BEFORE = /[\s。；;：:！!，,]/;
/** A point that names what it is about needs no mark in front: 获取关键信息二是依申请公开方面。 */
const NAMED = /^.是[^。；，]{2,16}(?:方面|情况)/;

/** The points of a line, each as if it began a line. */
export function pointsOf(line: Line): Line[] {
  const { text } = line;
  const starts = [...text.matchAll(POINT)].map(({ index }) => index).filter((at) => isPoint(text, at));
  return starts.map((from, at): Line => {
    const point = text.slice(from, starts[at + 1]);
    const start = line.span.start + from;
    const span = { start, end: start + point.length };
    return { ...line, text: point, span, raw: span };
  });
}

function isPoint(text: string, at: number): boolean {
  return at === 0 || BEFORE.test(text[at - 1]!) || NAMED.test(text.slice(at, at + 24));
}
