/** Growing a selection: cell, row, group, table, section, document; in prose line, topic, section, document. */
import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver-protocol';
import type { ReportAnalysis, Span, Table } from '../../report/model/index.ts';
import { toOffset, toRange } from '../toProtocol.ts';
import { cellAt, contains, covers, headerAt, lineAt, sectionAt, tableAt, topicAt } from './elementsAt.ts';
import type { Context, Feature } from './feature.ts';
import { type Branch, readBranches } from './tableTree.ts';

export const selectionRanges: Feature<SelectionRangeParams, SelectionRange[]> = (context, { positions }) =>
  positions.map((position) => {
    const offset = toOffset(context, position);
    return chain(context, growing(spansAround(context.report.analysis, offset), offset));
  });

function spansAround(analysis: ReportAnalysis, offset: number): (Span | undefined)[] {
  const { source } = analysis;
  const line = source.lineAt(offset);
  const section = sectionAt(analysis, offset);
  const topic = section && topicAt(section, offset);
  const table = tableAt(analysis, offset);
  return [
    ...(table
      ? spansInTable(analysis, table, offset)
      : [{ start: source.lineStarts[line]!, end: source.lineEnd(line) }]),
    table?.span,
    topic && { start: topic.span.start, end: topic.body.end },
    section?.body,
    section && { start: section.span.start, end: section.body.end },
    { start: 0, end: source.text.length },
  ];
}

function spansInTable(analysis: ReportAnalysis, table: Table, offset: number): (Span | undefined)[] {
  const line = lineAt(table, offset);
  const label = line && [...line.label, ...line.groups].find((span) => covers(span, offset));
  const word = cellAt(analysis, offset)?.cell.span ?? label ?? headerAt(table, offset)?.span;
  return [word, line?.span, ...groupsAround(readBranches(table), offset)];
}

/** Innermost first. */
function groupsAround(branches: readonly Branch[], offset: number): Span[] {
  const around = branches.find((branch) => covers(branch.span, offset));
  return around ? [...groupsAround(around.children, offset), around.span] : [];
}

/** The spans that hold the offset, each really wider than the one before. */
function growing(spans: readonly (Span | undefined)[], offset: number): Span[] {
  const candidates = spans.filter((span) => span !== undefined && covers(span, offset)) as Span[];
  const grown: Span[] = [];
  for (const span of candidates.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = grown.at(-1);
    if (!last || (contains(span, last) && span.end - span.start > last.end - last.start)) grown.push(span);
  }
  return grown;
}

function chain(context: Context, spans: readonly Span[]): SelectionRange {
  let parent: SelectionRange | undefined;
  for (const span of spans.toReversed()) {
    const range = toRange(context, span);
    parent = parent ? { range, parent } : { range };
  }
  return parent!;
}
