/** Edits of a document's text, narrowed to what they change. */
import type { TextEdit } from '../report/model/index.ts';

const BORDER = /[\t\n]/;

/**
 * What an edit changes, cell by cell and paragraph by paragraph, without the characters at either end that stay.
 *
 * @returns `null` where it would change how many cells or paragraphs there are
 */
export function narrow(text: string, { span, newText }: TextEdit): readonly TextEdit[] | null {
  const old = text.slice(span.start, span.end);
  if (bordersOf(old) !== bordersOf(newText)) return null;
  const parts = newText.split(BORDER);
  let at = span.start;
  return old.split(BORDER).flatMap((own, index) => {
    const start = at;
    at += own.length + 1;
    const part = parts[index] ?? '';
    return own === part ? [] : [withoutCommonEnds(own, part, start)];
  });
}

function bordersOf(text: string): string {
  return text.replace(/[^\t\n]+/g, '');
}

function withoutCommonEnds(old: string, next: string, start: number): TextEdit {
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  return {
    span: { start: start + head, end: start + old.length - tail },
    newText: next.slice(head, next.length - tail),
  };
}
