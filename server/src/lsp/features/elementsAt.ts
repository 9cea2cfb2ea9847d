/** What stands at an offset of a report. Looks things up in the analysis; reads no text. */
import type {
  Cell,
  HeaderLabel,
  ReportAnalysis,
  Section,
  Span,
  Table,
  TableLine,
  Topic,
} from '../../report/model/index.ts';

export interface CellPlace {
  readonly table: Table;
  readonly line: TableLine;
  readonly cell: Cell;
}

/** Whether an offset lies in a span; its end counts, since a cursor can stand there. */
export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether a span lies in another, or is the same. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a cell has a place of its own in the text; a derived or unknown one has none. */
export function isPlaced(cell: Cell): boolean {
  return cell.state !== 'derived' && cell.state !== 'unknown';
}

/** The table at an offset; between the two ends of it everything belongs to it. */
export function tableAt({ tables }: ReportAnalysis, offset: number): Table | undefined {
  return tables.find((table) => covers(table.span, offset));
}

/** The line of a table's form at an offset. */
export function lineAt(table: Table, offset: number): TableLine | undefined {
  return table.lines.find((line) => covers(line.span, offset));
}

/** The number at an offset, or the blank where one belongs; never a cell without a place of its own. */
export function cellAt(analysis: ReportAnalysis, offset: number): CellPlace | undefined {
  const table = tableAt(analysis, offset);
  const line = table && lineAt(table, offset);
  const cell = line?.cells.find((candidate) => isPlaced(candidate) && covers(candidate.span, offset));
  return cell && { table: table!, line: line!, cell };
}

/** The header label at an offset. */
export function headerAt(table: Table, offset: number): HeaderLabel | undefined {
  return table.header.find((label) => covers(label.span, offset));
}

/** The section at an offset, its heading included. */
export function sectionAt({ sections }: ReportAnalysis, offset: number): Section | undefined {
  return sections.find((section) => offset >= section.span.start && offset <= section.body.end);
}

/** The topic of a section at an offset, its heading included. */
export function topicAt(section: Section, offset: number): Topic | undefined {
  return section.topics.find((topic) => offset >= topic.span.start && offset <= topic.body.end);
}
