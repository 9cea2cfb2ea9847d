/** What a character can be to a reader of prose: one table for everything that looks at characters. */
import { TRADITIONAL } from '../text/normal.ts';

/** A bit each. */
export const is = {
  /** Full-width ones too; a paragraph that was read has plain ones only. */
  digit: 1 << 0,
  numeral: 1 << 1,
  /** What says that there was none. */
  none: 1 << 2,
  /** What follows a digit, a Chinese numeral, or a word that says that there was none. */
  behindDigit: 1 << 3,
  behindNumeral: 1 << 4,
  behindNone: 1 << 5,
  /** White space, markup, quotation marks, full-width digits and marks, radicals of PDF text, traditional characters:
   * read as something else. */
  unusual: 1 << 6,
  /** The end of a sentence. */
  end: 1 << 7,
  mark: 1 << 8,
  /** The first character of a word that is known; most characters begin none. */
  begins: 1 << 9,
  /** The first character of a word that a sentence about tables has. */
  aboutTables: 1 << 10,
  /** The last character of what names another body, the one in front of it, and what is enough alone. */
  body: 1 << 11,
  beforeBody: 1 << 12,
  office: 1 << 13,
  /** The last character of what names a part of the work. */
  part: 1 << 14,
  /** A word of its own. */
  word: 1 << 15,
} as const;

/** What each character is, by its code. */
export const characters = new Uint16Array(0x10000);

export function mark(bit: number, marked: string): void {
  for (const character of marked) characters[character.charCodeAt(0)]! |= bit;
}

mark(is.digit, '0123456789０１２３４５６７８９');
mark(is.numeral, '零〇一二两三四五六七八九十百千');
mark(is.none, '未没无零');
mark(is.behindDigit, '%％万亿余多来件起宗例份条项篇次个场期部人家户册名元 *\t\u3000\u00a0');
mark(is.behindNumeral, '件起宗例份条余多');
mark(is.behindNone, '收接受发提制作因政行依申结上下复诉新');
mark(is.unusual, ' \t\f\v\r\n\u00a0\u3000*_#“”‘’"《》〈〉\u200b\u200c\u200d\ufeff％．０１２３４５６７８９');
for (let code = 0x2e80; code <= 0x2fdf; code++) characters[code]! |= is.unusual;
mark(is.unusual, TRADITIONAL);
mark(is.end, '。！？!?');
