/** Characters as lines of text. */
import { gapBetween } from '../../report/text/number.ts';
import type { Glyph } from './geometry.ts';

export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its middle, down the page. */
  readonly y: number;
  readonly size: number;
}

/** The lines of a stretch of the page, from top to bottom; and how many marks of notes were left out. */
export interface ReadLines {
  readonly lines: readonly TextLine[];
  readonly notes: number;
}

/** Further apart than this, in parts of the font's size, characters are not of one line. */
const LINE_HEIGHT = 0.5;
/** A gap this wide is one between words, or, between digits, between numbers. */
const WORD_GAP = 0.8;
const LATIN_GAP = 0.22;
const NUMBER_GAP = 0.55;
/** Drawn twice for the look of bold. */
const TWICE = 0.2;
/** A mark of a note is smaller than what it stands behind, and raised. */
const MARK_SIZE = 0.8;
const MARK_RISE = 0.12;
const MARK = /^[\d①-⓿*＊※†‡()（）[\]［］〔〕【】注]$/;
const LETTER = /[a-zA-Z]$/;

/** Puts characters into lines: across the page or, where most are written so, down it. */
export function readTextLines(glyphs: readonly Glyph[]): ReadLines {
  const turned = glyphs.filter(({ direction }) => direction !== 'right').length;
  const flat = turned * 2 > glyphs.length ? glyphs.map(laidFlat) : glyphs;
  let notes = 0;
  const lines = rowsOfGlyphs(flat).map((row) => {
    const { line, marks } = textLine(row);
    notes += marks;
    return line;
  });
  return { lines, notes };
}

/** As if the page were turned until the text runs from left to right. */
function laidFlat(glyph: Glyph): Glyph {
  const { x, y, direction } = glyph;
  // Chinese columns follow each other from right to left, and so do lines that are turned to the right.
  if (direction === 'columns' || direction === 'down') return { ...glyph, x: y, y: -x };
  return direction === 'up' ? { ...glyph, x: -y, y: x } : glyph;
}

function rowsOfGlyphs(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    const isBeside = last && glyph.y - last.y <= LINE_HEIGHT * Math.max(last.size, glyph.size);
    if (!isBeside) rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
    else {
      last.glyphs.push(glyph);
      if (glyph.size > last.size) Object.assign(last, { y: glyph.y, size: glyph.size });
    }
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.x - b.x));
}

function textLine(row: readonly Glyph[]): { readonly line: TextLine; readonly marks: number } {
  let text = '';
  let marks = 0;
  let before: Glyph | null = null;
  for (const glyph of row) {
    if (before && isDrawnTwice(before, glyph)) continue;
    if (before && isMark(before, glyph, text)) {
      marks++;
      continue;
    }
    text += (before ? gap(before, glyph) : '') + glyph.text;
    before = glyph;
  }
  const [first] = row;
  const last = row.at(-1);
  const left = first ? first.x - first.width / 2 : 0;
  const right = last ? last.x + last.width / 2 : 0;
  const size = Math.max(...row.map((glyph) => glyph.size));
  return { line: { text: text.trim(), left, right, y: first?.y ?? 0, size }, marks };
}

function isDrawnTwice(before: Glyph, { text, x, y, size }: Glyph): boolean {
  return (
    before.text === text && Math.abs(before.x - x) < TWICE * size && Math.abs(before.y - y) < TWICE * size
  );
}

function isMark(before: Glyph, { text, y, size }: Glyph, line: string): boolean {
  const isRaised = size <= MARK_SIZE * before.size && before.y - y > MARK_RISE * before.size;
  return isRaised && MARK.test(text) && !LETTER.test(line);
}

function gap(before: Glyph, glyph: Glyph): string {
  const size = Math.max(before.size, glyph.size);
  const width = glyph.x - glyph.width / 2 - (before.x + before.width / 2);
  const between = width > NUMBER_GAP * size ? gapBetween(before.text, glyph.text) : '';
  if (between !== '') return between;
  const isWord = LETTER.test(before.text) && /^[a-zA-Z]/.test(glyph.text) && width > LATIN_GAP * size;
  return glyph.isApart || isWord || width > WORD_GAP * size ? ' ' : '';
}

/** A cell's lines as one. Numbers on two lines stay two. */
export function joinLines(lines: readonly TextLine[]): string {
  return lines.reduce((text, line) => text + gapBetween(text, line.text) + line.text, '');
}
