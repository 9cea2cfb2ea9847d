/** Binds the rows of a table to its form: cells with a meaning. */
import type { Vocabulary } from '../form/vocabulary.ts';
import type {
  Cell,
  CellForm,
  LineForm,
  Span,
  Table,
  TableForm,
  TableLine,
  UnlabelledRows,
} from '../model.ts';
import { normalize } from '../source/normal.ts';
import { align } from './align.ts';
import { assignColumns, type ColumnEvidence, type Slot } from './columns.ts';
import { type Header, readHeader } from './header.ts';
import { type Candidate, readCandidates, spansOf, textOf } from './labels.ts';
import { parseNumber } from './number.ts';
import type { LabelCell, ReadRow, TableRows } from './rows.ts';
import { findUnlabelled } from './unlabelled.ts';

/** A table with its facts; what its rows do not say is unknown. */
export function bindTable({ table, rows }: TableRows, vocabulary: Vocabulary): Table {
  const unlabelled = table.lines[0]!.row === null;
  const candidates = unlabelled ? unlabelledCandidates(rows) : readCandidates(rows, table, vocabulary);
  const lineRows = new Set(candidates.map((candidate) => candidate.row));
  const rests = restsOf(candidates);
  const headerRows = rows.filter(
    (row) => !lineRows.has(row) && !row.labels.some((label) => rests.has(label)),
  );
  const lineRowsInOrder = rows.filter((row) => lineRows.has(row));
  const header = readHeader(headerRows, lineRowsInOrder, table, vocabulary);
  const { bound, duplicates } = unlabelled ? firstIsBound(candidates, table) : align(candidates, table);
  const origin = commonOrigin(bound, table);
  const evidence = table.blocks.map(
    (_, block): ColumnEvidence => ({
      positions: header.positions[block]!,
      origin: origin[block]!,
      lost: lostColumns(header, bound, table, block),
    }),
  );
  const lineOf = (candidate: Candidate, form: LineForm): TableLine =>
    buildLine(candidate, form, evidence[form.block]!);
  const byForm = bound.map((candidate, index) => candidate && lineOf(candidate, table.lines[index]!));
  const unlabelledRows = findUnlabelled(rows, bound, table);
  return buildTable(table, rows, header, byForm, unlabelledRows, (first) =>
    duplicates.map(({ candidate, line }) => ({ line: lineOf(candidate, line), first: first(line) })),
  );
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
  const lines = byForm.filter((line) => line !== undefined).sort((a, b) => a.span.start - b.span.start);
  return {
    form,
    layout: rows[0]!.layout.id,
    span,
    rows: rows.map(({ row }) => row),
    header: header.labels,
    missingColumns: header.missing,
    unknownColumns: header.unknown,
    lines,
    duplicates: duplicatesOf((line) => byForm[line.index]!),
    missingLines: form.lines.filter((line) => !byForm[line.index]),
    unlabelled,
    cells: collectCells(form, byForm, span),
  };
}

function collectCells(form: TableForm, byForm: readonly (TableLine | undefined)[], span: Span): Cell[] {
  const cells = new Array<Cell>(form.cells.length);
  for (const line of form.lines) {
    const bound = byForm[line.index]?.cells ?? line.cells.map((cell) => unknownCell(cell, span));
    for (const cell of bound) cells[cell.form.index] = cell;
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

/** By block: where the numbers begin in most of the lines that have them all. */
function commonOrigin(bound: readonly (Candidate | undefined)[], table: TableForm): (number | null)[] {
  return table.blocks.map((_, block) => {
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
  });
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
  const most = Math.max(
    ...table.lines.map(({ index, ...line }) =>
      line.block === block ? (bound[index]?.row.filled.length ?? 0) : 0,
    ),
  );
  return isOnly && most + lost.length === columns.length ? lost : null;
}

function buildLine(candidate: Candidate, form: LineForm, evidence: ColumnEvidence): TableLine {
  const { row } = candidate;
  const { slots, complete, isUnclear, repair } = assignColumns(row, form, evidence);
  const end = { start: row.row.span.end, end: row.row.span.end };
  return {
    form,
    span: row.row.span,
    label: spansOf(candidate.pieces),
    labelText: textOf(candidate.pieces),
    groups: spansOf(candidate.groups),
    wording: candidate.wording,
    mayGoOn: candidate.beside.some((rest) => isPieceOf(rest, form)),
    cells: form.cells.map((cell, index) => buildCell(cell, slots[index]!, end)),
    numbers: row.filled.map((cell) => cell.span),
    complete,
    isUnclear,
    repair,
  };
}

const SHORTEST_PIECE = 2;

function isPieceOf({ normal }: LabelCell, { label }: LineForm): boolean {
  return normal.length >= SHORTEST_PIECE && normalize(label).includes(normal);
}

function buildCell(form: CellForm, slot: Slot, elsewhere: Span): Cell {
  if (typeof slot === 'number') return { form, span: elsewhere, text: '', state: 'derived', value: slot };
  if (slot === null) return unknownCell(form, elsewhere);
  const { state, value } = parseNumber(slot.text, form.kind);
  const { span, text, indent } = slot;
  return indent === undefined
    ? { form, span, text, state, value }
    : { form, span, text, state, value, indent };
}

function unknownCell(form: CellForm, span: Span): Cell {
  return { form, span, text: '', state: 'unknown', value: null };
}
