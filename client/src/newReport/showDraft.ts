/** Shows a draft as a text that is on no disk before the user saves it. */
import { type Position, Selection, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { languageId } from '../recognition.ts';

export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly firstBlank: Position;
}

/** What no file name may have in it, on any system. */
const UNFIT = /[\\/:*?"<>|]/g;

/** @param folder where the draft is to be saved; without one the user is asked when it is */
export async function showDraft({ title, text, firstBlank }: Draft, folder: Uri | undefined): Promise<void> {
  const document = folder
    ? await documentAt(await freePlace(folder, title.replace(UNFIT, '_')), text)
    : await workspace.openTextDocument({ language: languageId, content: text });
  const editor = await window.showTextDocument(document, { preview: false });
  const { line, character } = firstBlank;
  editor.selection = new Selection(line, character, line, character);
  editor.revealRange(editor.selection);
}

async function documentAt(file: Uri, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), text);
  await workspace.applyEdit(edit);
  return document;
}

/** A name that neither a file nor an open draft has: nothing is written over. */
async function freePlace(folder: Uri, title: string): Promise<Uri> {
  for (let copy = 1; ; copy++) {
    const file = Uri.joinPath(folder, copy === 1 ? `${title}.txt` : `${title} ${copy}.txt`);
    if (!(await isTaken(file))) return file;
  }
}

async function isTaken(file: Uri): Promise<boolean> {
  if (workspace.textDocuments.some(({ uri }) => uri.path === file.path)) return true;
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
