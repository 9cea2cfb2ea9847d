/** Turns a form's compact description into the numbered cells and equations that the rest reads. */
import type {
  BalanceRuleId,
  BlockForm,
  CellForm,
  ColumnForm,
  EquationForm,
  LineForm,
  NumberKind,
  SectionId,
  TableForm,
  TableId,
} from '../model.ts';

export interface ColumnDescription {
  readonly id: string;
  readonly label: string;
  readonly groups?: readonly string[];
  readonly accepted?: readonly string[];
  readonly kind?: NumberKind;
  /** The row id its cells belong to, where one printed line holds several rows (table `proceedings`). */
  readonly row?: string;
}

export interface LineDescription {
  readonly row: string | null;
  readonly label: string;
  readonly groups?: readonly string[];
  readonly accepted?: readonly string[];
  readonly recognised?: readonly string[];
}

export interface BlockDescription {
  readonly title: string;
  readonly columns: readonly ColumnDescription[];
  readonly lines: readonly LineDescription[];
}

/** Terms of an equation as `row` ids (for each column) or `column` ids (for each row). */
export interface EquationDescription {
  readonly rule: BalanceRuleId;
  readonly each: 'column' | 'row';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly total: string;
}

export interface TableDescription {
  readonly id: TableId;
  readonly section: SectionId;
  readonly blocks: readonly BlockDescription[];
  readonly equations: readonly EquationDescription[];
}

/** A table form with its cells numbered in reading order. */
export function buildTable(description: TableDescription): TableForm {
  const cells: CellForm[] = [];
  const lines: LineForm[] = [];
  description.blocks.forEach((block, blockIndex) => {
    for (const line of block.lines) {
      lines.push({
        index: lines.length,
        row: line.row,
        label: line.label,
        groups: line.groups ?? [],
        accepted: line.accepted ?? [],
        recognised: line.recognised ?? [],
        block: blockIndex,
        cells: block.columns.map((column) => addCell(cells, line, column)),
      });
    }
  });
  return {
    id: description.id,
    section: description.section,
    blocks: description.blocks.map(buildBlock),
    lines,
    cells,
    equations: description.equations.flatMap((equation) => expand(equation, cells)),
  };
}

function addCell(cells: CellForm[], line: LineDescription, column: ColumnDescription): CellForm {
  const row = column.row ?? line.row;
  if (row === null) throw new Error(`column ${column.id} belongs to no row`);
  const cell: CellForm = { index: cells.length, row, column: column.id, kind: column.kind ?? 'count' };
  cells.push(cell);
  return cell;
}

function buildBlock(block: BlockDescription): BlockForm {
  const columns = block.columns.map(
    (column): ColumnForm => ({
      id: column.id,
      label: column.label,
      groups: column.groups ?? [],
      accepted: column.accepted ?? [],
    }),
  );
  return { title: block.title, columns };
}

function expand(description: EquationDescription, cells: readonly CellForm[]): EquationForm[] {
  const other = description.each === 'column' ? 'column' : 'row';
  const term = description.each === 'column' ? 'row' : 'column';
  const keys = [...new Set(cells.map((cell) => cell[other]))];
  return keys.map((key) => {
    const find = (id: string): number => {
      const cell = cells.find((candidate) => candidate[other] === key && candidate[term] === id);
      if (!cell) throw new Error(`equation ${description.rule}: no cell ${id} in ${key}`);
      return cell.index;
    };
    return {
      rule: description.rule,
      left: description.left.map(find),
      right: description.right.map(find),
      total: find(description.total),
    };
  });
}
