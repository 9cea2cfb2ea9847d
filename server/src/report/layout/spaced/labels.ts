/** Labels of the form among words held apart by spaces: letter-spaced, or broken over lines. */
import { lookUp, type Vocabulary, type Word } from '../../form/vocabulary.ts';
import type { ColumnForm, LineForm, TableForm } from '../../model.ts';
import { normalize } from '../../source/normal.ts';
import { joinPieces, type Piece, WIDE_GAP } from './line.ts';

/** A label of the form, whole. */
export interface Label {
  readonly words: readonly Word[];
  /** Its text without what stands between its pieces. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The lines of its first and its last piece. */
  readonly first: number;
  readonly last: number;
  readonly page: number;
  /** It turned out to be a part of a longer label. */
  isPart: boolean;
}

/** The form's line that a label names; `null` for a label of no row. */
export function lineOf(label: Label): LineForm | null {
  for (const word of label.words) if (word.kind === 'line') return word.line;
  return null;
}

/** The columns of a table that a label can name. */
export function columnOf(label: Label, table: TableForm): readonly ColumnForm[] | undefined {
  for (const word of label.words) if (word.kind === 'column' && word.table === table) return word.columns;
  return undefined;
}

/** Words that begin like a label of the form. */
export interface Beginning {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** A vertical label has a character a line. */
const MOST_PIECES = 12;
const MOST_BEGINNINGS = 24;
/** Lines between two pieces: blank ones, a page's footer. */
const MOST_LINES_APART = 10;

/** Puts the words of a line together to labels, as far as one line tells. */
export function segment(text: string, words: readonly Piece[], vocabulary: Vocabulary): Piece[] {
  const segments: Piece[] = [];
  let pending: Piece[] = [];
  const flush = (): void => {
    if (pending.length > 0) segments.push(joinPieces(text, pending));
    pending = [];
  };
  for (let i = 0; i < words.length; ) {
    const { whole, viable } = labelAt(text, words, i, vocabulary);
    const end = whole > i ? whole : viable === words.length && i > 0 ? viable : i;
    if (end > i || words[i]!.gap >= WIDE_GAP) flush();
    if (end > i) segments.push(joinPieces(text, words.slice(i, end)));
    else pending.push(words[i]!);
    i = Math.max(end, i + 1);
  }
  flush();
  return segments;
}

/** From a word on: where the longest label ends, and up to where the words begin like one. */
function labelAt(
  text: string,
  words: readonly Piece[],
  from: number,
  vocabulary: Vocabulary,
): { whole: number; viable: number } {
  let whole = from;
  let end = from;
  for (; end < words.length; end++) {
    const normal = normalize(text.slice(words[from]!.span.start, words[end]!.span.end));
    if (!vocabulary.beginnings.has(normal)) break;
    if (vocabulary.words.has(normal)) whole = end + 1;
  }
  return { whole, viable: end };
}

/** Finds labels among words as they come, line by line. */
export class LabelFinder {
  readonly labels: Label[] = [];
  private beginnings: Beginning[] = [];
  private readonly labelOf = new Map<Piece, Label>();
  private readonly vocabulary: Vocabulary;
  private readonly standsBelow: (above: Beginning, piece: Piece) => boolean;

  /** @param standsBelow whether a piece can go on with words that stand above it */
  constructor(vocabulary: Vocabulary, standsBelow: (above: Beginning, piece: Piece) => boolean) {
    this.vocabulary = vocabulary;
    this.standsBelow = standsBelow;
  }

  add(piece: Piece, line: number, page: number): void {
    const kept: Beginning[] = [];
    const grown: Beginning[] = [];
    let isRest = false;
    for (const beginning of this.beginnings) {
      if (!this.standsBelow(beginning, piece)) {
        kept.push(beginning);
        continue;
      }
      const longer = this.grow(beginning, piece, line);
      if (!longer) continue;
      grown.push(longer);
      isRest = this.complete(longer, page) || isRest;
    }
    if (!isRest) {
      const { text } = piece;
      const alone = { pieces: [piece], text, first: line, last: line };
      if (this.vocabulary.beginnings.has(normalize(text))) grown.push(alone);
      this.complete(alone, page);
    }
    this.beginnings = [...kept, ...grown].slice(-MOST_BEGINNINGS);
  }

  /** Something that is no part of a table: no label goes on across it. */
  interrupt(): void {
    this.beginnings = [];
  }

  /** Whether a piece is a label or a part of one. */
  has(piece: Piece): boolean {
    return this.labelOf.has(piece);
  }

  private grow(beginning: Beginning, piece: Piece, line: number): Beginning | null {
    if (beginning.pieces.length === MOST_PIECES || line - beginning.last > MOST_LINES_APART) return null;
    const text = beginning.text + piece.text;
    if (!canGoOn(normalize(text), this.vocabulary)) return null;
    return {
      text,
      pieces: [...beginning.pieces, piece],
      first: beginning.first,
      last: line,
    };
  }

  private complete({ text, pieces, first, last }: Beginning, page: number): boolean {
    const words = lookUp(this.vocabulary, normalize(text));
    if (words.length === 0) return false;
    const label: Label = { words, text, pieces, first, last, page, isPart: false };
    for (const piece of pieces) {
      const shorter = this.labelOf.get(piece);
      if (shorter) shorter.isPart = true;
      this.labelOf.set(piece, label);
    }
    this.labels.push(label);
    return true;
  }
}

/** Whether a text begins like a label, or is one with a note behind it that may not be closed yet. */
function canGoOn(normal: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.beginnings.has(normal) || lookUp(vocabulary, normal).length > 0) return true;
  const note = normal.lastIndexOf('(');
  return note > normal.lastIndexOf(')') && vocabulary.words.has(normal.slice(0, note));
}
