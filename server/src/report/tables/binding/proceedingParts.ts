/** The table without row labels where it is written in parts: as a small table, or a labelled row, for each group. */
import type { TableForm } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { isDigits } from '../../text/number.ts';
import { sumAt } from '../../text/sums.ts';
import type { GridCell } from '../layouts/grid.ts';
import type { ReadRow } from './row.ts';

/** A group of the form's columns: 行政诉讼, 未经复议直接起诉. */
interface Group {
  readonly label: string;
  readonly size: number;
}

/**
 * The rows with one row of all numbers in the place of a part's each; the same rows where it cannot be told that they are
 * parts, or which.
 */
export function joinParts(rows: readonly ReadRow[], table: TableForm): readonly ReadRow[] {
  const groups = groupsOf(table);
  const size = groups[0]?.size ?? 0;
  const parts = rows.filter(({ filled }) => filled.length > 0);
  if (groups.length < 2 || parts.length !== groups.length || groups.some((group) => group.size !== size))
    return rows;
  if (parts.some(({ filled }) => filled.length !== size)) return rows;
  const byGroup = new Map(parts.map((part) => [groupNamed(wordsFor(part, rows), groups), part]));
  const inOrder = groups.flatMap((group) => byGroup.get(group) ?? []);
  if (inOrder.length !== groups.length) return rows;
  const [first] = parts;
  return rows.flatMap((row) => (row === first ? joined(parts, inOrder) : parts.includes(row) ? [] : row));
}

function groupsOf({ blocks }: TableForm): Group[] {
  const groups: { label: string; size: number }[] = [];
  for (const { groups: labels } of blocks[0]?.columns ?? []) {
    const label = normalize(labels.at(-1) ?? '');
    const last = groups.at(-1);
    if (last?.label === label) last.size++;
    else groups.push({ label, size: 1 });
  }
  return groups;
}

/** A part's own label; else what stands above it, up to the part before. */
function wordsFor(part: ReadRow, rows: readonly ReadRow[]): readonly string[] {
  const own = part.labels.map(({ normal }) => normal).join('');
  const words: string[] = [];
  for (let at = rows.indexOf(part); at >= 0; at--) {
    const row = rows[at]!;
    if (row !== part && row.filled.length > 0) break;
    words.push(row.labels.map(({ normal }) => normal).join(''));
    if (row.row.caption !== undefined) words.push(normalize(row.row.caption));
  }
  return [own, ...words];
}

/** The group that the nearest words name; of two that they name the one with the longer name: 行政诉讼（复议后起诉）. */
function groupNamed(words: readonly string[], groups: readonly Group[]): Group | undefined {
  for (const text of words) {
    const named = groups.filter(({ label }) => label !== '' && text.includes(label));
    if (named.length > 0) return named.reduce((a, b) => (b.label.length > a.label.length ? b : a));
  }
  return undefined;
}

function joined(parts: readonly ReadRow[], inOrder: readonly ReadRow[]): ReadRow {
  const [first] = parts as readonly [ReadRow];
  const cells = inOrder.flatMap(({ filled }) => filled);
  const span = { start: first.row.span.start, end: parts.at(-1)!.row.span.end };
  return { ...first, row: { cells, span }, labels: [], valuesFrom: 0, filled: cells };
}

/**
 * Whether a row is all numbers of the table without row labels, below a header that does not say so: as many as it has, and
 * each of its totals bears them out.
 */
export function isProvedBySums(numbers: readonly GridCell[], table: TableForm): boolean {
  if (table.lines[0]?.row !== null || numbers.length !== table.cells.length) return false;
  if (!numbers.every(({ text }) => isDigits(text))) return false;
  const values = numbers.map(({ text }) => Number(text));
  const areBorneOut = table.equations.every(
    ({ left, right }) => sumAt(left, values) === sumAt(right, values),
  );
  return areBorneOut && values.some((value) => value > 0);
}
