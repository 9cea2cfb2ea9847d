/** A table as it is to be written: rows of cells that may reach over others. The one thing all writers write. */

export interface SheetCell {
  readonly text: string;
  /** How many columns and rows it covers, itself included. */
  readonly columns: number;
  readonly rows: number;
}

/** A row; `null` for a place that a cell before or above it covers. It may end early: what is not there is not blank. */
export type SheetRow = readonly (SheetCell | null)[];

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** What stands behind a row and is no cell of it, by its number. */
  readonly comments?: ReadonlyMap<number, string>;
  readonly looks?: Looks;
}

/** How a table is shown, as far as its layout says so. */
export interface Looks {
  /** The tag that opens it in HTML. */
  readonly tag?: string;
  /** The line below a Markdown table's header, cell by cell: `:---:` for a centred column. */
  readonly rule?: readonly string[];
}

/** A cell and the places beside it that it covers. */
export function cell(text: string, columns = 1, rows = 1): (SheetCell | null)[] {
  return [{ text, columns, rows }, ...covered(columns - 1)];
}

/** Places that a cell above covers. */
export function covered(count: number): null[] {
  return new Array<null>(Math.max(0, count)).fill(null);
}
