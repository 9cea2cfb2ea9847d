/** Rows of numbers whose label was lost, and which line of the form each must be. */
import type { LineForm, TableForm, UnlabelledRow } from '../../model/index.ts';
import type { Candidate } from './labels.ts';
import type { ReadRow } from './row.ts';

/** Those of which it is known which they are, and the missing lines that such rows are or may be. */
export interface NamedRows {
  readonly rows: readonly UnlabelledRow[];
  readonly lines: readonly LineForm[];
}

const none: NamedRows = { rows: [], lines: [] };

/**
 * Rows of numbers without a label between rows that have one: where as many lines of the form are missing there, with
 * as many numbers, each is one of them, in order.
 */
export function findUnlabelled(
  rows: readonly ReadRow[],
  bound: readonly (Candidate | undefined)[],
  table: TableForm,
): NamedRows {
  if (table.lines[0]!.row === null || !rows.some(isBare)) return none;
  const found: UnlabelledRow[] = [];
  const lines: LineForm[] = [];
  const lineOf = new Map(bound.flatMap((candidate, index) => (candidate ? [[candidate.row, index]] : [])));
  let previous = -1;
  let bare: ReadRow[] = [];
  const close = (next: number): void => {
    const missing = table.lines.slice(previous + 1, next).filter(({ index }) => !bound[index]);
    const fitting = bare.filter(({ filled }) => missing.some(({ cells }) => cells.length === filled.length));
    const isClear =
      fitting.length === missing.length &&
      fitting.every(({ filled }, at) => filled.length === missing[at]!.cells.length);
    for (const [at, row] of (isClear ? fitting : []).entries())
      found.push(describe(row, missing[at]!, labelIndex(bound, missing[at]!)));
    if (fitting.length > 0) lines.push(...missing);
    bare = [];
  };
  for (const row of rows) {
    const line = lineOf.get(row);
    if (line === undefined) {
      if (isBare(row)) bare.push(row);
    } else {
      if (line > previous) close(line);
      previous = Math.max(previous, line);
    }
  }
  close(table.lines.length);
  return { rows: found, lines };
}

function isBare({ labels, filled }: ReadRow): boolean {
  return labels.length === 0 && filled.length > 0;
}

/** In which cell the rows beside a line have their label. */
function labelIndex(bound: readonly (Candidate | undefined)[], { index }: LineForm): number {
  const beside = bound[index + 1] ?? bound[index - 1] ?? bound.find((candidate) => candidate);
  return beside?.row.labels.at(-1)?.index ?? -1;
}

function describe({ row, layout, filled }: ReadRow, form: LineForm, index: number): UnlabelledRow {
  const first = filled[0]!;
  const own = row.cells[index];
  const hasPlace = own?.text === '' && own.span.start < first.span.start;
  const at = hasPlace ? own.span.start : first.span.start;
  const newText = hasPlace ? form.label : layout.writeCellBefore(form.label);
  return { form, span: first.span, label: { span: { start: at, end: at }, newText } };
}
