/**
 * How wide text stands in a fixed-width font, in the two units such a font has: a Chinese character is `1em` wide, any other
 * `1ch`. How many `ch` make an `em` is up to the font (1.66 in DejaVu Sans Mono, 2 in Sarasa Mono) and known to nobody but the
 * browser, so widths are added up in both.
 *
 * Pure: no VS Code.
 */
import { eastAsianWidth, eastAsianWidthType } from 'get-east-asian-width';

/** A width of so many full-width characters and so many others. */
export interface Width {
  readonly em: number;
  readonly ch: number;
}

export const nothing: Width = { em: 0, ch: 0 };

/** The fewest and the most `ch` to an `em` in fixed-width fonts. */
const narrowest = 1.5;
const widest = 2.3;
const usual = 1.8;

export function characters(ch: number): Width {
  return { em: 0, ch };
}

export function add(one: Width, other: Width): Width {
  return { em: one.em + other.em, ch: one.ch + other.ch };
}

export function subtract(one: Width, other: Width): Width {
  return { em: one.em - other.em, ch: one.ch - other.ch };
}

export function half({ em, ch }: Width): Width {
  return { em: em / 2, ch: ch / 2 };
}

/** Whether a width is none or more in every font. */
export function isPossible(width: Width): boolean {
  return inCharacters(width, narrowest) >= 0 && inCharacters(width, widest) >= 0;
}

export function isNothing({ em, ch }: Width): boolean {
  return em === 0 && ch === 0;
}

/** A width that none of `widths` exceeds in any font, and hardly wider than the widest of them. */
export function cover(widths: readonly Width[]): Width {
  let base = nothing;
  for (const width of widths) if (inCharacters(width, usual) > inCharacters(base, usual)) base = width;
  let lack = 0;
  for (const width of widths) {
    const more = subtract(width, base);
    lack = Math.max(lack, inCharacters(more, narrowest), inCharacters(more, widest));
  }
  return lack === 0 ? base : add(base, characters(Math.ceil(lack)));
}

/** The width in `ch` of a font in which an `em` is `ratio` of them. */
function inCharacters({ em, ch }: Width, ratio: number): number {
  return em * ratio + ch;
}

/** How wide a text is that has no tab. */
export function widthOf(text: string): Width {
  let em = 0;
  let ch = 0;
  for (const character of text) {
    const codePoint = codePointOf(character);
    if (codePoint < 0x80) ch++;
    else if (isMark(codePoint)) continue;
    else if (isWide(codePoint)) em++;
    else ch++;
  }
  return { em, ch };
}

/**
 * Characters whose width is up to the font: `1ch` in a Latin one, `1em` in a Chinese one. They count as `1em` here, and whoever
 * shows the text sees to it that they are.
 */
export function isAmbiguous(codePoint: number): boolean {
  return codePoint >= 0x80 && eastAsianWidthType(codePoint) === 'ambiguous' && !isMark(codePoint);
}

function isWide(codePoint: number): boolean {
  return eastAsianWidth(codePoint, { ambiguousAsWide: true }) === 2;
}

/** Accents, joiners and the like take no room of their own. There are none among the Chinese characters. */
function isMark(codePoint: number): boolean {
  const isChinese = codePoint >= 0x2e80 && codePoint < 0xfe00;
  return !isChinese && /[\p{Mn}\p{Cf}]/u.test(String.fromCodePoint(codePoint));
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/**
 * How many columns the editor counts for a UTF-16 unit when it looks for the next tab stop. Not how wide it is: the editor has a
 * list of its own (`isFullWidthCharacter`).
 */
export function columnsOf(unit: number): 1 | 2 {
  const isFullWidth =
    (unit >= 0x2e80 && unit <= 0xd7af) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0xffe0 && unit <= 0xffe6);
  return isFullWidth ? 2 : 1;
}
