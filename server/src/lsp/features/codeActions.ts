/** What can be done about the findings at a place, and about the whole report. */
import type { CodeAction, CodeActionParams, Command } from 'vscode-languageserver-protocol';
import type { Finding, Table, TextEdit } from '../../report/model/index.ts';
import { UNUSED_SUPPRESSION } from '../../report/suppression/unused.ts';
import { disableForLine } from '../../report/suppression/writeSuppressions.ts';
import { recomputeTotals } from '../../report/tables/repair/recompute.ts';
import { APPLY_FIX, EXPLAIN_RULE } from '../commands.ts';
import { say, sayMessage, toDiagnostic, toSpan, toWorkspaceEdit } from '../toProtocol.ts';
import { contains, lineAt, tableAt } from './elementsAt.ts';
import type { Context, Feature } from './feature.ts';
import { bestFix, bestFixes, compatibleEdits, fixAllSafely } from './fixAll.ts';
import { REWRITE, rewritings } from './rewritings.ts';

const QUICK_FIX = 'quickfix';
const FIX_ALL = 'source.fixAll.disclosureReport';
const RECOMPUTE_ROW = `${REWRITE}.row.recompute`;
export const codeActionKinds: readonly string[] = [QUICK_FIX, FIX_ALL, REWRITE];

/** LSP's number for a request that the editor made by itself, because the cursor moved. */
const AUTOMATIC = 2;

export const codeActions: Feature<CodeActionParams, (CodeAction | Command)[]> = (context, params) => {
  const isWanted = (kind: string): boolean => wantsOnRequest(params, kind);
  const actions = [
    ...(context.report.validate ? fixActions(context, params) : []),
    ...rewritings(context, toSpan(context, params.range), isWanted),
    ...(isWanted(RECOMPUTE_ROW) ? recomputeRow(context, toSpan(context, params.range).start) : []),
  ];
  return context.client.takesCodeActions ? actions : actions.map((action) => toCommand(context, action));
};

function fixActions(context: Context, params: CodeActionParams): CodeAction[] {
  return [
    ...(wants(params, QUICK_FIX) ? quickFixes(context, findingsAt(context, params)) : []),
    ...(wantsOnRequest(params, FIX_ALL) ? fixAll(context) : []),
  ];
}

/** A kind asked for includes every kind below it. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** What takes a second reading of the whole text is worked out when somebody asks, not at every move of the cursor. */
function wantsOnRequest(params: CodeActionParams, kind: string): boolean {
  const { only, triggerKind } = params.context;
  return only ? wants(params, kind) : triggerKind !== AUTOMATIC;
}

function findingsAt(context: Context, params: CodeActionParams): Finding[] {
  const range = toSpan(context, params.range);
  return context.report.analysis.findings.filter(
    ({ span }) => span.start <= range.end && range.start <= span.end,
  );
}

/** Fixes first, then those that reach further, then ways to live with it. */
function quickFixes(context: Context, findings: readonly Finding[]): CodeAction[] {
  const firstOfRule = findings.filter(
    (finding, index) => findings.findIndex(({ rule }) => rule === finding.rule) === index,
  );
  return [
    ...findings.flatMap((finding) => quickFixesOf(context, finding)),
    ...tableActions(context, findings),
    ...firstOfRule.flatMap((finding) => fixAllOfRule(context, finding)),
    // A comment that silences nothing is not silenced by another one.
    ...firstOfRule.filter(canBeDisabled).map((finding) => disable(context, finding)),
    ...firstOfRule.map((finding) => explainRule(context, finding)),
  ];
}

function quickFixesOf(context: Context, finding: Finding): CodeAction[] {
  const best = bestFix(finding);
  return finding.fixes.map((fix) => {
    const action = edit(context, sayMessage(context, fix.title), fix.edits, finding);
    return fix === best ? { ...action, isPreferred: true } : action;
  });
}

function tableActions(context: Context, findings: readonly Finding[]): CodeAction[] {
  const actions: CodeAction[] = [];
  const done = new Set<Table>();
  for (const finding of findings) {
    const table = tableAt(context.report.analysis, finding.span.start);
    if (!table || done.has(table) || !isOfEquation(table, finding)) continue;
    done.add(table);
    const edits = recomputeTotals(table);
    if (edits.length > 0) actions.push(edit(context, say(context, 'action.recomputeTotals'), edits, finding));
  }
  return actions;
}

/** The totals of the row at an offset, where one of them is not the sum of what it adds up. */
function recomputeRow(context: Context, offset: number): CodeAction[] {
  const table = tableAt(context.report.analysis, offset);
  const line = table && lineAt(table, offset);
  if (!table || !line) return [];
  const edits = recomputeTotals(table).filter(({ span }) => contains(line.span, span));
  if (edits.length === 0) return [];
  const title = say(context, 'action.recomputeRow');
  return [{ title, kind: RECOMPUTE_ROW, edit: toWorkspaceEdit(context, edits) }];
}

function isOfEquation({ form }: Table, finding: Finding): boolean {
  return form.equations.some(({ rule }) => rule === finding.rule);
}

function fixAllOfRule(context: Context, { rule }: Finding): CodeAction[] {
  const alike = context.report.analysis.findings.filter((finding) => finding.rule === rule);
  const fixes = bestFixes(alike);
  if (fixes.length < 2) return [];
  const title = say(context, 'action.fixAllOfRule', { rule, count: fixes.length });
  return [edit(context, title, compatibleEdits(fixes), ...alike)];
}

function canBeDisabled(finding: Finding): boolean {
  return finding.rule !== UNUSED_SUPPRESSION;
}

function disable(context: Context, finding: Finding): CodeAction {
  const title = say(context, 'action.disableForLine', { rule: finding.rule });
  const { source } = context.report.analysis;
  return edit(context, title, [disableForLine(source, finding.span.start, finding.rule)], finding);
}

function explainRule(context: Context, finding: Finding): CodeAction {
  const title = say(context, 'action.explainRule', { rule: finding.rule });
  return {
    title,
    kind: QUICK_FIX,
    diagnostics: [toDiagnostic(context, finding)],
    command: { title, command: EXPLAIN_RULE, arguments: [finding.rule] },
  };
}

function fixAll(context: Context): CodeAction[] {
  const edits = fixAllSafely(context.report);
  if (edits.length === 0) return [];
  return [{ title: say(context, 'action.fixAll'), kind: FIX_ALL, edit: toWorkspaceEdit(context, edits) }];
}

function edit(
  context: Context,
  title: string,
  edits: readonly TextEdit[],
  ...findings: readonly Finding[]
): CodeAction {
  return {
    title,
    kind: QUICK_FIX,
    diagnostics: findings.map((finding) => toDiagnostic(context, finding)),
    edit: toWorkspaceEdit(context, edits),
  };
}

/** For a client that knows commands only: the server makes the edit when it is told to. */
function toCommand({ report }: Context, { title, command, edit: change }: CodeAction): Command {
  return command ?? { title, command: APPLY_FIX, arguments: [report.uri, report.version, change] };
}
