/** How a table without tabs, pipes and tags is written, if there is one. */
import { lookUp, type Vocabulary, type Word } from '../../form/vocabulary.ts';
import type { Line } from '../../text/lines.ts';
import { normalize } from '../../text/normal.ts';
import { isNumberCell, LONGEST_NUMBER } from './stream.ts';

const LONGEST_CELL = 60;
const LONGEST_ROW = 400;
/** So many labels of rows on lines of their own are a table, not prose that mentions one. */
const FEWEST_ROW_LABELS = 2;
const FEWEST_COLUMN_LABELS = 5;
/** So many numbers on a line, and nothing else, are a row. */
const FEWEST_NUMBERS = 5;
/** So many lines of one kind more than of the other leave no doubt. */
const CLEAR_BALANCE = 10;

/** Whether lines hold a table of the form with a cell a line, with cells held apart by spaces, or none. */
export function recognizeLines(
  lines: readonly Line[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): 'lines' | 'spaced' | null {
  let rows = 0;
  let columns = 0;
  let isTable = false;
  /** Lines with several cells, less lines with a number alone. */
  let balance = 0;
  for (let index = from; index < to; index++) {
    const { text } = lines[index]!;
    if (!canBeRow(text)) continue;
    const { words, numbers } = withoutNumbers(text);
    if (words !== '') {
      const { kind, isAlone } = kindOf(words, vocabulary);
      if (kind === 'line') rows++;
      else if (kind === 'column') columns++;
      if (kind !== undefined && !isAlone) balance++;
    }
    // A row of several numbers says as much as so many cells.
    if (numbers > 1) balance += numbers;
    else if (numbers === 1) balance += words === '' ? -1 : 1;
    isTable ||= words === '' && numbers >= FEWEST_NUMBERS;
    isTable ||= rows >= FEWEST_ROW_LABELS || columns >= FEWEST_COLUMN_LABELS;
    if (isTable && Math.abs(balance) >= CLEAR_BALANCE) break;
  }
  if (!isTable) return null;
  return balance > 0 ? 'spaced' : 'lines';
}

/** Whether a line can be a row. Prose, which most of a report is, is told by its length alone, without reading it. */
function canBeRow(text: string): boolean {
  if (text.length <= LONGEST_CELL) return text !== '';
  return text.length <= LONGEST_ROW && (text.includes('  ') || endsInNumber(text));
}

function endsInNumber(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (last >= 48 && last <= 57) || last === 47 || last === 45;
}

/** The words of a line and how many numbers stand behind them. */
function withoutNumbers(text: string): { words: string; numbers: number } {
  let numbers = 0;
  let end = text.length;
  while (end > 0) {
    const from = lastPiece(text, end);
    if (end - from > LONGEST_NUMBER || !isNumberCell(text.slice(from, end))) break;
    numbers++;
    end = from === 0 ? 0 : text.slice(0, from - 1).trimEnd().length;
  }
  return { words: text.slice(0, end), numbers };
}

/** Where what stands behind the last space begins, or a place too far from the end for a number. */
function lastPiece(text: string, end: number): number {
  const least = Math.max(0, end - LONGEST_NUMBER - 1);
  for (let at = end; at > least; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === SPACE || code === WIDE_SPACE) return at;
  }
  return least;
}

const SPACE = 32;
const WIDE_SPACE = 0x3000;

/** What the words name, alone or behind the last wide gap: 三、   1.属于国家秘密 */
function kindOf(words: string, vocabulary: Vocabulary): { kind: Word['kind'] | undefined; isAlone: boolean } {
  const gap = words.lastIndexOf('  ');
  const behind = gap === -1 ? undefined : lookUp(vocabulary, normalize(words.slice(gap)))[0];
  if (behind) return { kind: behind.kind, isAlone: false };
  const alone = isSentence(words) ? undefined : lookUp(vocabulary, normalize(words))[0];
  return { kind: alone?.kind, isAlone: true };
}

/** A sentence names nothing; a label with a note behind it can end like one: 规章备注：不含区级。 */
function isSentence(words: string): boolean {
  return words.endsWith('。') && !words.includes('注');
}
