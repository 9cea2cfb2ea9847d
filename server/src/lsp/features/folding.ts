/** Folding: sections, topics, tables, and the groups and blocks of a table. */
import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver-protocol';
import type { ReportAnalysis, Span } from '../../report/model/index.ts';
import type { Feature } from './feature.ts';
import { type Branch, readBranches } from './tableTree.ts';

export const foldingRanges: Feature<FoldingRangeParams, FoldingRange[]> = ({ report }) => {
  const { analysis } = report;
  const spans = [
    ...analysis.sections.flatMap((section) => [
      { start: section.span.start, end: section.body.end },
      ...section.topics.map((topic) => ({ start: topic.span.start, end: topic.body.end })),
    ]),
    ...analysis.tables.flatMap((table) => [table.span, ...foldedSpans(readBranches(table))]),
  ];
  return withoutTwins(spans.map((span) => fold(analysis, span)).filter((range) => range !== null));
};

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
