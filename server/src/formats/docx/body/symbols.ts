/** Characters of symbol fonts (`w:sym`) that mean the same as a character of Unicode. */

/** Symbol fonts have their characters in a row of the private use area, or at the same places below it. */
const PRIVATE_USE = 0xf000;

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x2b, '+'],
  [0x2d, '-'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb7, '·'],
  [0xb8, '÷'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb9, '≠'],
]);
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['symbol', SYMBOL],
  ['wingdings', WINGDINGS],
]);

/** What a character of a font is, `null` where that is not known. */
export function symbolText(font: string, code: number): string | null {
  if (!(code > 0 && code <= 0xffff)) return null;
  const place = code >= PRIVATE_USE && code < PRIVATE_USE + 0x100 ? code - PRIVATE_USE : code;
  const symbols = FONTS.get(font.toLowerCase());
  // ASCII letters and figures of these fonts are pictures; everywhere else a code is what Unicode says.
  if (symbols !== undefined) return symbols.get(place) ?? null;
  return place === code && !/wingdings|webdings/i.test(font) ? String.fromCharCode(code) : null;
}
