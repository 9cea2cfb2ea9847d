/** Labels of the form among words held apart by spaces: letter-spaced, or broken over lines. */
import { lookUp, type Vocabulary, type Word } from '../../../form/vocabulary.ts';
import type { ColumnForm, LineForm, TableForm } from '../../../model/index.ts';
import { normalize } from '../../../text/normal.ts';
import { joinPieces, type Piece, WIDE_GAP } from './line.ts';
import { beginOf, endOf, type Measure } from './spacedColumns.ts';

/** A label of the form, whole. */
export interface Label {
  readonly words: readonly Word[];
  /** Its text without what stands between its pieces. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The lines of its first and its last piece, those of a group in front of it left out. */
  readonly first: number;
  readonly last: number;
  readonly page: number;
  /** The label that it was before its last piece, if it was one. */
  readonly before: Label | null;
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
interface Beginning {
  readonly pieces: readonly Piece[];
  /** The line of each piece. */
  readonly lines: readonly number[];
  readonly text: string;
  /** The columns that they take. */
  readonly from: number;
  readonly to: number;
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
    if (!vocabulary.words.has(normal)) continue;
    whole = end + 1;
    if ((words[whole]?.gap ?? 0) >= WIDE_GAP) break;
  }
  return { whole, viable: end };
}

/** Finds labels among words as they come, line by line. */
export class LabelFinder {
  readonly labels: Label[] = [];
  #beginnings: Beginning[] = [];
  readonly #labelOf = new Map<Piece, Label>();
  readonly #vocabulary: Vocabulary;
  readonly #measure: Measure | null;

  /** @param measure how columns are spaced, where words go on only below each other; `null` where they do anywhere */
  constructor(vocabulary: Vocabulary, measure: Measure | null) {
    this.#vocabulary = vocabulary;
    this.#measure = measure;
  }

  add(piece: Piece, line: number, page: number): void {
    const alone = this.#beginning(piece, line);
    const own = lookUp(this.#vocabulary, normalize(piece.text));
    const kept: Beginning[] = [];
    let isRest = false;
    for (const beginning of this.#beginnings) {
      if (this.#measure !== null && (beginning.to <= alone.from || beginning.from >= alone.to)) {
        kept.push(beginning);
        continue;
      }
      const longer = grow(beginning, alone);
      const normal = longer && normalize(longer.text);
      if (!normal || !canGoOn(normal, this.#vocabulary)) continue;
      kept.push(longer);
      if (!namesSame(own, lookUp(this.#vocabulary, normal)))
        isRest = this.#complete(longer, normal, page) || isRest;
    }
    if (!isRest) {
      const normal = normalize(alone.text);
      if (canGoOn(normal, this.#vocabulary)) kept.push(alone);
      this.#complete(alone, normal, page);
    }
    if (kept.length > MOST_BEGINNINGS) kept.shift();
    this.#beginnings = kept;
  }

  /** Something that is no part of a table: no label goes on across it. */
  interrupt(): void {
    this.#beginnings = [];
  }

  /** Whether a piece is a label or a part of one. */
  has(piece: Piece): boolean {
    return this.#labelOf.has(piece);
  }

  #beginning(piece: Piece, line: number): Beginning {
    const measure = this.#measure ?? 'characters';
    const [from, to] = [beginOf(piece, measure), endOf(piece, measure)];
    return { pieces: [piece], lines: [line], text: piece.text, from, to };
  }

  #complete({ text, pieces, lines }: Beginning, normal: string, page: number): boolean {
    const words = lookUp(this.#vocabulary, normal);
    if (words.length === 0) return false;
    const first = lines[piecesOfGroup(pieces, words)]!;
    const last = lines.at(-1)!;
    const before = (pieces.length > 1 && this.#labelOf.get(pieces[0]!)) || null;
    const label: Label = { words, text, pieces, first, last, page, before, isPart: false };
    for (const piece of pieces) {
      const other = this.#labelOf.get(piece);
      if (other) this.#giveWay(other, pieces[0]!);
      this.#labelOf.set(piece, label);
    }
    this.labels.push(label);
    return true;
  }

  /** A label that lost a piece to a longer one, or to one nearer to the piece: then it is what it was before. */
  #giveWay(label: Label, first: Piece): void {
    label.isPart = true;
    const { before, pieces } = label;
    if (!before || pieces[0] === first) return;
    before.isPart = false;
    for (const piece of before.pieces) this.#labelOf.set(piece, before);
  }
}

/** How many pieces in front of a row's label are its group's: numbers on their lines are those of other rows. */
function piecesOfGroup(pieces: readonly Piece[], words: readonly Word[]): number {
  const word = words.find(({ kind }) => kind === 'line');
  if (word?.kind !== 'line' || pieces.length === 1) return 0;
  const ends = new Set([word.line.groups.join(''), word.line.groups.at(-1) ?? ''].map(normalize));
  let text = '';
  for (let count = 0; count < pieces.length - 1; ) {
    text += pieces[count++]!.text;
    if (ends.has(normalize(text))) return count;
  }
  return 0;
}

/** Whether a piece names a row without its group in front: （三）不予公开 above 5.属于三类内部事务信息 is no part of it. */
function namesSame(own: readonly Word[], longer: readonly Word[]): boolean {
  return own.some(
    (word) =>
      word.kind === 'line' && longer.some((other) => other.kind === 'line' && other.line === word.line),
  );
}

/** Words that go on in a later line; `null` where that is too far away. */
function grow(above: Beginning, below: Beginning): Beginning | null {
  const distance = below.lines[0]! - above.lines.at(-1)!;
  if (above.pieces.length === MOST_PIECES || distance > MOST_LINES_APART) return null;
  return {
    text: above.text + below.text,
    pieces: [...above.pieces, ...below.pieces],
    lines: [...above.lines, ...below.lines],
    from: Math.min(above.from, below.from),
    to: Math.max(above.to, below.to),
  };
}

/** Whether a text begins like a label, or is one with a note behind it that may not be closed yet. */
function canGoOn(normal: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.beginnings.has(normal) || lookUp(vocabulary, normal).length > 0) return true;
  const note = normal.lastIndexOf('(');
  return note > normal.lastIndexOf(')') && vocabulary.words.has(normal.slice(0, note));
}
