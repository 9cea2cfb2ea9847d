/** Follows whether the active editor shows a report. */
import { type Disposable, type TextDocument, window, workspace } from 'vscode';
import { isReport, touchesHead } from './documents.ts';

/** The document in the active editor, if it is a report. */
export function activeReport(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isReport(document) ? document : undefined;
}

/** Calls `refresh` now and whenever `activeReport` may have changed. */
export function followActiveReport(refresh: () => void): Disposable[] {
  const refreshIfActive = (document: TextDocument): void => {
    if (document === window.activeTextEditor?.document) refresh();
  };
  refresh();
  return [
    window.onDidChangeActiveTextEditor(refresh),
    // A document whose language changes is opened anew.
    workspace.onDidOpenTextDocument(refreshIfActive),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (touchesHead(contentChanges)) refreshIfActive(document);
    }),
  ];
}
