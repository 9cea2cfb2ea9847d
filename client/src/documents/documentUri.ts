/** The text that is shown of a document that is none (.docx, .html, .pdf, .xlsx), under a URI that names both. */
import { Uri } from 'vscode';
import { isDocumentFile } from '../recognition.ts';

export const documentScheme = 'disclosure-report-document';

/** What VS Code tells the language of the text by. */
const SUFFIX = '.disclosure.txt';

/** The URI of the text that is shown of a file: one for each file, so that it has one tab. */
export function textOf(file: Uri): Uri {
  return Uri.from({ scheme: documentScheme, path: file.path + SUFFIX, query: file.toString() });
}

/** The URI under which a file is checked: its own, or that of its text. */
export function shownAs(file: Uri): Uri {
  return isDocumentFile(file.path) ? textOf(file) : file;
}

/** The file whose text is shown under a URI. */
export function fileOf(text: Uri): Uri {
  return Uri.parse(text.query, true);
}

/** A file's name without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Kinds that are only read. */
export function isReadOnly(file: Uri): boolean {
  return /\.(?:pdf|xlsx)$/i.test(file.path);
}
