/** Turns a form's description into the numbered cells and equations that the rest reads. */
import type {
  BlockForm,
  CellForm,
  EquationForm,
  LineForm,
  ReportTitleForm,
  SectionForm,
  StatutoryForm,
  TableForm,
} from '../model.ts';
import type {
  BlockDescription,
  ColumnDescription,
  EquationDescription,
  FormDescription,
  LineDescription,
  ReportTitleDescription,
  SectionDescription,
  TableDescription,
} from './description.ts';
import { isSum } from './equations.ts';

/** A form from its description; throws where the description contradicts itself. */
export function buildForm(description: FormDescription): StatutoryForm {
  const sections = description.sections.map(buildSection);
  for (const { id, section } of description.tables) {
    if (!sections.some((candidate) => candidate.id === section))
      throw new Error(`table ${id}: no section ${section}`);
  }
  return {
    id: description.id,
    years: description.years,
    document: description.document,
    documentTitle: description.documentTitle,
    documentMark: description.documentMark ?? description.documentTitle,
    reportTitle: buildReportTitle(description.reportTitle),
    sections,
    tables: description.tables.map(buildTable),
  };
}

function buildReportTitle({ words, spoken, phrase }: ReportTitleDescription): ReportTitleForm {
  const plain = new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { words, spoken: spoken ?? plain, phrase: phrase ?? plain };
}

function buildSection(description: SectionDescription, index: number): SectionForm {
  return {
    id: description.id,
    ordinal: index + 1,
    title: description.title,
    accepted: description.accepted ?? [],
    hinted: description.hinted ?? [],
    subject: description.subject ?? null,
    topics: (description.topics ?? []).map((topic, place) => ({ ...topic, ordinal: place + 1 })),
    isPlan: description.isPlan ?? false,
    statement: description.statement ?? null,
  };
}

interface NumberedLine {
  readonly line: LineDescription;
  readonly block: number;
  readonly cells: readonly CellForm[];
}

function buildTable(description: TableDescription): TableForm {
  const cells: CellForm[] = [];
  const numbered = description.blocks.flatMap(({ lines, columns }, block) =>
    lines.map((line) => ({ line, block, cells: columns.map((column) => addCell(cells, line, column)) })),
  );
  const equations = description.equations.flatMap((equation) => expand(description.id, equation, cells));
  return {
    id: description.id,
    section: description.section,
    captions: description.captions ?? [],
    blocks: description.blocks.map(buildBlock),
    lines: numbered.map((line, index) => buildLine(line, index, equations)),
    cells,
    equations,
  };
}

function addCell(cells: CellForm[], line: LineDescription, column: ColumnDescription): CellForm {
  const row = column.row ?? line.row;
  if (row === null) throw new Error(`column ${column.id} belongs to no row`);
  const cell: CellForm = { index: cells.length, row, column: column.id, kind: column.kind ?? 'count' };
  cells.push(cell);
  return cell;
}

function buildLine(
  { line, block, cells }: NumberedLine,
  index: number,
  equations: readonly EquationForm[],
): LineForm {
  return {
    index,
    row: line.row,
    label: line.label,
    groups: line.groups ?? [],
    accepted: line.accepted ?? [],
    recognised: line.recognised ?? [],
    isForRuleMakers: line.isForRuleMakers ?? false,
    block,
    cells,
    total: totalOf(cells, equations),
  };
}

/** The place of the number that is the sum of all others on the line. */
function totalOf(cells: readonly CellForm[], equations: readonly EquationForm[]): number | null {
  const own = cells.map((cell) => cell.index);
  const sum = equations.find(
    (equation) =>
      isSum(equation) &&
      equation.left.length === own.length - 1 &&
      [...equation.left, equation.total].every((index) => own.includes(index)),
  );
  return sum ? own.indexOf(sum.total) : null;
}

function buildBlock({ title, accepted, corner, columns }: BlockDescription): BlockForm {
  return {
    title,
    accepted: accepted ?? [],
    corner: corner ?? '',
    columns: columns.map((column) => ({
      id: column.id,
      label: column.label,
      groups: column.groups ?? [],
      accepted: column.accepted ?? [],
    })),
  };
}

function expand(table: string, description: EquationDescription, cells: readonly CellForm[]): EquationForm[] {
  const other = description.each === 'column' ? 'column' : 'row';
  const term = description.each === 'column' ? 'row' : 'column';
  const keys = [...new Set(cells.map((cell) => cell[other]))];
  return keys.map((key) => {
    const find = (id: string): number => {
      const cell = cells.find((candidate) => candidate[other] === key && candidate[term] === id);
      if (!cell) throw new Error(`table ${table}, ${description.rule}: no cell ${id} in ${key}`);
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
