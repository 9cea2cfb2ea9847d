/**
 * The door to a document's text. VS Code opens a .docx in a custom editor only; this one has the text shown in its place, as a
 * text document, in which findings, fixes and hovers work.
 */
import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  l10n,
  type Uri,
  type ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { plainPage } from '../plainPage.ts';
import { documentScheme, nameOf, textOf } from './documentUri.ts';

const viewType = 'disclosureReport.document';

/** Shows the text of a document; one that is shown already comes to the front. */
export async function openDocument(file: Uri, viewColumn?: ViewColumn): Promise<void> {
  const text = file.scheme === documentScheme ? file : textOf(file);
  await window.showTextDocument(text, {
    preview: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}

export function registerDocumentEditor(): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri): CustomDocument => ({ uri, dispose() {} }),
    resolveCustomEditor: ({ uri }, panel) => stepAside(uri, panel),
  };
  return window.registerCustomEditorProvider(viewType, provider);
}

async function stepAside(file: Uri, panel: WebviewPanel): Promise<void> {
  const name = nameOf(file);
  if (!(await isWanted(file))) {
    panel.webview.html = plainPage(
      l10n.t(
        '{name} is not opened as a report. Open it in Word, or choose “Check as Annual Report” in its menu in the Explorer.',
        { name },
      ),
    );
    return;
  }
  panel.webview.html = plainPage(l10n.t('Reading {name}…', { name }));
  try {
    await openDocument(file, panel.viewColumn);
    panel.dispose();
  } catch (error) {
    panel.webview.html = plainPage(error instanceof Error ? error.message : String(error));
  }
}

async function isWanted(file: Uri): Promise<boolean> {
  const setting = workspace
    .getConfiguration('disclosureReport', file)
    .get<'text' | 'ask' | 'off'>('documents.open');
  if (setting !== 'ask') return setting !== 'off';
  const check = l10n.t('Check as Annual Report');
  const chosen = await window.showInformationMessage(
    l10n.t('Check {name} as an annual report?', { name: nameOf(file) }),
    check,
  );
  return chosen === check;
}
