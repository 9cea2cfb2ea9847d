/** Puts together labels that a page break or a narrow column cut, and tells which line of the form they name. */
import { lookUp, type Vocabulary, type Word, type Wording } from '../../form/vocabulary.ts';
import type { LineForm, Span, TableForm } from '../../model/index.ts';
import { isDigits } from '../../text/number.ts';
import type { LabelCell, ReadRow } from './row.ts';

/** A row that may be a line of the table, with its whole label. */
export interface Candidate {
  readonly row: ReadRow;
  /** Rows whose words are only a rest of this label. */
  readonly pieces: readonly LabelCell[];
  readonly groups: readonly LabelCell[];
  /** The label's normal form, its pieces joined. */
  readonly normal: string;
  /** The line of the form that the label names to the letter. */
  readonly exact: LineForm | null;
  readonly wording: Wording;
  /** Words in rows of their own beside it that may be a rest of the label, not understood; the label itself where it is several rows'. */
  readonly beside: readonly LabelCell[];
}

/** A label centred beside its numbers goes on a little above them; in a narrow column it goes on far below. */
const MOST_ABOVE = 3;
const MOST_BELOW = 12;
/** Pieces of a label that is looked for above another. */
const MOST_STACKED = 5;
const none: readonly LabelCell[] = [];

/** The candidates among a table's rows, in order; header rows, group rows and rests of labels are none. */
export function readCandidates(
  rows: readonly ReadRow[],
  table: TableForm,
  vocabulary: Vocabulary,
): Candidate[] {
  const found: Candidate[] = [];
  const used = new Set<ReadRow>();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (used.has(row) || !isLineRow(row, table)) continue;
    const own = ownLabel(row, table);
    const groups = groupsOf(row, own);
    const word = own.length === 0 ? undefined : lineWord(own[0]!.words, table);
    const joint = word ? [] : lineWordsIn(normalOf(own), table, vocabulary);
    if (word && word.wording !== 'other') found.push(named(row, own, groups, own[0]!.normal, word, none));
    else if (joint.length > 1) found.push(ofSeveral(rows, index, own, groups, joint));
    else {
      const longer = withRests(rows, index, own, groups, used, table, vocabulary);
      const isKept = word && !longer.exact;
      found.push(isKept ? named(row, own, groups, own[0]!.normal, word, longer.beside) : longer);
    }
  }
  return found;
}

type LineWord = Word & { readonly kind: 'line' };

/** The first of the words that names a line of the table. */
function lineWord(words: readonly Word[], table: TableForm): LineWord | undefined {
  for (const word of words) if (word.kind === 'line' && word.table === table) return word;
  return undefined;
}

/** The rows whose labels a text is, one behind the other: 行政处罚、行政强制; none for anything else. */
function lineWordsIn(normal: string, table: TableForm, vocabulary: Vocabulary): readonly LineWord[] {
  const words: LineWord[] = [];
  for (let from = 0; from < normal.length && words.length < MOST_JOINT; ) {
    let longest: LineWord | undefined;
    let next = from;
    for (let end = from + 1; vocabulary.beginnings.has(normal.slice(from, end)); end++) {
      const word = lineWord(vocabulary.words.get(normal.slice(from, end)) ?? [], table);
      if (word) [longest, next] = [word, end];
      if (end === normal.length) break;
    }
    if (!longest) return [];
    words.push(longest);
    from = BETWEEN_LABELS.test(normal[next] ?? '') ? next + 1 : next;
  }
  return words;
}

const MOST_JOINT = 10;
const BETWEEN_LABELS = /[、,;/和及与]/;

/** The numbers are the first label's where rows without one follow for the others; else nobody can tell whose they are. */
function ofSeveral(
  rows: readonly ReadRow[],
  index: number,
  own: readonly LabelCell[],
  groups: readonly LabelCell[],
  words: readonly LineWord[],
): Candidate {
  const behind = rows.slice(index + 1, index + words.length);
  const areBare =
    behind.length === words.length - 1 &&
    behind.every(({ labels, filled }) => labels.length === 0 && filled.length > 0);
  const word = areBare ? { ...words[0]!, wording: 'other' as const } : undefined;
  return named(rows[index]!, own, groups, '', word, areBare ? own : none);
}

function named(
  row: ReadRow,
  pieces: readonly LabelCell[],
  groups: readonly LabelCell[],
  normal: string,
  word: LineWord | undefined,
  beside: readonly LabelCell[],
): Candidate {
  return {
    row,
    pieces,
    groups,
    normal,
    exact: word?.line ?? null,
    wording: word?.wording ?? 'other',
    beside,
  };
}

function isLineRow(row: ReadRow, table: TableForm): boolean {
  for (const label of row.labels) if (lineWord(label.words, table)) return true;
  if (row.filled.length === 0) return false;
  return hasShortLabel(row) || !row.labels.some((label) => isHeaderWord(label, table));
}

/** 其他, 总计: words of the header, and of the form's lines once these have lost their ordinals; only those have numbers. */
const LONGEST_SHORT = 2;

function hasShortLabel({ labels, filled }: ReadRow): boolean {
  const label = labels.at(-1);
  return (
    label !== undefined && label.normal.length <= LONGEST_SHORT && filled.every(({ text }) => isDigits(text))
  );
}

function isHeaderWord(label: LabelCell, table: TableForm): boolean {
  return label.words.some(
    (word) =>
      word.table === table && (word.kind === 'column' || word.kind === 'title' || word.kind === 'caption'),
  );
}

/** The line's own label, behind those of its groups: one cell, or none where a group's label is the last. */
function ownLabel({ labels }: ReadRow, table: TableForm): readonly LabelCell[] {
  const last = labels.at(-1);
  const isGroup = last?.words.some((word) => word.kind === 'group' && word.table === table);
  if (!last || isGroup) return none;
  return labels.length === 1 ? labels : [last];
}

function groupsOf({ labels }: ReadRow, own: readonly LabelCell[]): readonly LabelCell[] {
  if (own.length === 0) return labels;
  return labels.length === 1 ? none : labels.slice(0, -1);
}

/** Looks for the rest of a label in the rows without numbers above and below it. */
function withRests(
  rows: readonly ReadRow[],
  index: number,
  own: readonly LabelCell[],
  groups: readonly LabelCell[],
  used: Set<ReadRow>,
  table: TableForm,
  vocabulary: Vocabulary,
): Candidate {
  if (own.length === 0 && isBesideBare(rows, index))
    return named(rows[index]!, own, groups, '', undefined, none);
  const above = restsFrom(rows, index, -1, table, MOST_ABOVE).reverse();
  const below = restsFrom(rows, index, 1, table, MOST_BELOW);
  for (let up = 0; up <= above.length; up++) {
    for (let down = 0; down <= below.length; down++) {
      if (up + down === 0) continue;
      const rests = [...above.slice(above.length - up), ...below.slice(0, down)];
      const pieces = [...labelsOf(above.slice(above.length - up)), ...own, ...labelsOf(below.slice(0, down))];
      const normal = normalOf(pieces);
      const word = lineWord(lookUp(vocabulary, normal), table);
      if (!word) continue;
      if (own.length === 0 && up > 0 && isBelowLabel(rows, index - up, table, vocabulary))
        return named(rows[index]!, own, groups, '', undefined, none);
      for (const rest of rests) used.add(rest);
      return named(rows[index]!, pieces, groups, normal, word, none);
    }
  }
  const beside = labelsOf([...above, ...below]);
  return named(rows[index]!, own, groups, normalOf(own), undefined, beside);
}

/** Whether numbers without a label stand beside others without one: a label near them can be either's. */
function isBesideBare(rows: readonly ReadRow[], index: number): boolean {
  const count = rows[index]!.filled.length;
  return [rows[index - 1], rows[index + 1]].some(
    (row) => row?.labels.length === 0 && row.filled.length === count && count > 1,
  );
}

/** Whether right above a place stands the label of another row without its numbers: labels are stacked there. */
function isBelowLabel(
  rows: readonly ReadRow[],
  end: number,
  table: TableForm,
  vocabulary: Vocabulary,
): boolean {
  let text = '';
  for (let at = end - 1; at >= end - MOST_STACKED; at--) {
    const row = rows[at];
    const label = row?.labels.at(-1);
    if (!row || !label || row.filled.length > 0) return false;
    text = label.normal + text;
    if (lineWord(lookUp(vocabulary, text), table)) return true;
  }
  return false;
}

function normalOf(pieces: readonly LabelCell[]): string {
  return pieces.length === 1 ? pieces[0]!.normal : pieces.map((piece) => piece.normal).join('');
}

function labelsOf(rows: readonly ReadRow[]): LabelCell[] {
  return rows.map((row) => row.labels.at(-1)!);
}

/** Neighbouring rows in a direction that have words the form does not know and no number. */
function restsFrom(
  rows: readonly ReadRow[],
  index: number,
  step: 1 | -1,
  table: TableForm,
  most: number,
): ReadRow[] {
  const rests: ReadRow[] = [];
  for (let at = index + step; rests.length < most; at += step) {
    const row = rows[at];
    if (
      !row ||
      row.filled.length > 0 ||
      row.labels.length === 0 ||
      row.labels.at(-1)!.words.some((word) => word.table === table)
    )
      break;
    rests.push(row);
  }
  return rests;
}

const noSpans: readonly Span[] = [];

/** The places of label cells. */
export function spansOf(labels: readonly LabelCell[]): readonly Span[] {
  if (labels.length === 0) return noSpans;
  if (labels.length > 1) return labels.flatMap(({ cell }) => cell.parts ?? [cell.span]);
  const { parts, span } = labels[0]!.cell;
  return parts ?? [span];
}

/** The words of label cells, joined. */
export function textOf(labels: readonly LabelCell[]): string {
  if (labels.length === 1) return labels[0]!.cell.text;
  return labels.map((label) => label.cell.text).join('');
}
