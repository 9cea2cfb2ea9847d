/** The lines of a table held apart by spaces: split, without page footers, prose known for what it is. */
import { lookUp, type Vocabulary } from '../../../form/vocabulary.ts';
import { isPageFooter } from '../../../text/footer.ts';
import type { Line } from '../../../text/lines.ts';
import { normalize } from '../../../text/normal.ts';
import { isNumber, type Piece, splitLine } from './line.ts';
import { segment } from './spacedLabels.ts';

export interface TableLineText {
  /** Its place among the lines of the text. */
  readonly index: number;
  readonly page: number;
  readonly words: readonly Piece[];
  readonly numbers: readonly Piece[];
  readonly line: Line;
}

/** A row of cells is no longer than this. */
const LONGEST_LINE = 400;
const SENTENCE = /[。；！？]/;
const NUMBER_ALONE = /^\d{1,4}$/;

/** The lines in order; `null` for one that is prose. */
export function readTableLines(
  text: string,
  lines: readonly Line[],
  vocabulary: Vocabulary,
): (TableLineText | null)[] {
  const read: (TableLineText | null)[] = [];
  let page = 0;
  for (const line of lines) {
    if (line.text === '') {
      if (text.charCodeAt(line.raw.start) === FORM_FEED) page++;
      continue;
    }
    const breaksPage = isAtPageBreak(text, line);
    if (isPageFooter(line.text) || (breaksPage && NUMBER_ALONE.test(line.text))) {
      page++;
      continue;
    }
    if (text.charCodeAt(line.raw.start) === FORM_FEED) page++;
    read.push(readLine(text, line, page, vocabulary));
  }
  return read;
}

const FORM_FEED = 12;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A line break and a blank line. */
const MOST_BREAKS = 5;

function isAtPageBreak(text: string, { raw }: Line): boolean {
  if (text.charCodeAt(raw.start) === FORM_FEED) return true;
  for (let next = raw.end; next < raw.end + MOST_BREAKS; next++) {
    const code = text.charCodeAt(next);
    if (code === FORM_FEED) return true;
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) return false;
  }
  return false;
}

function readLine(text: string, line: Line, page: number, vocabulary: Vocabulary): TableLineText | null {
  if (line.text.length > LONGEST_LINE || SENTENCE.test(line.text)) return null;
  const split = splitLine(text, line);
  if (!split) return null;
  const words = segment(text, split.words, vocabulary);
  // A number with other words behind it, and no row's label: prose broken into lines.
  if (split.words.some((word) => isNumber(word.text)) && !words.some((word) => isRowLabel(word, vocabulary)))
    return null;
  return { index: line.index, page, words, numbers: split.numbers, line };
}

function isRowLabel({ text }: Piece, vocabulary: Vocabulary): boolean {
  return lookUp(vocabulary, normalize(text)).some((word) => word.kind === 'line');
}
