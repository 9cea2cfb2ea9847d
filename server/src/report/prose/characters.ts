/** What a character can be to a reader of prose: one table for everything that looks at characters. */
import { TRADITIONAL } from '../text/normal.ts';

/** A bit each. */
export const is = {
  /** Full-width ones too; a paragraph that was read has plain ones only. */
  digit: 1 << 0,
  numeral: 1 << 1,
  /** What follows a Chinese numeral that counts. */
  behindNumeral: 1 << 2,
  /** White space, markup, quotation marks, full-width digits and marks, radicals of PDF text, traditional characters:
   * read as something else. */
  unusual: 1 << 3,
  /** The end of a sentence. */
  end: 1 << 4,
  /** What parts phrases: punctuation, bullets, symbols. */
  mark: 1 << 5,
  /** A mark that joins the words on its two sides, and parts phrases at their beginning only: -, /, +. */
  joint: 1 << 6,
  /** The first character of a word that is known; most characters begin none. */
  begins: 1 << 7,
  /** The last character of what names another body, the one in front of it, and what is enough alone. */
  body: 1 << 8,
  beforeBody: 1 << 9,
  office: 1 << 10,
  /** The last character of what names a part of the work. */
  part: 1 << 11,
  /** A word of its own. */
  word: 1 << 12,
} as const;

/** What each character is, by its code. */
export const characters = new Uint16Array(0x10000);

export function mark(bit: number, marked: string): void {
  for (const character of marked) characters[character.charCodeAt(0)]! |= bit;
}

function markRange(bit: number, first: number, last: number): void {
  for (let code = first; code <= last; code++) characters[code]! |= bit;
}

mark(is.digit, '0123456789０１２３４５６７８９');
mark(is.numeral, '零〇一二两三四五六七八九十百千');
mark(is.behindNumeral, '件起宗例份条余多');
mark(
  is.unusual,
  ' \t\f\v\r\n\u00a0\u3000*_#\\“”‘’"《》〈〉「」『』\u200b\u200c\u200d\ufeff\ufe0e\ufe0f％．０１２３４５６７８９',
);
markRange(is.unusual, 0x2e80, 0x2fdf);
mark(is.unusual, TRADITIONAL);
mark(is.end, '。！？!?');
mark(is.mark, '，,。！!？?；;：:（([【）)]】');
mark(is.mark, '.>＞|｜=§¶•※〔〕…—―×\u20e3');
/** Marks of lists as Word, PDF and emoji have them: arrows, numbers in circles, boxes, dingbats, private characters. */
for (const [first, last] of [
  [0x2020, 0x205e],
  [0x2150, 0x2bff],
  [0x3200, 0x33ff],
  [0xe000, 0xf8ff],
  [0xd83c, 0xd83e],
] as const)
  markRange(is.mark, first, last);
mark(is.joint, '-/+&~`^～／＋－–·');
/** The second half of an emoji; of a rare Chinese character, too. */
markRange(is.joint, 0xdc00, 0xdfff);
