/** Edits and fixes: what writes a number, which fixes can go together, and what a text is after them. */
import type { Cell, Finding, Fix, ReportAnalysis, TextEdit } from '../model/index.ts';

/** Each round applies the fixes that can go together; only overlapping ones need another round. */
export const MOST_ROUNDS = 20;

/** A text after its safe fixes. */
export interface FixedText {
  readonly text: string;
  /** The analysis of the fixed text. */
  readonly analysis: ReportAnalysis;
  readonly count: number;
}

/** The text with every safe fix applied; a fix whose edits overlap another's waits for the next round. */
export function applySafeFixes(text: string, analyze: (text: string) => ReportAnalysis): FixedText {
  let fixed: FixedText = { text, analysis: analyze(text), count: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = compatibleFixes(safeFixes(fixed.analysis.findings));
    const next = applyEdits(
      fixed.text,
      fixes.flatMap((fix) => fix.edits),
    );
    if (next === fixed.text) break;
    fixed = { text: next, analysis: analyze(next), count: fixed.count + fixes.length };
  }
  return fixed;
}

/** At most one fix a finding: the best safe one. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap((finding) => finding.fixes.find((fix) => fix.safe) ?? []);
}

/**
 * The fixes that can be applied together. One sweep in order of place: a fix with an edit that overlaps an earlier one
 * has to wait for the next round. A fix waits only for one that is applied, or that waits itself for a third, so every
 * round applies some.
 */
export function compatibleFixes(fixes: readonly Fix[]): Fix[] {
  const owned = fixes.flatMap((fix) => fix.edits.map((edit) => ({ fix, edit })));
  owned.sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end);
  const waiting = new Set<Fix>();
  let last: TextEdit | null = null;
  for (const { fix, edit } of owned) {
    if (waiting.has(fix)) continue;
    if (last !== null && overlap(last, edit)) waiting.add(fix);
    else last = edit;
  }
  return fixes.filter((fix) => !waiting.has(fix));
}

/** Edits that touch count as overlapping where one of them inserts, since their order would be a guess. */
function overlap({ span: first }: TextEdit, { span: second }: TextEdit): boolean {
  const inserts = first.start === first.end || second.start === second.end;
  return inserts ? second.start <= first.end : second.start < first.end;
}

/** The text after edits that do not overlap, in whatever order they come. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Numbers written into cells, given in reading order; where several go to the end of one line they are one edit. None into
 * a cell that another one covers.
 */
export function writeNumbers(
  changes: readonly { readonly cell: Cell; readonly number: number | string }[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  let last = '';
  for (const { cell, number } of changes) {
    if (cell.isCovered) continue;
    const before = edits.at(-1);
    const goesOn = cell.indent !== undefined && before?.span.start === cell.span.start;
    const lead = goesOn ? last : '';
    last = lead + ' '.repeat(Math.max((cell.indent ?? 0) - lead.length, goesOn ? 1 : 0)) + number;
    if (goesOn) edits.pop();
    edits.push({ span: cell.span, newText: last });
  }
  return edits;
}
