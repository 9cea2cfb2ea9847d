/** What is read of a document's tables, put so that two readings can be held against each other. */
import type { Finding, ReportAnalysis, Table, TableLine } from '../model.ts';
import { normalize } from '../source/normal.ts';
import { accountFor } from './account.ts';
import { ownLabel } from './wording.ts';

export interface Reading {
  /** By table. */
  readonly tables: readonly string[];
  /** The findings that stand in no table. */
  readonly beside: string;
}

/** Findings in the prose that follow from numbers of the tables, which are held against each other themselves. */
const follows: ReadonlySet<string> = new Set(['claim', 'percentage']);

/**
 * All that a reader of the tables is told: every number with its state, the rows and columns that are there, words
 * the form does not have, findings. Places are left out.
 *
 * @param isTidied whether the labels of rows may become the form's
 */
export function readingOf(analysis: ReportAnalysis, isTidied: boolean): Reading {
  const findings = analysis.tables.map((): Finding[] => []);
  const beside: Finding[] = [];
  let next = 0;
  for (const finding of analysis.findings) {
    if (follows.has(finding.rule) || (isTidied && finding.rule === 'row-label')) continue;
    while (next < analysis.tables.length && analysis.tables[next]!.span.end < finding.span.start) next++;
    const table = analysis.tables[next];
    const isInside = table && table.span.start <= finding.span.start;
    (isInside ? findings[next]! : beside).push(finding);
  }
  return {
    tables: analysis.tables.map((table, index) =>
      JSON.stringify([readTable(table, analysis, isTidied), findings[index]!.map(sayFinding).sort()]),
    ),
    beside: JSON.stringify(beside.map(sayFinding)),
  };
}

function readTable(table: Table, { form }: ReportAnalysis, isTidied: boolean): unknown {
  const line = (read: TableLine): unknown => [
    read.form.index,
    isTidied ? '' : normalize(ownLabel(read)),
    read.complete,
    read.numbers.length,
    read.cells.map(({ state, value, text }) => [state, value, plain(text)]),
  ];
  return [
    table.form.id,
    table.lines.map(line),
    table.duplicates.map((duplicate) => line(duplicate.line)),
    table.cells.map(({ state, value }) => [state, value]),
    table.missingLines.map(({ index }) => index),
    table.missingColumns.map(({ block, column }) => [block, column.label]),
    accountFor(table, form, () => '').foreign.map(plain),
  ];
}

function sayFinding({ rule, message }: Finding): string {
  return JSON.stringify([rule, message]);
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
