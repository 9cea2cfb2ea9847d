/** "Import Report": the text of a document as a report that is on no disk yet. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { DocumentFiles } from '../documents/documentFiles.ts';
import { plainNotice } from '../plainNotice.ts';
import { languageId } from '../recognition.ts';
import { askForDocument } from './openDocument.ts';

/** @param chosen the document; without it the user is asked */
export async function importDocument(files: DocumentFiles, chosen?: unknown): Promise<void> {
  const file = chosen instanceof Uri ? chosen : await askForDocument(l10n.t('Import Report'));
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
