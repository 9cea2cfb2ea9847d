/** Tables without lines: what stands in them is read as lines of text, and said to be so. */
import type { TextLine } from '../compose.ts';

const NUMBER = /^(?:\d[\d,.]{0,20}|[/／—–-])$/;
const FEWEST_NUMBERS = 3;
const FEWEST_ROWS = 3;
/** Of a label that is broken over lines. */
const MOST_LINES_BETWEEN = 6;

/** How many times so many lines with so many numbers each stand together outside of tables that they are a table's rows. */
export function rowRuns(lines: readonly TextLine[]): number {
  let runs = 0;
  let rows = 0;
  let between = 0;
  for (const { isRow, cells } of lines) {
    const isNumbers = !isRow && countNumbers(cells[0]?.[0]?.text ?? '') >= FEWEST_NUMBERS;
    between = isNumbers ? 0 : between + 1;
    if (isNumbers && ++rows === FEWEST_ROWS) runs++;
    if (between > MOST_LINES_BETWEEN) rows = 0;
  }
  return runs;
}

function countNumbers(text: string): number {
  return text.split(/\s+/).filter((word) => NUMBER.test(word)).length;
}
