/** A paragraph as its numbers are looked for: without what only a reader's eye needs. */
import type { ProseParagraph, SectionId, Span, TopicId } from '../model/index.ts';
import { simplified } from '../text/normal.ts';
import { firstPlace } from '../text/search.ts';
import { isJoint, isUnusual } from './marks.ts';

export interface Paragraph {
  /** Without white space, markup and quotation marks, in simplified characters and plain digits. */
  readonly text: string;
  /** Where its first character stands in the source. */
  readonly start: number;
  /** Where something was left out: in turns a place in the text, and how much farther it and what follows stand behind
   * `start` in the source than in the text. */
  readonly gaps: readonly number[];
  readonly section: SectionId | null;
  readonly topic: TopicId | null;
}

/** The place in the source of a stretch of a paragraph's text that is not empty. */
export function sourceSpan({ gaps, start }: Paragraph, from: number, to: number): Span {
  return { start: start + from + shiftAt(gaps, from), end: start + to + shiftAt(gaps, to - 1) };
}

function shiftAt(gaps: readonly number[], place: number): number {
  const behind = firstPlace(gaps.length / 2, (at) => gaps[2 * at]! > place);
  return behind === 0 ? 0 : gaps[2 * behind - 1]!;
}

/** What a hyphen is that begins a line: it joins nothing. */
const BULLET = '•';

/**
 * The words of a paragraph, as they are looked at.
 */
export function readParagraph({ lines, span: { start }, section, topic }: ProseParagraph): Paragraph {
  const gaps: number[] = [];
  let read = '';
  for (const { text, span } of lines) {
    const offset = span.start - start;
    if (offset > 0) addGap(gaps, read.length, offset - read.length);
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isBullet = at === 0 && isJoint(code);
      if (!isBullet && !isUnusual(code)) continue;
      const plain = isBullet ? BULLET : plainCharacter(code);
      read += text.slice(from, at) + plain;
      from = at + 1;
      if (plain === '') addGap(gaps, read.length, offset + from - read.length);
    }
    read += text.slice(from);
  }
  return { text: read, start, gaps, section, topic };
}

function addGap(gaps: number[], place: number, shift: number): void {
  const last = gaps.length - 2;
  if (last >= 0 && gaps[last] === place) gaps[last + 1] = shift;
  else gaps.push(place, shift);
}

/** What an unusual character is read as; '' for one that is passed over. */
function plainCharacter(code: number): string {
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  const written = String.fromCharCode(code);
  const radical = code >= 0x2e80 && code <= 0x2fdf ? written.normalize('NFKC') : '';
  const folded = radical.length === 1 ? radical : written;
  return simplified.get(folded) ?? (radical === '' ? '' : folded);
}
