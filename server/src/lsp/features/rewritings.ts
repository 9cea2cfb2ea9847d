/** Refactorings: tables written anew in another layout, or tidied. */
import type { CodeAction } from 'vscode-languageserver-protocol';
import { analyze } from '../../report/analyze.ts';
import type { ReportAnalysis, Span, Table } from '../../report/model/index.ts';
import { type RewriteTarget, type Rewriting, rewriteTables } from '../../report/rewrite/rewrite.ts';
import { say, sayMessage, toWorkspaceEdit } from '../toProtocol.ts';
import type { Context } from './feature.ts';

export const REWRITE = 'refactor.rewrite.disclosureReport';

/** By the last part of the action's kind. */
const targets = {
  tabs: 'tabs',
  markdown: 'pipes',
  html: 'html',
  tidy: 'tidy',
} satisfies Readonly<Record<string, RewriteTarget>>;

type Target = keyof typeof targets;

/**
 * The refactorings of the tables at a place, and those of the whole report.
 *
 * @param isWanted whether somebody asked for a kind of action: `….table.tidy`, `….document.markdown`
 */
export function rewritings(context: Context, at: Span, isWanted: (kind: string) => boolean): CodeAction[] {
  const { analysis } = context.report;
  const own = tablesAround(analysis, at);
  return (Object.keys(targets) as Target[]).flatMap((target) => [
    ...(isWanted(actionKindOf('table', target)) ? rewriting(context, 'table', target, own) : []),
    ...(isWanted(actionKindOf('document', target))
      ? rewriting(context, 'document', target, analysis.tables)
      : []),
  ]);
}

type Scope = 'table' | 'document';

function actionKindOf(scope: Scope, target: Target): string {
  return `${REWRITE}.${scope}.${target}`;
}

/** The tables that a selection touches, else those on its lines: a cursor can stand in front of a table's first word. */
function tablesAround({ source, tables }: ReportAnalysis, at: Span): readonly Table[] {
  const touched = tablesIn(tables, at);
  if (touched.length > 0) return touched;
  const start = source.lineStarts[source.lineAt(at.start)]!;
  return tablesIn(tables, { start, end: source.lineEnd(source.lineAt(at.end)) });
}

function tablesIn(tables: readonly Table[], { start, end }: Span): readonly Table[] {
  return tables.filter(({ span }) => span.start <= end && start <= span.end);
}

/** None without a table; one that cannot be carried out says why, to a client that shows it. */
function rewriting(context: Context, scope: Scope, target: Target, tables: readonly Table[]): CodeAction[] {
  if (tables.length === 0) return [];
  const { analysis, options } = context.report;
  const read = (text: string): ReportAnalysis => analyze(text, options);
  const result = rewriteTables(analysis, tables, targets[target], read);
  const what = whatOf(context, scope, tables, result);
  const action = { title: say(context, `rewrite.${target}`, { what }), kind: actionKindOf(scope, target) };
  if (result.edits.length > 0) return [{ ...action, edit: toWorkspaceEdit(context, result.edits) }];
  return context.client.showsDisabledActions
    ? [{ ...action, disabled: { reason: reasonForRefusal(context, result) } }]
    : [];
}

function whatOf(context: Context, scope: Scope, tables: readonly Table[], { done }: Rewriting): string {
  const count = tables.length;
  if (scope === 'table')
    return say(context, count === 1 ? 'rewrite.what.table' : 'rewrite.what.tables', { count });
  const isWhole = done === count || done === 0;
  return say(context, isWhole ? 'rewrite.what.document' : 'rewrite.what.part', { done, count });
}

function reasonForRefusal(context: Context, { refused }: Rewriting): string {
  const [first] = refused;
  return first ? sayMessage(context, first.reason) : say(context, 'rewrite.refused.same');
}
