/** How many columns text takes where every column has the same width. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Before it every character takes one column. */
const FIRST_ODD = 0x300;

/** Characters that are drawn onto others, or not at all. */
const WITHOUT_WIDTH = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** How many columns a text takes on a terminal; a Chinese character takes two, “ and its like one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0)!;
  if (codePoint < FIRST_ODD) return 1;
  if (eastAsianWidth(codePoint) === 2) return 2;
  return WITHOUT_WIDTH.test(character) ? 0 : 1;
}

const IN_CHINESE_FONTS = { ambiguousAsWide: true };

/**
 * Whether a character takes two columns on a page that is set in a Chinese font: there the characters of which Unicode says
 * that it depends (East Asian Width "Ambiguous": “ ” … — ①) are as wide as Chinese ones.
 *
 * @param code a UTF-16 unit: each half of a pair takes one of the two columns
 */
export function isWideInPrint(code: number): boolean {
  return code >= FIRST_AMBIGUOUS && eastAsianWidth(code, IN_CHINESE_FONTS) === 2;
}

const FIRST_AMBIGUOUS = 0xa1;
