/** A paragraph of prose as it is looked at: without what only a reader's eye needs. */
import type { SectionId, Span, TopicId } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { simplified } from '../text/normal.ts';
import { firstPlace } from '../text/search.ts';
import { characters, is } from './characters.ts';

export interface Paragraph {
  /** Without white space, markup and quotation marks, in simplified characters and plain digits. */
  readonly text: string;
  /** Where its first character stands in the source. */
  readonly start: number;
  /** Where something was left out: in turns a place in the text, and how much farther it and what follows stand behind
   * `start` in the source than in the text. */
  readonly gaps: readonly number[];
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The lines of a paragraph that may speak of a number. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
  /** How many characters its lines have. */
  readonly length: number;
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The place in the source of a stretch of a paragraph's text that is not empty. */
export function sourceSpan({ gaps, start }: Paragraph, from: number, to: number): Span {
  return { start: start + from + shiftAt(gaps, from), end: start + to + shiftAt(gaps, to - 1) };
}

function shiftAt(gaps: readonly number[], place: number): number {
  const before = firstPlace(gaps.length / 2, (at) => gaps[2 * at]! > place);
  return gaps[2 * before - 1] ?? 0;
}

/**
 * The words of a paragraph, as they are looked at.
 *
 * @param codes takes the codes of its characters, and a 0 behind the last
 */
export function readParagraph({ lines, start, section, topic }: Stretch, codes: Uint16Array): Paragraph {
  const gaps: number[] = [];
  let read = '';
  let length = 0;
  for (const { text, span } of lines) {
    const offset = span.start - start;
    if (offset > 0) addGap(gaps, length, offset - length);
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if ((characters[code]! & is.unusual) === 0) {
        codes[length++] = code;
        continue;
      }
      const plain = plainCharacter(code);
      read += text.slice(from, at) + plain;
      from = at + 1;
      if (plain === '') addGap(gaps, length, offset + from - length);
      else codes[length++] = plain.charCodeAt(0);
    }
    read += text.slice(from);
  }
  codes[length] = 0;
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
