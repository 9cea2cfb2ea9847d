/** White space as a browser shows it. */
import type { Run } from './tree.ts';

/** Many of the first are shown as one; each of the second is shown. */
const PIECE = /[ \t\r\n\f]+|[\u00a0\u2002-\u200a\u202f\u3000]|[^ \t\r\n\f\u00a0\u2002-\u200a\u202f\u3000]+/g;
const SOFT = /^[ \t\r\n\f]/;
const HARD = /^[\u00a0\u2002-\u200a\u202f\u3000]/;
const BREAK = /[\r\n]/;
/** Chinese characters and marks, between which a line break of the source leaves no gap. */
const WIDE = /[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

/** The characters of one line: none at its ends, one for many, none where the source only broke a Chinese text. */
export function collapse(runs: readonly Run[]): Run[] {
  const shown: Run[] = [];
  let gap: Run[] = [];
  for (const piece of runs.flatMap(splitRun)) {
    if (SOFT.test(piece.text) || HARD.test(piece.text)) gap.push(piece);
    else {
      const last = shown.at(-1);
      if (last) shown.push(...shownGap(last.text.at(-1)!, gap, piece.text[0]!));
      shown.push(piece);
      gap = [];
    }
  }
  return shown;
}

function splitRun(run: Run): Run[] {
  if (run.source === null || run.text.length !== run.source.end - run.source.start) return [run];
  const { start } = run.source;
  return [...run.text.matchAll(PIECE)].map(({ 0: text, index }) => ({
    kind: 'run',
    text,
    source: { start: start + index, end: start + index + text.length },
  }));
}

function shownGap(before: string, gap: readonly Run[], after: string): readonly Run[] {
  const hard = gap.filter(({ text }) => HARD.test(text));
  const [first] = gap;
  if (first === undefined || hard.length > 0) return hard;
  const isOnlyBroken = WIDE.test(before) && WIDE.test(after) && gap.some(({ text }) => BREAK.test(text));
  if (isOnlyBroken) return [];
  const { source } = first;
  return [{ kind: 'run', text: ' ', source: source && { start: source.start, end: source.start + 1 } }];
}
