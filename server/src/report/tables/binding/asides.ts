/** What stands in a grid and is no part of the form: columns of running numbers and remarks, converters' words for nothing. */
import { lookUp, type Vocabulary } from '../../form/vocabulary.ts';
import { normalize } from '../../text/normal.ts';
import type { Grid, GridCell, GridRow } from '../layouts/grid.ts';

/** Headers of columns that authors add. */
const ASIDES: ReadonlySet<string> = new Set(
  '序号 编号 序 行号 行次 栏次 备注 说明 备注说明 情况说明 注 核对 核对情况 审核 数据来源 来源 填报单位 填报人 NO. NO No. No'
    .split(' ')
    .map(normalize),
);
/** What converters write for a cell without a value. */
const NOTHING: ReadonlySet<string> = new Set(
  'nan none null nil n/a #n/a na <na> undefined nat \\n (null) [null] #value! #ref! empty'.split(' '),
);
const LONGEST_NOTHING = 9;

/** The grid without columns that the form does not have, and with blank cells where a converter wrote a word for nothing. */
export function withoutAsides(grid: Grid, vocabulary: Vocabulary): Grid {
  const blanked = grid.rows.some(hasNothing) ? { ...grid, rows: grid.rows.map(withoutNothing) } : grid;
  if (grid.layout.isStream || !blanked.rows.some(hasAside)) return blanked;
  return { ...blanked, rows: withoutColumns(blanked.rows, vocabulary) };
}

function isNothing({ text }: GridCell): boolean {
  if (text.length > LONGEST_NOTHING || text.length < 2) return false;
  const code = text.charCodeAt(0);
  return (code < 48 || code > 57) && code < 0x80 && NOTHING.has(text.toLowerCase());
}

function hasNothing({ cells }: GridRow): boolean {
  return cells.some(isNothing);
}

function withoutNothing(row: GridRow): GridRow {
  if (!hasNothing(row)) return row;
  return { ...row, cells: row.cells.map((cell) => (isNothing(cell) ? { ...cell, text: '' } : cell)) };
}

function isAside({ text }: GridCell): boolean {
  return text !== '' && text.length <= LONGEST_NOTHING && ASIDES.has(normalize(text));
}

function hasAside({ cells }: GridRow): boolean {
  return cells.some(isAside);
}

/** A header that names such a column holds for the rows below it, up to the next header. */
function withoutColumns(rows: readonly GridRow[], vocabulary: Vocabulary): GridRow[] {
  let asides = new Set<number>();
  return rows.map((row) => {
    if (hasAside(row) && !isLine(row, vocabulary))
      asides = new Set(row.cells.flatMap((cell, index) => (isAside(cell) ? [index] : [])));
    if (asides.size === 0) return row;
    const cells = row.cells.filter((_, index) => !asides.has(index));
    return cells.length === 0 ? row : { ...row, cells };
  });
}

function isLine({ cells }: GridRow, vocabulary: Vocabulary): boolean {
  return cells.some(({ text }) =>
    lookUp(vocabulary, normalize(text)).some(({ kind }) => kind === 'line' || kind === 'group'),
  );
}
