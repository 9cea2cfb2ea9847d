/**
 * Folding: sections, topics, tables, and the groups and blocks of a table.
 *
 * An editor that keeps the first lines of ranges in sight while one scrolls through them is given ranges that begin at the lines
 * that name the columns, and none that begins at a row of numbers.
 */
import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver-protocol';
import type { ReportAnalysis, Span, Table } from '../../report/model/index.ts';
import type { Feature } from './feature.ts';
import { type Branch, readBranches } from './tableTree.ts';

export const foldingRanges: Feature<FoldingRangeParams, FoldingRange[]> = ({ report, client }) => {
  const { analysis } = report;
  const inTable = client.pinsFolds ? pinnedIn : groupsIn;
  const spans = [
    ...analysis.sections.flatMap((section) => [
      { start: section.span.start, end: section.body.end },
      ...section.topics.map((topic) => ({ start: topic.span.start, end: topic.body.end })),
    ]),
    ...analysis.tables.flatMap((table) => [table.span, ...inTable(table, analysis)]),
  ];
  return withoutTwins(spans.map((span) => fold(analysis, span)).filter((range) => range !== null));
};

function groupsIn(table: Table): Span[] {
  return foldedSpans(readBranches(table));
}

/** The blocks and groups that have a line of their own, and the lines of each header. */
function pinnedIn(table: Table, { source }: ReportAnalysis): Span[] {
  const lineOf = ({ start }: Span): number => source.lineAt(start);
  const rows = new Set(table.lines.map(({ span }) => lineOf(span)));
  const headers = table.header.map(({ span, block }) => {
    const below = table.lines.findLast(({ form }) => form.block === block);
    return { start: span.start, end: below?.span.end ?? span.end };
  });
  return [...groupsIn(table), ...headers].filter((span) => !rows.has(lineOf(span)));
}

function foldedSpans(branches: readonly Branch[]): Span[] {
  return branches.flatMap((branch) => (branch.line ? [] : [branch.span, ...foldedSpans(branch.children)]));
}

/** Whole lines, blank ones at the end left out; `null` if there is nothing to fold. */
function fold({ source }: ReportAnalysis, span: Span): FoldingRange | null {
  const startLine = source.lineAt(span.start);
  let endLine = source.lineAt(Math.max(span.start, span.end - 1));
  while (
    endLine > startLine &&
    isBlankLine(source.text, source.lineStarts[endLine]!, source.lineEnd(endLine))
  )
    endLine--;
  return endLine > startLine ? { startLine, endLine } : null;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** A line can fold one range only: the widest, which comes first. */
function withoutTwins(ranges: readonly FoldingRange[]): FoldingRange[] {
  const seen = new Set<string>();
  return ranges.filter(({ startLine, endLine }) => {
    const key = `${startLine}:${endLine}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
