/** What a document's tables say, in a form in which two documents can be compared. */
import type { Finding, ReportAnalysis, Table, TableLine } from '../model/index.ts';
import { readSuppressions } from '../suppression/readSuppressions.ts';
import { normalize } from '../text/normal.ts';
import { countBelow } from '../text/search.ts';
import { accountFor } from './account.ts';
import { ownLabel } from './wording.ts';

export interface Content {
  /** By table. */
  readonly tables: readonly string[];
  /** The findings that stand in no table. */
  readonly beside: string;
}

/** Findings in the prose that follow from numbers of the tables, which are held against each other themselves. */
const follows: ReadonlySet<string> = new Set(['claim', 'percentage']);

/**
 * All that a reader of the tables is told: every number with its state, the rows and columns that are there, words
 * the form does not have, findings, what comments silence. Places are left out.
 *
 * @param isTidied whether the labels of rows may become the form's
 */
export function contentOf(analysis: ReportAnalysis, isTidied: boolean): Content {
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
  const blocks = readBlocks(analysis);
  return {
    tables: analysis.tables.map((table, index) =>
      JSON.stringify([
        readTable(table, analysis, isTidied),
        findings[index]!.map(sayFinding).sort(),
        blocks[index],
      ]),
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

/**
 * The blocks of comments that begin or end in each table, by the first row each silences and the first that it does not,
 * whether or not there is anything to silence. A block that silences a part of a row is like none that could be written.
 */
function readBlocks(analysis: ReportAnalysis): unknown[][] {
  const { source, tables } = analysis;
  const byTable: unknown[][] = tables.map(() => []);
  const blocks = [...(readSuppressions(analysis)?.blocks.values() ?? [])].flat();
  if (blocks.length === 0) return byTable;
  const rows = tables.flatMap(({ lines }, table) => lines.map(({ span }) => ({ span, table })));
  const firstLines = rows.map(({ span }) => source.lineAt(span.start));
  const lastLines = rows.map(({ span }) => source.lineAt(span.end));
  for (const { rule, firstLine, lastLine } of blocks) {
    const begin = countBelow(firstLines, firstLine);
    const end = countBelow(firstLines, lastLine + 1);
    if (begin === end) continue;
    const block = [rule, begin, end, countBelow(lastLines, firstLine), countBelow(lastLines, lastLine + 1)];
    byTable[rows[begin]!.table]!.push(block);
    if (lastLine !== Number.POSITIVE_INFINITY) byTable[rows[end - 1]!.table]!.push(block);
  }
  return byTable;
}

function sayFinding({ rule, message }: Finding): string {
  return JSON.stringify([rule, message]);
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}
