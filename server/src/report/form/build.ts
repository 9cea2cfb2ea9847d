/** Turns a form's description into the numbered cells and equations that the rest reads. */

import type {
  BlockDescription,
  ColumnDescription,
  EquationDescription,
  FormDescription,
  LineDescription,
  ReportTitleDescription,
  SectionDescription,
  TableDescription,
  YearEquationDescription,
} from './description.ts';
import { sumWithin } from './equationForms.ts';
import type {
  BlockForm,
  CellForm,
  EquationForm,
  LineForm,
  ReportTitleForm,
  SectionForm,
  StatutoryForm,
  TableForm,
  YearEquationForm,
} from './formModel.ts';

/** A form from its description; throws where the description contradicts itself. */
export function buildForm(description: FormDescription): StatutoryForm {
  const sections = description.sections.map(expandSection);
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
    tables: description.tables.map(expandTable),
  };
}

function buildReportTitle({ words, spoken, phrase }: ReportTitleDescription): ReportTitleForm {
  const plain = new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { words, spoken: spoken ?? plain, phrase: phrase ?? plain };
}

function expandSection(description: SectionDescription, index: number): SectionForm {
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

function expandTable(description: TableDescription): TableForm {
  const cells: CellForm[] = [];
  const numbered = description.blocks.flatMap(({ lines, columns }, block) =>
    lines.map((line) => ({ line, block, cells: columns.map((column) => addCell(cells, line, column)) })),
  );
  const byName = new Map(cells.map((cell) => [cellKey(cell.row, cell.column), cell]));
  const equations = description.equations.flatMap((equation) =>
    expand(description.id, equation, cells, byName),
  );
  return {
    id: description.id,
    section: description.section,
    captions: description.captions ?? [],
    blocks: description.blocks.map(buildBlock),
    lines: numbered.map((line, index) => ({
      ...expandLine(line, index, equations),
      name: line.line.label || outermostGroups(description.blocks[line.block]!.columns),
    })),
    cells,
    amounts: indicesOf(cells.filter(({ kind }) => kind === 'amount')),
    ofRuleMakers: indicesOf(numbered.flatMap(({ line, cells: own }) => (line.isForRuleMakers ? own : []))),
    equations,
    yearEquations: (description.yearEquations ?? []).flatMap((each) =>
      expandYears(description.id, each, cells, byName),
    ),
  };
}

/** 行政复议、行政诉讼: what a line without a label has its numbers under. */
function outermostGroups(columns: readonly ColumnDescription[]): string {
  return [...new Set(columns.map(({ groups, label }) => groups?.[0] ?? label))].join('、');
}

function indicesOf(cells: readonly CellForm[]): number[] {
  return cells.map(({ index }) => index);
}

function addCell(cells: CellForm[], line: LineDescription, column: ColumnDescription): CellForm {
  const row = column.row ?? line.row;
  if (row === null) throw new Error(`column ${column.id} belongs to no row`);
  const cell: CellForm = { index: cells.length, row, column: column.id, kind: column.kind ?? 'count' };
  cells.push(cell);
  return cell;
}

function expandLine(
  { line, block, cells }: NumberedLine,
  index: number,
  equations: readonly EquationForm[],
): Omit<LineForm, 'name'> {
  return {
    index,
    row: line.row,
    label: line.label,
    groups: line.groups ?? [],
    accepted: line.accepted ?? [],
    recognised: line.recognised ?? [],
    block,
    cells,
    total: totalPlace(cells, equations),
  };
}

/** The place of the number that is the sum of all others on the line. */
function totalPlace(cells: readonly CellForm[], equations: readonly EquationForm[]): number | null {
  const own = cells.map((cell) => cell.index);
  const sum = sumWithin(equations, new Set(own));
  return sum?.left.length === own.length - 1 ? own.indexOf(sum.total) : null;
}

function buildBlock({ title, accepted, corner, top, columns }: BlockDescription): BlockForm {
  return {
    title,
    accepted: accepted ?? [],
    corner: corner ?? '',
    top: top ?? '',
    columns: columns.map((column) => ({
      id: column.id,
      label: column.label,
      groups: column.groups ?? [],
      accepted: column.accepted ?? [],
    })),
  };
}

type CellsByName = ReadonlyMap<string, CellForm>;

function cellKey(row: string, column: string): string {
  return `${row} ${column}`;
}

function expand(
  table: string,
  description: EquationDescription,
  cells: readonly CellForm[],
  byName: CellsByName,
): EquationForm[] {
  const { rule, each, left, right, total } = description;
  return keysOf(each, cells).map((key) => {
    const find = (id: string): number => findCell(`table ${table}, ${rule}`, each, key, id, byName);
    return { rule, left: left.map(find), right: right.map(find), total: find(total) };
  });
}

/** Of rows, only those that have the column that is carried over. */
function expandYears(
  table: string,
  { rule, each, last, plus, minus, total }: YearEquationDescription,
  cells: readonly CellForm[],
  byName: CellsByName,
): YearEquationForm[] {
  const concerned = cells.filter((cell) => cell[termOf(each)] === last);
  return concerned.map((cell) => {
    const key = cell[each];
    const find = (id: string): number => findCell(`table ${table}, ${rule}`, each, key, id, byName);
    return { rule, last: cell, plus: plus.map(find), minus: minus.map(find), total: find(total) };
  });
}

function keysOf(each: 'column' | 'row', cells: readonly CellForm[]): readonly string[] {
  return [...new Set(cells.map((cell) => cell[each]))];
}

/** The terms of an equation for each column are rows, and the other way round. */
function termOf(each: 'column' | 'row'): 'column' | 'row' {
  return each === 'column' ? 'row' : 'column';
}

function findCell(
  where: string,
  each: 'column' | 'row',
  key: string,
  id: string,
  byName: CellsByName,
): number {
  const cell = byName.get(each === 'column' ? cellKey(id, key) : cellKey(key, id));
  if (!cell) throw new Error(`${where}: no cell ${id} in ${key}`);
  return cell.index;
}
