/** The rows of a page's table, each cell in the column in which it stands. */
import { readHtmlTable } from '../../report/tables/layouts/html/html.ts';
import { coverOf, type RawCell } from '../../report/tables/layouts/html/tableBuilder.ts';
import type { Attributes } from './elements.ts';
import type { Element, Node, Run } from './tree.ts';

/** A cell as its row is written: one for each column. */
export interface Cell {
  /** None for a blank one. */
  readonly runs: readonly Run[];
  /** Where a value would be written; `null` where another cell reaches over. */
  readonly place: number | null;
}

/** A cell as it stands in the source. */
export interface SourceCell extends Cell {
  readonly element: Element;
}

export interface Sorted {
  readonly wanted: readonly Element[];
  /** What else stands between them, or is not seen. */
  readonly others: readonly Node[];
}

const groups = new Set(['tbody', 'tfoot', 'thead']);
const SPACE = /^[ \t\r\n\f]*$/;
const INVISIBLE = /visibility/i;

/** The rows of a table. */
export function rowElements(table: Element): Sorted {
  const parts = table.children.flatMap((child) =>
    child.kind === 'element' && groups.has(child.name) && child.unseen === null ? child.children : [child],
  );
  return sort(parts, ({ name, unseen }) => name === 'tr' && unseen === null);
}

/** The cells of a row. One that is made invisible keeps its column, one that is not displayed has none. */
export function cellElements(row: Element): Sorted {
  return sort(
    row.children,
    ({ name, unseen, attributes }) =>
      (name === 'td' || name === 'th') && (unseen === null || INVISIBLE.test(attributes.style ?? '')),
  );
}

function sort(nodes: readonly Node[], isWanted: (element: Element) => boolean): Sorted {
  const wanted: Element[] = [];
  const others: Node[] = [];
  for (const node of nodes) {
    if (node.kind === 'element' && isWanted(node)) wanted.push(node);
    else if (node.kind !== 'run' || !SPACE.test(node.text)) others.push(node);
  }
  return { wanted, others };
}

/** Puts cells into their columns: a merged one stands in its first row and column, its other places are blank. */
export function inColumns(rows: readonly (readonly SourceCell[])[]): Cell[][] {
  const known = new Map<object, Cell>();
  const raw = rows.map((row) => ({
    cells: row.map((cell) => {
      const own = rawCell(cell.element.attributes);
      known.set(own, cell);
      return own;
    }),
    span: nowhere,
  }));
  const nothing: Cell = { runs: [], place: null };
  return readHtmlTable({ rows: raw, span: nowhere }).rows.map(({ cells }) =>
    cells.map((cell) => known.get(cell) ?? nothing),
  );
}

const nowhere = { start: 0, end: 0 };

function rawCell({ colspan, rowspan }: Attributes): RawCell {
  return { text: '', span: nowhere, ...coverOf(colspan, rowspan) };
}

/** Where a value would be written into a cell without text: inside its first paragraph. */
export function placeIn(cell: Element): number {
  const first = cell.children.find((child) => child.kind !== 'run' || !SPACE.test(child.text));
  const isInside = first?.kind === 'element' && first.unseen === null && first.name !== 'table';
  return isInside ? placeIn(first) : cell.valuePlace;
}
