/** Small reports for tests: the sound report, whole or by sections, with something changed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/report/analyze.ts';
import { forms } from '../../../server/src/report/form/index.ts';
import type { Cell, ReportAnalysis, TableId } from '../../../server/src/report/model/index.ts';

/** The rules that the forms' equations belong to. */
export const balanceRules: ReadonlySet<string> = new Set(
  forms.flatMap(({ tables }) => tables.flatMap(({ equations }) => equations.map(({ rule }) => rule))),
);

/** A report without a fault. */
export const sound = readFileSync(new URL('../../fixtures/sound.txt', import.meta.url), 'utf8');

/** The sound report with passages replaced; each must stand there, the first of its kind is taken. */
export function changed(
  ...replacements: readonly (readonly [passage: string, replacement: string])[]
): string {
  let text = sound;
  for (const [passage, replacement] of replacements) {
    assert.ok(text.includes(passage), `not in the sound report: ${passage}`);
    text = text.replace(passage, () => replacement);
  }
  return text;
}

/** The sound report, cut before the headings of its sections. */
const [head, overview, proactive, applications, proceedings, improvement, other] = sound.split(
  /(?=^[一二三四五六]、(?![^\n]*\t))/m,
) as [string, string, string, string, string, string, string];

export const parts = { head, overview, proactive, applications, proceedings, improvement, other } as const;
export type Part = keyof typeof parts;

/** The sound report with whole parts replaced; '' leaves one out. */
export function reportOf(replaced: Partial<Record<Part, string>>): string {
  return Object.values({ ...parts, ...replaced }).join('');
}

/** The sound report without its heading: what stands above section 一. */
export function titled(title: string): string {
  return changed(['青禾县人民政府办公室2025年政府信息公开工作年度报告', title]);
}

/** A report's findings as `rule`, in order. */
export function rulesIn(text: string): string[] {
  return analyze(text).findings.map((finding) => finding.rule);
}

/** A report's findings as `line:rule`, lines from 1, in order. */
export function placesIn(text: string): string[] {
  const { source, findings } = analyze(text);
  return findings.map((finding) => `${source.lineAt(finding.span.start) + 1}:${finding.rule}`);
}

/** A cell by its table, row and column. */
export function cellOf(analysis: ReportAnalysis, tableId: TableId, row: string, column: string): Cell {
  const table = analysis.tables.find(({ form }) => form.id === tableId);
  const cell = table?.cells.find(({ form }) => form.row === row && form.column === column);
  assert.ok(cell, `no cell ${tableId}.${row}.${column}`);
  return cell;
}

/** What was read on a row of table `applications`: numbers, `derived` in brackets, other states by name. */
export function readRow(text: string, row: string, tableId: TableId = 'applications'): string {
  const table = analyze(text).tables.find(({ form }) => form.id === tableId);
  assert.ok(table, `no table ${tableId}`);
  const cells = table.cells.filter(({ form }) => form.row === row);
  return cells.map(show).join(' ');
}

function show({ state, value }: Cell): string {
  if (state === 'number') return String(value);
  return state === 'derived' ? `(${value})` : state;
}
