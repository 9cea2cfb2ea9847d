/** "Import Report": the text of a document as a report that is on no disk yet. */
import { l10n, window, workspace } from 'vscode';
import type { DocumentFiles } from '../documents/documentFiles.ts';
import { plainNotice } from '../plainNotice.ts';
import { languageId } from '../recognition.ts';
import { askForDocument } from './openDocument.ts';

export async function importDocument(files: DocumentFiles): Promise<void> {
  const file = await askForDocument(l10n.t('Import Report'));
  if (!file) return;
  try {
    const { text, account } = await files.read(file);
    const document = await workspace.openTextDocument({ language: languageId, content: text });
    await window.showTextDocument(document, { preview: false });
    void window.showInformationMessage(plainNotice(account.join(' · ')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(reason));
  }
}
