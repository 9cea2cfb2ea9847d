/** Lines as the paragraphs they were before a page was too narrow for them. */
import type { TextLine } from './printedLines.ts';

/** Where lines of running text begin and end. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** Shorter lines may be headings and say nothing of where text ends. */
const SHORTEST_TEXT = 15;
/** In parts of the font's size: how far from its end a full line can stop, how far from its begin an indent begins. */
const RAGGED = 1.6;
const INDENT = 0.8;
const SAME_SIZE = 1;

export function textAreaOf(lines: readonly TextLine[]): TextArea {
  const texts = lines.filter(({ text }) => text.length >= SHORTEST_TEXT);
  return {
    left: Math.min(...texts.map(({ left }) => left)),
    right: Math.max(...texts.map(({ right }) => right)),
  };
}

/** Whether a line goes on where the one before it was full: it begins without an indent, in the same size. */
export function goesOn(before: TextLine, line: TextLine, { left, right }: TextArea): boolean {
  if (/\d$/.test(before.text) && /^\d/.test(line.text)) return false;
  const isFull = before.right >= right - RAGGED * before.size;
  const isIndented = line.left > left + INDENT * line.size;
  return isFull && !isIndented && Math.abs(before.size - line.size) <= SAME_SIZE;
}

/** The lines of a paragraph as one. Gaps tell nothing of columns there: where columns stand only lines round them tell. */
export function joinedLines(lines: readonly TextLine[]): string {
  return lines
    .reduce((text, line) => text + gapBetweenWords(text, line.text) + line.text, '')
    .replace(/ {2,}/g, ' ');
}

function gapBetweenWords(before: string, after: string): string {
  return /[a-zA-Z,.;:]$/.test(before) && /^[a-zA-Z]/.test(after) ? ' ' : '';
}
