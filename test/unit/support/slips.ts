/** Sound reports with random numbers, and the slips of the hand that are made in them. Seeded: the same every time. */
import { analyze } from '../../../server/src/report/analyze.ts';
import type {
  Cell,
  LineForm,
  ReportAnalysis,
  Table,
  TextEdit,
} from '../../../server/src/report/model/index.ts';
import { isTotal } from '../../../server/src/report/tables/repair/slips.ts';
import { balance, withNumbers } from './numbers.ts';
import type { Random } from './random.ts';
import { sound } from './report.ts';

/** A township's report, a county's, a city's: the largest number of a cell, and how many cells of ten are 0. */
export const scales = {
  township: { most: 4, zeros: 7 },
  county: { most: 60, zeros: 4 },
  city: { most: 1500, zeros: 2 },
} as const;
export type Scale = keyof typeof scales;

/** The sound example with other numbers, every balance rule kept; the table without any keeps its numbers. */
export function randomReport(random: Random, scale: Scale): string {
  return withNumbers(analyze(sound).tables.map((table) => numbersFor(table, random, scale)));
}

function numbersFor({ form, cells }: Table, random: Random, scale: Scale): readonly number[] {
  if (form.equations.length === 0) return cells.map(({ value }) => value!);
  const { most, zeros } = scales[scale];
  const values = cells.map(() => (random(10) < zeros ? 0 : random(most) + 1));
  return balance(form, values);
}

export const cellSlips = [
  'digit',
  'dropped',
  'doubled',
  'transposed',
  'omitted',
  'sign',
  'wrong-row',
] as const;
export const setSlips = ['swapped across', 'swapped down', 'shifted right', 'shifted left'] as const;
export type SlipKind = (typeof cellSlips)[number] | (typeof setSlips)[number];

/** A slip of a kind somewhere in the tables with totals; `null` where there is no number that it could happen to. */
export function makeSlip({ tables }: ReportAnalysis, kind: SlipKind, random: Random): TextEdit[] | null {
  const summed = tables.filter(({ form }) => form.equations.length > 0);
  for (let attempt = 0; attempt < 200; attempt++) {
    const table = summed[random(10) === 0 ? 1 : 0]!;
    const cell = table.cells[random(table.cells.length)]!;
    const edits = slipAt(table, cell, kind, random).filter(
      ({ span, newText }) => newText !== table.cells.find((other) => other.span === span)!.text,
    );
    if (edits.length > 0) return edits;
  }
  return null;
}

function slipAt(table: Table, cell: Cell, kind: SlipKind, random: Random): TextEdit[] {
  const { row, line, at } = rowOf(table, cell);
  const below = table.form.lines[line.index + 1]?.cells[at];
  switch (kind) {
    case 'swapped across':
      return exchange(cell, row[at + 1]);
    case 'swapped down':
      return exchange(cell, below && table.cells[below.index]);
    case 'shifted right':
      return line.row === null ? [] : moveRow(row.slice(at, -1), (texts) => ['0', ...texts.slice(0, -1)]);
    case 'shifted left':
      return line.row === null ? [] : moveRow(row.slice(at, -1), (texts) => [...texts.slice(1), '0']);
    case 'wrong-row':
      return below && isTotal(table, cell)
        ? [{ span: cell.span, newText: table.cells[below.index]!.text }]
        : [];
    default:
      return mistype(cell, kind, random);
  }
}

function rowOf(table: Table, cell: Cell): { row: Cell[]; line: LineForm; at: number } {
  const line = table.form.lines.find(({ cells }) => cells.includes(cell.form))!;
  const row = line.cells.map(({ index }) => table.cells[index]!);
  return { row, line, at: row.indexOf(cell) };
}

function exchange(a: Cell, b: Cell | undefined): TextEdit[] {
  if (!b || a.text === b.text) return [];
  return [
    { span: a.span, newText: b.text },
    { span: b.span, newText: a.text },
  ];
}

/** A row of which fewer than three numbers move is a swap or one number. */
function moveRow(row: readonly Cell[], move: (texts: readonly string[]) => readonly string[]): TextEdit[] {
  const moved = move(row.map(({ text }) => text));
  const edits = row.map(({ span }, at) => ({ span, newText: moved[at]! }));
  return edits.filter(({ newText }, at) => newText !== row[at]!.text).length >= 3 ? edits : [];
}

function mistype({ span, text }: Cell, kind: SlipKind, random: Random): TextEdit[] {
  const at = random(text.length);
  const [before, digit, after] = [text.slice(0, at), text[at]!, text.slice(at + 1)];
  const newText = {
    digit: before + ((Number(digit) + 1 + random(9)) % 10) + after,
    dropped: before + after,
    doubled: before + digit + digit + after,
    transposed: before + (after[0] ?? '') + digit + after.slice(1),
    omitted: '',
    sign: `-${text}`,
  }[kind as string]!;
  const isWritten = newText === String(Number(newText)) || kind === 'omitted' || kind === 'sign';
  return isWritten && text !== '0'
    ? [{ span, newText }]
    : text === '0' && kind === 'digit'
      ? [{ span, newText }]
      : [];
}

/** Slips of different cells, made together. */
export function makeSlips(
  analysis: ReportAnalysis,
  kinds: readonly SlipKind[],
  random: Random,
): TextEdit[] | null {
  const all: TextEdit[] = [];
  for (const kind of kinds) {
    const edits = makeSlip(analysis, kind, random);
    if (edits === null || edits.some(({ span }) => all.some((other) => other.span === span))) return null;
    all.push(...edits);
  }
  return all;
}
