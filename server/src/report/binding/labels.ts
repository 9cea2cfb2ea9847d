/** Puts together labels that a page break or a narrow column cut, and tells which line of the form they name. */
import { lookUp, type Vocabulary, type Wording } from '../form/vocabulary.ts';
import type { LineForm, Span, TableForm } from '../model.ts';
import type { LabelCell, ReadRow } from './rows.ts';

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
  /** Words in rows of their own beside it that may be a rest of the label, not understood. */
  readonly beside: readonly LabelCell[];
}

const MOST_PIECES = 4;
const none: readonly LabelCell[] = [];

/** The candidates among a table's rows, in order; header rows, group rows and rests of labels are none. */
export function readCandidates(
  rows: readonly ReadRow[],
  table: TableForm,
  vocabulary: Vocabulary,
): Candidate[] {
  const found: Candidate[] = [];
  const used = new Set<ReadRow>();
  rows.forEach((row, index) => {
    if (used.has(row) || !isLineRow(row, table)) return;
    const { groups, own } = split(row, table);
    const named = own.length === 0 ? null : nameOf(own, table, vocabulary);
    if (named && named.wording !== 'other') found.push({ row, pieces: own, groups, ...named, beside: none });
    else {
      const longer = withRests(rows, index, own, groups, used, table, vocabulary);
      const { beside } = longer;
      found.push(named && !longer.exact ? { row, pieces: own, groups, ...named, beside } : longer);
    }
  });
  return found;
}

function isLineRow(row: ReadRow, table: TableForm): boolean {
  if (row.labels.some((label) => label.words.some((word) => word.kind === 'line' && word.table === table)))
    return true;
  return row.filled.length > 0 && !row.labels.some((label) => isHeaderWord(label, table));
}

function isHeaderWord(label: LabelCell, table: TableForm): boolean {
  return label.words.some(
    (word) =>
      word.table === table && (word.kind === 'column' || word.kind === 'title' || word.kind === 'caption'),
  );
}

/** Group labels in front, the line's own label behind. */
function split(row: ReadRow, table: TableForm): { groups: LabelCell[]; own: LabelCell[] } {
  const last = row.labels.at(-1);
  if (!last) return { groups: [], own: [] };
  const isGroup = last.words.some((word) => word.kind === 'group' && word.table === table);
  if (isGroup) return { groups: [...row.labels], own: [] };
  return { groups: row.labels.slice(0, -1), own: [last] };
}

interface Named {
  readonly normal: string;
  readonly exact: LineForm;
  readonly wording: Wording;
}

function nameOf(pieces: readonly LabelCell[], table: TableForm, vocabulary: Vocabulary): Named | null {
  const [first] = pieces;
  const isWhole = pieces.length === 1;
  const normal = isWhole ? first!.normal : pieces.map((piece) => piece.normal).join('');
  const words = isWhole ? first!.words : lookUp(vocabulary, normal);
  for (const word of words) {
    if (word.kind === 'line' && word.table === table)
      return { normal, exact: word.line, wording: word.wording };
  }
  return null;
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
  const above = restsFrom(rows, index, -1, table).reverse();
  const below = restsFrom(rows, index, 1, table);
  for (let up = 0; up <= above.length; up++) {
    for (let down = 0; down <= below.length; down++) {
      if (up + down === 0) continue;
      const rests = [...above.slice(above.length - up), ...below.slice(0, down)];
      const pieces = [...labelsOf(above.slice(above.length - up)), ...own, ...labelsOf(below.slice(0, down))];
      const named = nameOf(pieces, table, vocabulary);
      if (!named) continue;
      for (const rest of rests) used.add(rest);
      return { row: rows[index]!, pieces, groups, ...named, beside: none };
    }
  }
  const normal = own.map((piece) => piece.normal).join('');
  const beside = labelsOf([...above, ...below]);
  return { row: rows[index]!, pieces: own, groups, normal, exact: null, wording: 'other', beside };
}

function labelsOf(rows: readonly ReadRow[]): LabelCell[] {
  return rows.map((row) => row.labels.at(-1)!);
}

/** Neighbouring rows in a direction that have words the form does not know and no number. */
function restsFrom(rows: readonly ReadRow[], index: number, step: 1 | -1, table: TableForm): ReadRow[] {
  const rests: ReadRow[] = [];
  for (let at = index + step; rests.length < MOST_PIECES - 1; at += step) {
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

/** The places of label cells. */
export function spansOf(labels: readonly LabelCell[]): readonly Span[] {
  return labels.flatMap(({ cell }) => cell.parts ?? [cell.span]);
}

/** The words of label cells, joined. */
export function textOf(labels: readonly LabelCell[]): string {
  if (labels.length === 1) return labels[0]!.cell.text;
  return labels.map((label) => label.cell.text).join('');
}
