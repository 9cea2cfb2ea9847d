/**
 * "Disable for this line": a comment on a line of its own before it, or one more id in the comment that is there.
 * A row between pipes takes it at its end: a line in between would cut a Markdown table in two.
 */
import type { Finding, ReportAnalysis, TextEdit } from '../report/model.ts';

const COMMENT = /<!--\s*disclosure-report-disable-next-line(?:\s+[\w-]+)*(\s*-->)\s*$/;
const COMMENT_BEHIND = /<!--\s*disclosure-report-disable-line(?:\s+[\w-]+)*(\s*-->)\s*$/;

export function disableForLine({ source }: ReportAnalysis, finding: Finding): TextEdit {
  const line = source.lineAt(finding.span.start);
  const start = source.lineStarts[line]!;
  const end = source.lineEnd(line);
  if (source.text.slice(start, end).includes('|')) {
    const behind = ` <!-- disclosure-report-disable-line ${finding.rule} -->`;
    return extendComment(source, line, finding.rule, COMMENT_BEHIND) ?? insertAt(end, behind);
  }
  return (
    extendComment(source, line - 1, finding.rule, COMMENT) ??
    insertAt(start, newComment(source, line, finding.rule))
  );
}

function extendComment(
  source: ReportAnalysis['source'],
  line: number,
  rule: string,
  pattern: RegExp,
): TextEdit | null {
  const start = source.lineStarts[line];
  if (start === undefined) return null;
  const end = source.lineEnd(line);
  const comment = pattern.exec(source.text.slice(start, end));
  return comment && insertAt(start + comment.index + comment[0].lastIndexOf(comment[1]!), ` ${rule}`);
}

/** Indented as the line is, unless a tab would make it a row of a table. */
function newComment(source: ReportAnalysis['source'], line: number, rule: string): string {
  const text = source.text.slice(source.lineStarts[line]!, source.lineEnd(line));
  const indentation = /^[ \u3000]*/.exec(text)![0];
  return `${indentation}<!-- disclosure-report-disable-next-line ${rule} -->${lineBreakOf(source, line)}`;
}

function lineBreakOf(source: ReportAnalysis['source'], line: number): string {
  const near = source.lineStarts[line + 1] === undefined ? line - 1 : line;
  const next = source.lineStarts[near + 1];
  return next === undefined ? '\n' : source.text.slice(source.lineEnd(near), next) || '\n';
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
