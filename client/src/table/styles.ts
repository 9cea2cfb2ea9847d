/**
 * Widths as CSS, for a font and a letter spacing that only the browser knows. Pure: no VS Code.
 */
import type { Width } from './width.ts';

/** A box of a width: a `gap` before a character, or a character's own `box`. */
export type Style = `${StyleKind} ${string}`;
type StyleKind = 'gap' | 'box';

/** @param letterSpacing room behind every character, in pixels: the setting `editor.letterSpacing` */
export function gapStyle(width: Width, letterSpacing: number): Style {
  return `gap ${cssOf(width, letterSpacing)}`;
}

/** For a character whose width is up to the font: as wide as a full-width one. */
export function boxStyle(letterSpacing: number): Style {
  return `box ${cssOf({ em: 1, ch: 0 }, letterSpacing)}`;
}

export function partsOf(style: Style): readonly [kind: StyleKind, width: string] {
  return [style.startsWith('gap ') ? 'gap' : 'box', style.slice(4)];
}

function cssOf({ em, ch }: Width, letterSpacing: number): string {
  const spacing = (em + ch) * letterSpacing;
  return `calc(${em}em + ${ch}ch${spacing === 0 ? '' : ` + ${spacing}px`})`;
}
