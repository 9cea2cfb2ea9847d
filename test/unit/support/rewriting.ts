/** Tables written anew, for tests. */
import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/report/analyze.ts';
import type { ReportAnalysis, Table } from '../../../server/src/report/model/index.ts';
import {
  type RewriteTarget,
  type Rewriting,
  rewriteTables,
} from '../../../server/src/report/rewrite/rewrite.ts';
import { applyEdits } from './edits.ts';

export const layouts: readonly RewriteTarget[] = ['tabs', 'pipes', 'html'];
export const targets: readonly RewriteTarget[] = [...layouts, 'tidy'];

export const read = (text: string): ReportAnalysis => analyze(text, { assumeReport: true });

export function rewriting(text: string, target: RewriteTarget, pick = (_: Table) => true): Rewriting {
  const analysis = read(text);
  return rewriteTables(analysis, analysis.tables.filter(pick), target, read);
}

/** The text with its tables written anew; none may be refused. */
export function rewritten(text: string, target: RewriteTarget): string {
  const { edits, refused } = rewriting(text, target);
  assert.deepEqual(
    refused.map(({ reason }) => reason),
    [],
  );
  return applyEdits(text, edits);
}

/** Findings without their places. */
export function said(text: string): unknown[] {
  return read(text)
    .findings.map(({ rule, message }) => JSON.stringify([rule, message]))
    .sort();
}
