/**
 * Widths as CSS, for a font and a letter spacing that only the browser knows. Pure: no VS Code.
 */
import { characters, isPossible, nothing, subtract, type Width } from './width.ts';

/** The place of a number that is to be written. */
export const placeWidth = characters(3);

/** A box of a width: a `gap` before a character, one that shows the place of a `void` number, the same at the `end` of a line, or a character's own `box`. */
export type Style = `${StyleKind} ${string}`;
type StyleKind = 'gap' | 'void' | 'end' | 'box';

/** @param letterSpacing room behind every character, in pixels: the setting `editor.letterSpacing` */
export function gapStyle(width: Width, letterSpacing: number): Style {
  return `gap ${cssOf(width, letterSpacing)}`;
}

/** A gap whose last characters' width is where a number is to be written. */
export function voidStyle(width: Width, letterSpacing: number, kind: 'void' | 'end'): Style {
  const rest = subtract(width, placeWidth);
  return `${kind} ${cssOf(isPossible(rest) ? rest : nothing, letterSpacing)}`;
}

/** For a character whose width is up to the font: as wide as a full-width one. */
export function boxStyle(letterSpacing: number): Style {
  return `box ${cssOf({ em: 1, ch: 0 }, letterSpacing)}`;
}

export function partsOf(style: Style): readonly [kind: StyleKind, width: string] {
  const end = style.indexOf(' ');
  return [style.slice(0, end) as StyleKind, style.slice(end + 1)];
}

function cssOf({ em, ch }: Width, letterSpacing: number): string {
  const spacing = (em + ch) * letterSpacing;
  return `calc(${em}em + ${ch}ch${spacing === 0 ? '' : ` + ${spacing}px`})`;
}
