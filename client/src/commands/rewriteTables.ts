/** "Rewrite all tables" and "tidy all tables": the refactorings of the whole active report. */
import { CodeActionKind, l10n } from 'vscode';
import type { ReportServer } from '../reportServer.ts';
import { applyAction } from './applyAction.ts';

const documentKind = CodeActionKind.RefactorRewrite.append('disclosureReport').append('document');

/** @param target the last part of the action's kind */
export async function rewriteTables(
  server: ReportServer,
  target: 'tabs' | 'markdown' | 'html' | 'tidy',
): Promise<void> {
  const nothing = l10n.t('This report has no table that can be read.');
  await applyAction(server, documentKind.append(target), nothing);
}
