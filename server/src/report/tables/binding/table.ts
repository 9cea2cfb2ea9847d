/** Binds the rows of a table to its form: cells with a meaning. */
import type { Vocabulary } from '../../form/vocabulary.ts';
import type {
  Cell,
  CellForm,
  LineForm,
  Span,
  Table,
  TableForm,
  TableLine,
  UnlabelledRows,
} from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { parseNumber } from '../../text/number.ts';
import { align } from './align.ts';
import { assignColumns, type ColumnEvidence, type Slot } from './columns.ts';
import { type Header, readHeader } from './header.ts';
import { type Candidate, readCandidates, spansOf, textOf } from './labels.ts';
import { findNumberBlocks, withUnknownCells } from './numberBlocks.ts';
import { joinParts } from './proceedingParts.ts';
import type { LabelCell, ReadRow, TableRows } from './row.ts';
import { valuesOf } from './tableEquations.ts';
import { findUnlabelled } from './unlabelled.ts';

/** A table with its facts; what its rows do not say is unknown. */
export function bindTable({ table, rows: written }: TableRows, vocabulary: Vocabulary): Table {
  const unlabelled = table.lines[0]!.row === null;
  const rows = unlabelled ? joinParts(written, table) : written;
  const candidates = unlabelled ? unlabelledCandidates(rows) : readCandidates(rows, table, vocabulary);
  const named = readHeader(headerRows(rows, candidates), candidates, table, vocabulary);
  // Parts have the header of one, each or together.
  const header = rows === written ? named : { ...named, missing: [], unknown: [] };
  const { bound, duplicates } = unlabelled ? firstIsBound(candidates, table) : align(candidates, table);
  const evidence = new Array<ColumnEvidence | undefined>(table.blocks.length);
  const evidenceOf = (block: number): ColumnEvidence => {
    evidence[block] ??= {
      positions: header.positions[block]!,
      origin: commonOrigin(bound, table, block),
      lost: lostColumns(header, bound, table, block),
      repeats: header.names.filter((name) => name.block === block).length,
    };
    return evidence[block];
  };
  const lineOf = (candidate: Candidate, form: LineForm): TableLine => buildLine(candidate, form, evidenceOf);
  const read = bound.map((candidate, index) => candidate && lineOf(candidate, table.lines[index]!));
  const unnamed = findUnlabelled(rows, bound, table);
  const blocks = findNumberBlocks(rows, read, table, unnamed.rows);
  const open = new Set(blocks.flatMap(({ lines }) => lines));
  const byForm = read.map((line) => (line && open.has(line.form) ? withUnknownCells(line) : line));
  return buildTable(table, rows, header, byForm, { ...unnamed, blocks }, (first) =>
    duplicates.map(({ candidate, line }) => ({ line: lineOf(candidate, line), first: first(line) })),
  );
}

/** The rows that are neither lines of the table nor rests of labels; candidates come in the order of the rows. */
function headerRows(rows: readonly ReadRow[], candidates: readonly Candidate[]): ReadRow[] {
  const rests = restsOf(candidates);
  let next = 0;
  return rows.filter((row) => {
    if (row !== candidates[next]?.row)
      return rests.size === 0 || !row.labels.some((label) => rests.has(label));
    next++;
    return false;
  });
}

/** The pieces of labels that stand in rows of their own. */
function restsOf(candidates: readonly Candidate[]): Set<LabelCell> {
  const rests = new Set<LabelCell>();
  for (const { pieces } of candidates) if (pieces.length > 1) for (const piece of pieces) rests.add(piece);
  return rests;
}

function buildTable(
  form: TableForm,
  rows: readonly ReadRow[],
  header: Header,
  byForm: readonly (TableLine | undefined)[],
  unlabelled: UnlabelledRows,
  duplicatesOf: (first: (line: LineForm) => TableLine) => Table['duplicates'],
): Table {
  const span = { start: rows[0]!.row.span.start, end: rows.at(-1)!.row.span.end };
  const lines = inOrder(byForm.filter((line) => line !== undefined));
  const cells = collectCells(form, byForm, span);
  const duplicates = duplicatesOf((line) => byForm[line.index]!);
  // Where columns stand below one another it cannot be said what is not there.
  const isApart = rows.some(({ row }) => row.isApart);
  const missingColumns = isApart ? [] : header.missing;
  const isComplete = lines.length === form.lines.length && missingColumns.length === 0;
  return {
    form,
    layout: rows[0]!.layout.id,
    span,
    rows: rows.map(({ row }) => row),
    header: header.labels,
    missingColumns,
    unknownColumns: isApart ? [] : header.unknown,
    lines,
    duplicates,
    missingLines: isComplete || isApart ? [] : form.lines.filter((line) => !byForm[line.index]),
    unlabelled,
    cells,
    values: valuesOf(form, cells),
    isFlawless:
      isComplete && duplicates.length === 0 && unlabelled.rows.length === 0 && lines.every(isFlawless),
  };
}

/** Whether a line reads as the form has it, with a number in every cell. */
function isFlawless({ wording, complete, cells }: TableLine): boolean {
  return wording !== 'other' && complete && cells.every(({ state }) => state === 'number');
}

/** Lines by their place; mostly that is the form's order, which they have. */
function inOrder(lines: TableLine[]): TableLine[] {
  const isSorted = lines.every(
    (line, index) => index === 0 || lines[index - 1]!.span.start <= line.span.start,
  );
  return isSorted ? lines : lines.sort((a, b) => a.span.start - b.span.start);
}

function collectCells(form: TableForm, byForm: readonly (TableLine | undefined)[], span: Span): Cell[] {
  const cells = new Array<Cell>(form.cells.length);
  for (const line of form.lines) {
    const bound = byForm[line.index];
    if (bound) for (const cell of bound.cells) cells[cell.form.index] = cell;
    else for (const cell of line.cells) cells[cell.index] = unknownCell(cell, span);
  }
  return cells;
}

/** The one line without a label: the row with the most numbers, or the blank row below the header. */
function unlabelledCandidates(rows: readonly ReadRow[]): Candidate[] {
  const withNumbers = rows.filter((row) => row.filled.length > 0);
  const most = withNumbers.reduce((count, row) => Math.max(count, row.filled.length), 0);
  const last = rows.at(-1);
  const blank = last && last.labels.length === 0 && rows.length > 1 ? [last] : [];
  const chosen = most > 0 ? withNumbers.filter((row) => row.filled.length * 2 > most) : blank;
  return chosen.map((row) => ({
    row,
    pieces: [],
    groups: [],
    normal: '',
    exact: null,
    wording: 'form',
    beside: [],
  }));
}

function firstIsBound(candidates: readonly Candidate[], table: TableForm): ReturnType<typeof align> {
  const line = table.lines[0]!;
  return {
    bound: [candidates[0]],
    duplicates: candidates.slice(1).map((candidate) => ({ candidate, line })),
  };
}

/** Where the numbers begin in most of a block's lines that have them all. */
function commonOrigin(
  bound: readonly (Candidate | undefined)[],
  table: TableForm,
  block: number,
): number | null {
  const counts = new Map<number, number>();
  for (const line of table.lines) {
    const row = bound[line.index]?.row;
    if (line.block !== block || row?.filled.length !== line.cells.length) continue;
    const first = row.row.cells.indexOf(row.filled[0]!);
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [origin, count] of counts) if (best === null || count > counts.get(best)!) best = origin;
  return best;
}

/** What the header does not name is lost if no row has more numbers than the header has names. */
function lostColumns(
  header: Header,
  bound: readonly (Candidate | undefined)[],
  table: TableForm,
  block: number,
): readonly number[] | null {
  const { columns } = table.blocks[block]!;
  const lost = header.missing
    .filter((missing) => missing.block === block)
    .map(({ column }) => columns.indexOf(column));
  if (lost.length === 0) return null;
  const isOnly = lost.every((index) => columns.filter(({ id }) => id === columns[index]!.id).length === 1);
  const rows = table.lines.flatMap(({ index, ...line }) =>
    line.block === block ? (bound[index]?.row ?? []) : [],
  );
  const most = Math.max(0, ...rows.map(({ filled }) => filled.length));
  if (rows.some(({ row }) => row.hasDroppedBlanks) && !areAlike(rows, most)) return null;
  return isOnly && most + lost.length === columns.length ? lost : null;
}

/** Fewer rows with as few numbers can each have a blank somewhere. */
const FEWEST_ALIKE = 3;

/** Where blanks leave no trace, a column is lost only if all rows lack a number. */
function areAlike(rows: readonly ReadRow[], count: number): boolean {
  return rows.length >= FEWEST_ALIKE && rows.every(({ filled }) => filled.length === count);
}

function buildLine(
  candidate: Candidate,
  form: LineForm,
  evidenceOf: (block: number) => ColumnEvidence,
): TableLine {
  const { row } = candidate;
  const { span } = row.row;
  const { slots, complete, isUnclear, repair } = assignColumns(row, form, evidenceOf);
  return {
    form,
    span,
    label: spansOf(candidate.pieces),
    labelText: textOf(candidate.pieces),
    groups: spansOf(candidate.groups),
    wording: candidate.wording,
    mayGoOn: candidate.beside.some((rest) => candidate.pieces.includes(rest) || isPieceOf(rest, form)),
    cells: form.cells.map((cell, index) => buildCell(cell, slots[index]!, span)),
    numbers: row.filled.map((cell) => cell.span),
    complete,
    isUnclear,
    hasLostSeparators: (row.separators?.length ?? 0) > 0,
    repair,
  };
}

const SHORTEST_PIECE = 2;

function isPieceOf({ normal }: LabelCell, { label }: LineForm): boolean {
  return normal.length >= SHORTEST_PIECE && normalize(label).includes(normal);
}

/** @param line where a cell is that has no place of its own: at its end */
function buildCell(form: CellForm, slot: Slot, line: Span): Cell {
  if (slot === null || typeof slot === 'number') {
    const span = { start: line.end, end: line.end };
    return slot === null ? unknownCell(form, span) : { form, span, text: '', state: 'derived', value: slot };
  }
  const { span, text, indent, isCovered } = slot;
  const { state, value } = parseNumber(text, form.kind);
  if (isCovered) return { form, span, text, state, value, isCovered };
  return indent === undefined
    ? { form, span, text, state, value }
    : { form, span, text, state, value, indent };
}

function unknownCell(form: CellForm, span: Span): Cell {
  return { form, span, text: '', state: 'unknown', value: null };
}
