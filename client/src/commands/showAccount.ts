/** "What was read": what the server read in the document of the active editor, and what it did not. */
import { l10n, window } from 'vscode';
import type { DocumentFiles } from '../documents/documentFiles.ts';

export async function showAccount(files: DocumentFiles): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const account = uri === undefined ? [] : (files.lastRead(uri)?.account ?? []);
  if (account.length === 0) {
    void window.showInformationMessage(l10n.t('The active editor shows no document.'));
    return;
  }
  await window.showQuickPick([...account], { title: l10n.t('What was read in the document') });
}
