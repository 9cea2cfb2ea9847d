/** Cells between pipes, over as many lines as they take. */
import type { Span } from '../../model/index.ts';
import { type Line, trim } from '../../text/lines.ts';
import { gapBetween } from '../../text/number.ts';
import type { GridCell } from './grid.ts';

export interface PipeCell extends GridCell {
  /** Nothing, not even a space, stands between its two pipes. */
  readonly isTight: boolean;
  /** Its pipe stands there; else it is what follows the last one. */
  readonly isClosed: boolean;
  /** Behind its pipe. */
  readonly end: number;
}

/** Splits lines that belong together into cells; a pipe behind a backslash is text. */
export function splitCells(text: string, lines: readonly Line[]): PipeCell[] {
  const cells: PipeCell[] = [];
  let parts: Span[] = [];
  let from = lines[0]?.raw.start ?? 0;
  const close = (to: number, isClosed: boolean): void => {
    parts.push({ start: from, end: to });
    const isTight = parts.length === 1 && from === to;
    cells.push({ ...readParts(text, parts), isTight, isClosed, end: isClosed ? to + 1 : to });
    parts = [];
  };
  for (const { raw } of lines) {
    if (raw.start > from) from = raw.start;
    for (let at = from; at < raw.end; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '|') {
        close(at, true);
        from = at + 1;
      }
    }
    parts.push({ start: from, end: raw.end });
    from = raw.end;
  }
  close(from, false);
  return cells;
}

/** The words of a cell, joined over its lines; its place is from the first to the last of them. */
function readParts(text: string, parts: readonly Span[]): GridCell {
  const words = parts
    .map(({ start, end }) => trimCell(text, start, end))
    .filter(({ start, end }) => end > start);
  const first = words[0];
  if (!first) {
    const { start, end } = parts.at(-1)!;
    const at = Math.min(start + 1, end);
    return { text: '', span: { start: at, end: at } };
  }
  const texts = words.map(({ start, end }) => text.slice(start, end));
  const joined = texts.map((own, at) => gapBetween(texts[at - 1] ?? '', own) + own).join('');
  const marks = emphasisOf(joined);
  const span = { start: first.start + marks, end: words.at(-1)!.end - marks };
  return { text: withoutEscapes(joined.slice(marks, joined.length - marks)), span };
}

const SPACE_ENTITY = '&nbsp;';

/** Without white space at either end, written out or not. */
function trimCell(text: string, start: number, end: number): Span {
  const { length } = SPACE_ENTITY;
  let span = trim(text, start, end);
  while (span.start + length <= span.end && text.startsWith(SPACE_ENTITY, span.start))
    span = trim(text, span.start + length, span.end);
  while (span.start + length <= span.end && text.endsWith(SPACE_ENTITY, span.end))
    span = trim(text, span.start, span.end - length);
  return span;
}

const LONGEST_MARK = 3;

/** How many characters in front of a text and behind it make all of it bold, italic or code: **45**. */
function emphasisOf(text: string): number {
  const mark = text[0]!;
  if (mark !== '*' && mark !== '_' && mark !== '`') return 0;
  let count = 0;
  while (count <= LONGEST_MARK && text[count] === mark && text[text.length - 1 - count] === mark) count++;
  const isOnlyMarks = text.length <= 2 * count;
  return count > LONGEST_MARK || isOnlyMarks || text[count] === mark ? 0 : count;
}

const GAP = '   ';
/** Where a tag stood between words; numbers on either side of one are two. */
const GAPS = /(?<!\d) {3,}(?!\d)/g;

/** What Markdown shows for a text: a mark behind a backslash is itself, and a tag in the middle is nothing. */
function withoutEscapes(text: string): string {
  const words = text.includes(GAP) ? text.replace(GAPS, '') : text;
  const shown = words.includes('\\') ? words.replace(/\\([!-/:-@[-`{-~])/g, '$1') : words;
  return shown.includes(SPACE_ENTITY) ? shown.replaceAll(SPACE_ENTITY, ' ') : shown;
}
