/** Many fixes in one edit: which can go together, and all that follow from each other. */
import { analyze } from '../report/analyze.ts';
import type { AnalysisOptions, Finding, Fix, ReportAnalysis, TextEdit } from '../report/model.ts';
import type { OpenReport } from '../workspace/workspace.ts';

/** A fix can make room for another one; more rounds than this would mean that two of them fight. */
const MOST_ROUNDS = 10;

/** The edits of as many of the fixes as do not touch each other, earlier ones first. */
export function compatibleEdits(fixes: readonly Fix[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  let lastEnd = -1;
  // Fixes come in the order of their findings, so most stand behind all chosen ones and need no closer look.
  const collides = (edit: TextEdit): boolean =>
    edit.span.start <= lastEnd && chosen.some((other) => touches(edit, other));
  for (const { edits } of fixes) {
    if (edits.some(collides)) continue;
    chosen.push(...edits);
    for (const { span } of edits) lastEnd = Math.max(lastEnd, span.end);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

/** The best fix of each finding that has one. */
export function bestFixes(findings: readonly Finding[]): Fix[] {
  return findings.map((finding) => finding.fixes[0]).filter((fix) => fix !== undefined);
}

/** One edit after which no safe fix is left: fixes, checks again in thought, and fixes what came to light. */
export function fixAllSafely({ analysis, options }: OpenReport): TextEdit[] {
  const { text } = analysis.source;
  const first = safeEdits(analysis);
  if (first.length === 0) return [];
  const once = applyEdits(text, first);
  const fixed = fixToTheEnd(once, options);
  return fixed === once ? first : changedLines(text, fixed);
}

function fixToTheEnd(text: string, options: AnalysisOptions): string {
  let fixed = text;
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(analyze(fixed, options));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

function safeEdits(analysis: ReportAnalysis): TextEdit[] {
  const fixes = analysis.findings.flatMap((finding) => finding.fixes.find((fix) => fix.safe) ?? []);
  return compatibleEdits(fixes);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
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

/** Whether two edits cannot be made together; insertions at one place have no order. */
function touches(a: TextEdit, b: TextEdit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
