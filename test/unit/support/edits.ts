/** Applies fixes as an editor would. */
import assert from 'node:assert/strict';
import { bestFixes, compatibleEdits } from '../../../server/src/lsp/features/fixAll.ts';
import { analyze } from '../../../server/src/report/analyze.ts';
import type { AnalysisOptions, Finding, Fix, TextEdit } from '../../../server/src/report/model/index.ts';

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { span, newText } of inOrder(edits).reverse()) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

/** The only fix of the only finding of a rule. */
export function firstFix(text: string, rule: string): Fix {
  const finding = onlyFinding(text, rule);
  assert.ok(finding.fixes[0], `no fix for ${rule}`);
  return finding.fixes[0];
}

/** The finding of a rule; fails unless there is exactly one. */
export function onlyFinding(text: string, rule: string, options?: AnalysisOptions): Finding {
  const found = analyze(text, options).findings.filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, `${found.length} findings of ${rule}`);
  return found[0]!;
}

/** The text after the best fix of the only finding of a rule. */
export function fixed(text: string, rule: string): string {
  return applyEdits(text, firstFix(text, rule).edits);
}

/** The text after the best fix of every finding, as "fix all of this rule" applies them. */
export function withBestFixes(text: string, findings: readonly Finding[]): string {
  return applyEdits(text, compatibleEdits(bestFixes(findings)));
}

/** The text after the best safe fix of every finding; one that lies over another's edits waits. */
export function applySafeFixes(text: string): string {
  const chosen: TextEdit[] = [];
  for (const fix of safeFixes(text)) {
    if (!fix.edits.some((edit) => chosen.some((other) => overlap(edit, other)))) chosen.push(...fix.edits);
  }
  return applyEdits(text, chosen);
}

/** The best safe fix of every finding that has one. */
export function safeFixes(text: string): Fix[] {
  return analyze(text).findings.flatMap(({ fixes }) => fixes.find((fix) => fix.safe) ?? []);
}

export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlap({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
