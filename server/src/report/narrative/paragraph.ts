/** A paragraph of prose as it is looked at: without what only a reader's eye needs. */
import type { SectionId, Span, TopicId } from '../model.ts';
import type { Line } from '../source/lines.ts';
import { simplified } from '../source/normal.ts';
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
  let low = 0;
  let high = gaps.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[2 * middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : gaps[2 * low - 1]!;
}

/**
 * The words of a paragraph, as they are looked at.
 *
 * @param codes takes the codes of its characters, and a 0 behind the last
 */
export function readParagraph({ lines, start, section, topic }: Stretch, codes: Uint16Array): Paragraph {
  const gaps: number[] = [];
  let length = 0;
  let isAsWritten = lines.length === 1;
  for (const { text, span } of lines) {
    const offset = span.start - start;
    if (offset > 0) addGap(gaps, length, offset - length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if ((characters[code]! & is.unusual) === 0) {
        codes[length++] = code;
        continue;
      }
      isAsWritten = false;
      const read = plainCode(code);
      if (read === null) addGap(gaps, length, offset + at + 1 - length);
      else codes[length++] = read;
    }
  }
  codes[length] = 0;
  const text = isAsWritten ? lines[0]!.text : textOf(codes, length);
  return { text, start, gaps, section, topic };
}

function addGap(gaps: number[], place: number, shift: number): void {
  const last = gaps.length - 2;
  if (last >= 0 && gaps[last] === place) gaps[last + 1] = shift;
  else gaps.push(place, shift);
}

/** What an unusual character is read as; `null` for one that is passed over. */
function plainCode(code: number): number | null {
  if (code >= 0xff00) return code - 0xfee0;
  const character = String.fromCharCode(code);
  const radical = code >= 0x2e80 && code <= 0x2fdf ? character.normalize('NFKC') : null;
  const folded = radical?.length === 1 ? radical : character;
  const read = simplified.get(folded) ?? (radical === null ? undefined : folded);
  return read?.charCodeAt(0) ?? null;
}

/** No paragraph has more characters than a function takes arguments. */
function textOf(codes: Uint16Array, length: number): string {
  return String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]);
}
