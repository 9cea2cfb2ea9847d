/** What a character is to a reader of prose that is no part of a word. */
import { TRADITIONAL } from '../text/normal.ts';

export type Mark = 'comma' | 'semicolon' | 'colon' | 'opening' | 'closing' | 'symbol';

/** The characters that Chinese numerals are made of. */
export const NUMERALS = '零〇一二两三四五六七八九十百千';

/** A bit each. */
const is = {
  digit: 1 << 0,
  numeral: 1 << 1,
  /** Read as something else, or passed over. */
  unusual: 1 << 2,
  sentenceEnd: 1 << 3,
  /** What parts phrases. */
  mark: 1 << 4,
  /** A mark that joins the words on its two sides, and parts phrases at their beginning only. */
  joint: 1 << 5,
} as const;

const table = new Uint8Array(0x10000);
const setAll = (bit: number, characters: string): void => {
  for (const character of characters) table[character.charCodeAt(0)]! |= bit;
};
const setRange = (bit: number, first: number, last: number): void => {
  for (let code = first; code <= last; code++) table[code]! |= bit;
};

setAll(is.digit, '0123456789');
setAll(is.numeral, NUMERALS);
// White space, markup, quotation marks, full-width digits and marks, radicals of PDF text, traditional characters.
setAll(
  is.unusual,
  ' \t\f\v\r\n\u00a0\u3000*_#\\“”‘’"《》〈〉「」『』\u200b\u200c\u200d\ufeff\ufe0e\ufe0f％．０１２３４５６７８９',
);
setRange(is.unusual, 0x2e80, 0x2fdf);
setAll(is.unusual, TRADITIONAL);
setAll(is.sentenceEnd, '。！？!?');

const named: Readonly<Record<string, Mark>> = {
  ...Object.fromEntries([...'，,。！!？?'].map((text) => [text, 'comma'] as const)),
  ...Object.fromEntries([...'；;'].map((text) => [text, 'semicolon'] as const)),
  ...Object.fromEntries([...'：:'].map((text) => [text, 'colon'] as const)),
  ...Object.fromEntries([...'（([【'].map((text) => [text, 'opening'] as const)),
  ...Object.fromEntries([...'）)]】'].map((text) => [text, 'closing'] as const)),
};
setAll(is.mark, Object.keys(named).join(''));
setAll(is.mark, '.>＞|｜=§¶•※〔〕…—―×\u20e3');
// Marks of lists as Word, PDF and emoji have them: arrows, numbers in circles, boxes, dingbats, private characters.
setRange(is.mark, 0x2020, 0x205e);
setRange(is.mark, 0x2150, 0x2bff);
setRange(is.mark, 0x3200, 0x33ff);
setRange(is.mark, 0xe000, 0xf8ff);
setRange(is.mark, 0xd83c, 0xd83e);
setAll(is.joint, '-/+&~`^～／＋－–·');
// The second half of an emoji; of a rare Chinese character, too.
setRange(is.joint, 0xdc00, 0xdfff);

const has =
  (bit: number) =>
  (code: number): boolean =>
    (table[code]! & bit) !== 0;

export const isDigit = has(is.digit);
export const isNumeral = has(is.numeral);
export const isUnusual = has(is.unusual);
export const isSentenceEnd = has(is.sentenceEnd);
export const isJoint = has(is.joint);
/** Whether a character may be no part of a word. */
export const isMarkOrNumber = has(is.digit | is.numeral | is.mark | is.joint);

const isMark = has(is.mark);

/** The mark that a character is; `null` for one that is none, or that joins the words beside it. */
export function markAt(text: string, at: number): Mark | null {
  return isMark(text.charCodeAt(at)) ? (named[text[at]!] ?? 'symbol') : null;
}
