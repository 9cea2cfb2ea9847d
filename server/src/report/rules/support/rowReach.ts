/** Cells merged over rows: those that have to cover a row that is inserted. */
import type { LineForm, Reach, Table, TableCell, TableLine, TextEdit } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';
import { replace } from '../rule.ts';

interface MergedCell {
  readonly cell: TableCell & { readonly reach: Reach };
  /** The rows it covers, by number. */
  readonly first: number;
  readonly last: number;
}

/** The merged cells of a table, and by how much each has to grow for the rows that are inserted. */
export class RowReach {
  readonly #merged: readonly MergedCell[];
  readonly #rowAt: ReadonlyMap<number, number>;
  readonly #ofRow = new Map<number, Reach[]>();
  /** By merged cell: how many rows are inserted below it. */
  readonly #added = new Map<MergedCell, number>();

  constructor({ rows }: Table) {
    this.#rowAt = new Map(rows.map(({ span }, row) => [span.start, row]));
    this.#merged = rows.flatMap(({ cells }, first) =>
      cells.filter(isMerged).map((cell) => ({ cell, first, last: first + cell.reach.rows - 1 })),
    );
    for (const { cell, first } of this.#merged)
      this.#ofRow.set(first, [...(this.#ofRow.get(first) ?? []), cell.reach]);
  }

  /** The merged cells that begin on a row. */
  ownOf({ span }: TableLine): readonly Reach[] {
    return this.#ofRow.get(this.#rowAt.get(span.start) ?? -1) ?? [];
  }

  /** Has the cells cover one more row below or above a neighbour; tells how many of them there are. */
  cover(missing: LineForm, neighbour: TableLine, isBelow: boolean): number {
    const row = this.#rowAt.get(neighbour.span.start) ?? -1;
    const groups = missing.groups.map(normalize);
    const covering = this.#merged.filter(({ cell, first, last }) => {
      const isInside = isBelow ? first <= row && row < last : first < row && row <= last;
      return isInside || (isBelow && row === last && groups.includes(normalize(cell.text)));
    });
    for (const cell of covering) this.#added.set(cell, (this.#added.get(cell) ?? 0) + 1);
    return covering.length;
  }

  edits(): TextEdit[] {
    return [...this.#added].map(([{ cell }, count]) =>
      replace(cell.reach.place, String(cell.reach.rows + count)),
    );
  }
}

function isMerged(cell: TableCell): cell is MergedCell['cell'] {
  return cell.reach !== undefined;
}
