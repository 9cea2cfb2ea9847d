/** "Check as Annual Report": the text of a document that is none, whatever its name. */
import { l10n, Uri, window } from 'vscode';
import { openDocument } from '../documents/documentEditor.ts';
import { plainNotice } from '../plainNotice.ts';

/** Kinds of documents whose text can be shown. */
const FILTERS = ['docx', 'docm', 'html', 'htm', 'pdf', 'xlsx'];

/** @param chosen the file of the menu that was used; without one it is asked for */
export async function openDocumentCommand(chosen?: unknown): Promise<void> {
  const file = chosen instanceof Uri ? chosen : await askForDocument(l10n.t('Check as Annual Report'));
  if (!file) return;
  try {
    await openDocument(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(reason));
  }
}

/** A file of a kind that is read, as the user chooses it. */
export async function askForDocument(title: string): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title,
      filters: { [l10n.t('Word, web page, PDF, Excel')]: FILTERS },
    })) ?? [];
  return file;
}
