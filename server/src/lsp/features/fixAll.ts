/** Many fixes in one edit: which can go together, and all that follow from each other. */
import { analyze } from '../../report/analyze.ts';
import { applyEdits, applySafeFixes, compatibleFixes, safeFixes } from '../../report/edit/fixes.ts';
import type { Finding, Fix, TextEdit } from '../../report/model/index.ts';
import type { OpenReport } from '../../workspace/workspace.ts';

/** The edits of the fixes that can be applied together, in order of their place. */
export function compatibleEdits(fixes: readonly Fix[]): TextEdit[] {
  const edits = compatibleFixes(fixes).flatMap((fix) => fix.edits);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** The best fix of each finding that has one. */
export function bestFixes(findings: readonly Finding[]): Fix[] {
  return findings.map(bestFix).filter((fix) => fix !== undefined);
}

/** The first fix, if it may be taken without a second look. */
export function bestFix({ fixes: [first] }: Finding): Fix | undefined {
  return first?.isLastResort ? undefined : first;
}

/** One edit after which no safe fix is left, also of those that come to light by fixing others. */
export function fixAllSafely({ analysis, options }: OpenReport): TextEdit[] {
  const { text } = analysis.source;
  const first = compatibleEdits(safeFixes(analysis.findings));
  if (first.length === 0) return [];
  const fixed = applySafeFixes(text, (changed) => analyze(changed, options)).text;
  return fixed === applyEdits(text, first) ? first : changedLines(text, fixed);
}

/** Edits that lead from one text to the other, line by line where they have as many, else one for all. */
function changedLines(before: string, after: string): TextEdit[] {
  const old = before.split(/(?<=\n)/);
  const now = after.split(/(?<=\n)/);
  if (old.length !== now.length) return [{ span: { start: 0, end: before.length }, newText: after }];
  const edits: TextEdit[] = [];
  let at = 0;
  old.forEach((line, index) => {
    const span = { start: at, end: at + line.length };
    if (now[index] !== line) edits.push({ span, newText: now[index]! });
    at = span.end;
  });
  return edits;
}
