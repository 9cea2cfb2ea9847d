/** "Recompute this row": the totals of the row that the cursor is in. */
import { CodeActionKind, l10n, window } from 'vscode';
import type { ReportServer } from '../reportServer.ts';
import { applyAction } from './applyAction.ts';

const rowKind = CodeActionKind.RefactorRewrite.append('disclosureReport').append('row').append('recompute');

export async function recomputeRow(server: ReportServer): Promise<void> {
  const nothing = l10n.t('There is no total in this row to be recomputed.');
  await applyAction(server, rowKind, nothing, window.activeTextEditor?.selection);
}
