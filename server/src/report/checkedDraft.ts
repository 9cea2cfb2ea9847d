/** A draft that says what was asked for, and what is to be looked at in it. */
import { analyze } from './analyze.ts';
import { type Draft, type DraftRequest, writeDraft } from './draft.ts';
import type { Message, ReportFacts } from './model/index.ts';
import { issuerKey } from './others/issuer.ts';

export interface CheckedDraft extends Draft {
  /** What is to be looked at in last year's report, though the draft could be written. */
  readonly doubts: readonly Message[];
}

/** Drafts a report; `null` where its title would not be read as one of that body for that year. */
export function checkedDraft(request: DraftRequest): CheckedDraft | null {
  const draft = writeDraft(request);
  const { title } = analyze(draft.text);
  if (title?.issuer !== request.issuer || title.year !== request.year) return null;
  return { ...draft, doubts: doubtsAbout(request, draft.missing) };
}

/** The facts of the report for the year before, or why a document is not that; `null` where it is no report. */
export function asLastYear(
  facts: ReportFacts | null,
  year: number,
): { readonly facts: ReportFacts } | { readonly reason: Message } {
  if (facts === null) return { reason: { key: 'draft.unknownReport', args: {} } };
  if (facts.year === year - 1) return { facts };
  return { reason: { key: 'draft.otherYear', args: { expected: year - 1, found: facts.year } } };
}

function doubtsAbout({ issuer, lastYear }: DraftRequest, missing: number): Message[] {
  const doubts: Message[] = [];
  if (lastYear && issuerKey(lastYear.issuer) !== issuerKey(issuer))
    doubts.push({ key: 'draft.otherIssuer', args: { expected: issuer, found: lastYear.issuer } });
  if (missing > 0) doubts.push({ key: 'draft.missing', args: { count: missing } });
  return doubts;
}
