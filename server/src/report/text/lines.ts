/** The lines of a text, each looked at once. */
import type { Span } from './span.ts';
import type { SourceText } from './text.ts';

export interface Line {
  readonly index: number;
  /** Without leading and trailing white space. */
  readonly span: Span;
  readonly text: string;
  /** From the first character to the line break, white space included. */
  readonly raw: Span;
  readonly hasTab: boolean;
  /** Whether it has tabs, and all in front of its words: an indent, or the first of a row's cells. */
  readonly isIndented: boolean;
}

/**
 * Splits a text into its lines; a line break belongs to no line.
 *
 * @param indents whether tabs in front of a line's words are its indent, as in HTML, and divide no cells
 */
export function readLines(source: SourceText, indents = false): Line[] {
  const { text, lineStarts } = source;
  let tab = text.indexOf('\t');
  return lineStarts.map((start, index) => {
    const end = source.lineEnd(index);
    const span = trim(text, start, end);
    const raw = span.start === start && span.end === end ? span : { start, end };
    const { start: from, end: to } = indents ? span : raw;
    if (tab !== -1 && tab < from) tab = text.indexOf('\t', from);
    const hasTab = tab !== -1 && tab < to;
    const isIndented = hasTab && tab < span.start && text.lastIndexOf('\t', to - 1) < span.start;
    return { index, span, text: text.slice(span.start, span.end), raw, hasTab, isIndented };
  });
}

/** The span without white space at either end; an empty span at `start` if there is nothing else. */
export function trim(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return first === last ? { start, end: start } : { start: first, end: last };
}

function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}

/** How many lines end in a text. */
export function countBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
