/** Watches open documents, so that the server starts with the first report and not before. */
import { type Disposable, type TextDocument, workspace } from 'vscode';
import { isReport, switchLanguage, touchesHead } from './documents.ts';

/**
 * Calls `onReport` for every document that is, or becomes, a report; a plain text that seems to be one gets its
 * language first.
 */
export function watchReports(onReport: (document: TextDocument) => void): Disposable[] {
  const consider = (document: TextDocument): void => {
    if (isReport(document)) onReport(document);
    else void switchLanguage(document);
  };
  workspace.textDocuments.forEach(consider);
  return [
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (touchesHead(contentChanges)) consider(document);
    }),
  ];
}
