/** Columns below one another: labels stacked in front of the numbers of several rows, column by column. */
import type { StreamCell, StreamRow } from './streamRow.ts';

/** A row of fewer numbers has no total to prove it. */
const FEWEST_PROVED = 3;

/**
 * Rows as a stream gives them; where labels and numbers of a table stand apart, a row keeps its numbers only where its
 * own total bears them out. All others stand by themselves.
 */
export function readApart(rows: readonly StreamRow[]): readonly StreamRow[] {
  const apart = new Set(
    rows.flatMap((row, at) => (isStacked(row, rows[at - 1]) ? [row.line?.cells.length] : [])),
  );
  if (apart.size === 0) return rows;
  return rows.flatMap((row) => {
    const { line, labels, values } = row;
    if (!line || !apart.has(line.cells.length) || labels.length === 0 || values.length === 0) return row;
    if (values.length === line.cells.length && isProved(row)) return row;
    return [
      { ...row, values: [] },
      { ...row, labels: [], line: null, wanted: null, isApart: true },
    ];
  });
}

/** Whether a row has the numbers of several that do not each add up, or its own do not and the label above has none. */
function isStacked(row: StreamRow, above: StreamRow | undefined): boolean {
  const { line, labels, values } = row;
  if (!line || line.total === null || line.cells.length < FEWEST_PROVED || labels.length === 0) return false;
  const wanted = line.cells.length;
  const filled = values.filter(({ text }) => text !== '');
  if (filled.length < wanted) return false;
  const isAboveBare = above?.line != null && above.values.length === 0;
  if (filled.length < 2 * wanted) return isAboveBare && !isProved(row);
  return isAboveBare || !isProved({ ...row, values: filled.slice(0, wanted) });
}

/** Whether the numbers of a row add up to its total. */
function isProved({ line, values }: StreamRow): boolean {
  if (!line || line.total === null || values.length < line.cells.length) return false;
  const numbers = values.slice(0, line.cells.length).map(numberOf);
  const sum = numbers.reduce((all, number, at) => (at === line.total ? all : all + number), 0);
  return sum === numbers[line.total];
}

function numberOf({ text }: StreamCell): number {
  return Number(text);
}
