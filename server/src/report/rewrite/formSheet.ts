/** A table in the shape of the statutory form: its headers, its merged labels, and the rows that a text has. */
import type { BlockForm, CellForm, LineForm, TableForm } from '../model/index.ts';
import { cell, covered, type Sheet, type SheetRow } from './sheet.ts';

/** What stands in a table, in order. */
export type Entry =
  /** The title of a block, and with it the block's header. */
  | { readonly kind: 'block'; readonly block: number }
  /** A row of the form. Values that are fewer or more than its columns stand as they are. */
  | {
      readonly kind: 'line';
      readonly form: LineForm;
      readonly label: string;
      readonly values: readonly string[];
      readonly comment?: string;
    }
  /** A row that the form does not have. */
  | { readonly kind: 'other'; readonly cells: readonly string[]; readonly comment?: string };

/** How a word of the form is to be written: as the form does, or as the text did. */
export type Say = (label: string, accepted?: readonly string[]) => string;

/** Writes entries in the form's shape; `null` where blocks are mixed up so that headers would stand over others' rows. */
export function formSheet(table: TableForm, entries: readonly Entry[], say: Say): Sheet | null {
  const builder = new FormSheetBuilder(table, say);
  const comments = new Map<number, string>();
  let isInOrder = true;
  entries.forEach((entry, index) => {
    if (entry.kind === 'other') builder.addOther(entry.cells);
    else {
      isInOrder &&= builder.begin(entry.kind === 'line' ? entry.form.block : entry.block);
      if (entry.kind === 'line') builder.addLine(entry, entries, index);
    }
    if (entry.kind !== 'block' && entry.comment) comments.set(builder.rows.length - 1, entry.comment);
  });
  return isInOrder ? { rows: builder.rows, comments } : null;
}

/** The form's own sheet: every row, and no number but those given by their cells. */
export function blankSheet(table: TableForm, numbers: ReadonlyMap<CellForm, number> = new Map()): Sheet {
  const write = (cell: CellForm): string => numbers.get(cell)?.toString() ?? '';
  const entries = table.lines.map(
    (form): Entry => ({ kind: 'line', form, label: form.label, values: form.cells.map(write) }),
  );
  return formSheet(table, entries, (label) => label)!;
}

type LineEntry = Extract<Entry, { kind: 'line' }>;

class FormSheetBuilder {
  readonly rows: SheetRow[] = [];
  readonly #table: TableForm;
  readonly #say: Say;
  /** Columns in front of the numbers. */
  readonly #stub: number;
  readonly #width: number;
  #block = -1;
  /** The groups that the line above stands in, and how many further rows its cells reach over. */
  #groups: readonly string[] = [];
  #reaching: number[] = [];

  constructor(table: TableForm, say: Say) {
    this.#table = table;
    this.#say = say;
    const isLabelled = table.lines[0]!.row !== null;
    this.#stub = isLabelled ? 1 + Math.max(...table.lines.map((line) => line.groups.length)) : 0;
    this.#width = this.#stub + Math.max(...table.blocks.map((block) => block.columns.length));
  }

  /** Goes on in a block, with its header where that is new; `false` if it has been left before. */
  begin(block: number): boolean {
    if (block === this.#block) return true;
    const isNext = block > this.#block;
    this.#block = block;
    this.#groups = [];
    this.rows.push(...this.#header(this.#table.blocks[block]!));
    return isNext;
  }

  addLine(entry: LineEntry, entries: readonly Entry[], index: number): void {
    const { form, values } = entry;
    const groups = form.groups.flatMap((group, level) => this.#group(form, group, level, entries, index));
    const label = this.#stub === 0 ? [] : cell(entry.label, this.#stub - form.groups.length);
    this.#groups = form.groups;
    this.rows.push([...groups, ...label, ...this.#values(form, values)]);
  }

  /** A row of its own ends what reaches down from above. */
  addOther(cells: readonly string[]): void {
    this.#reaching = [];
    const columns = this.#table.blocks[Math.max(0, this.#block)]!.columns.length;
    const values = cells.slice(1);
    const isLikeALine = this.#stub > 1 && values.length === columns;
    const own = isLikeALine
      ? [...cell(cells[0]!, this.#stub), ...values.flatMap((text) => cell(text))]
      : cells.flatMap((text) => cell(text));
    const rest = cells.length === 1 ? cell(cells[0]!, this.#width) : [...own, ...this.#blanks(own.length)];
    this.rows.push(rest);
  }

  #blanks(from: number): SheetRow {
    return new Array(Math.max(0, this.#width - from)).fill('').flatMap((text) => cell(text));
  }

  /** The label of a group on its first line; on the others the place it reaches over. */
  #group(form: LineForm, group: string, level: number, entries: readonly Entry[], index: number): SheetRow {
    const isSame = sameGroups(form.groups, this.#groups, level);
    if (isSame && (this.#reaching[level] ?? 0) > 0) {
      this.#reaching[level]!--;
      return covered(1);
    }
    const rows = runLength(form, level, entries, index);
    this.#reaching.length = level;
    this.#reaching[level] = rows - 1;
    return cell(isSame ? '' : this.#say(group), 1, rows);
  }

  /** The last of a short block's numbers reaches to the edge; those of an incomplete row stand in no column. */
  #values(form: LineForm, values: readonly string[]): SheetRow {
    if (values.length !== form.cells.length) return values.flatMap((text) => cell(text));
    const rest = this.#width - this.#stub - values.length;
    return values.flatMap((text, column) => cell(text, column === values.length - 1 ? 1 + rest : 1));
  }

  #header(block: BlockForm): SheetRow[] {
    const { title, accepted, corner, top } = block;
    const titleRow = title ? [cell(this.#say(title, accepted), this.#width)] : [];
    const labels = labelRows(block, this.#width - this.#stub, this.#say);
    const rows = top ? [cell(this.#say(top), this.#width - this.#stub), ...labels] : labels;
    const body = rows.map((row, index) => {
      if (this.#stub === 0) return row;
      const front = index === 0 ? cell(this.#say(corner), this.#stub, rows.length) : covered(this.#stub);
      return [...front, ...row];
    });
    return [...titleRow, ...body];
  }
}

/** The column labels below the labels of their groups; a label without a group reaches down. */
function labelRows({ columns }: BlockForm, width: number, say: Say): SheetRow[] {
  const depth = 1 + Math.max(...columns.map((column) => column.groups.length));
  return Array.from({ length: depth }, (_, level) =>
    columns.flatMap((column, index): SheetRow => {
      const { groups } = column;
      const isLast = index === columns.length - 1;
      if (level > groups.length) return covered(1);
      if (level === groups.length)
        return cell(
          say(column.label, column.accepted),
          isLast ? 1 + width - columns.length : 1,
          depth - level,
        );
      const before = columns[index - 1]?.groups;
      if (before && sameGroups(groups, before, level)) return [];
      const run = columns.slice(index).findIndex((other) => !sameGroups(groups, other.groups, level));
      return cell(say(groups[level]!), run === -1 ? columns.length - index : run);
    }),
  );
}

/** Whether two paths of groups are the same down to a level. */
function sameGroups(a: readonly string[], b: readonly string[], level: number): boolean {
  for (let at = 0; at <= level; at++) if (a[at] === undefined || a[at] !== b[at]) return false;
  return true;
}

/** How many lines from this one on stand in the same group. */
function runLength(form: LineForm, level: number, entries: readonly Entry[], index: number): number {
  let end = index + 1;
  for (; end < entries.length; end++) {
    const entry = entries[end]!;
    if (entry.kind !== 'line' || !sameGroups(form.groups, entry.form.groups, level)) break;
  }
  return end - index;
}
