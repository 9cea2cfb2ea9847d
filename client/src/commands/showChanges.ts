/** "Show Changes": what was changed in the active report since it was opened, and what is still to be changed, a line a change. */
import { commands, type Disposable, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { activeReport } from '../activeReport.ts';
import type { DocumentFiles } from '../documents/documentFiles.ts';
import { nameOf } from '../documents/documentUri.ts';
import { plainNotice } from '../plainNotice.ts';
import type { ReportServer } from '../reportServer.ts';

/** A list is shown through a scheme of its own: it is to be read, printed and copied, and is no report. */
const listScheme = 'disclosure-report-changes';

/** Registers the command and the provider of the lists. */
export function registerShowChanges(server: ReportServer, files: DocumentFiles): Disposable[] {
  const lists = new Map<string, string>();
  return [
    workspace.registerTextDocumentContentProvider(listScheme, {
      provideTextDocumentContent: (list) => lists.get(list.toString()) ?? '',
    }),
    workspace.onDidCloseTextDocument(({ uri }) => void lists.delete(uri.toString())),
    commands.registerCommand('disclosureReport.showChanges', () => showChanges(server, files, lists)),
  ];
}

async function showChanges(
  server: ReportServer,
  files: DocumentFiles,
  lists: Map<string, string>,
): Promise<void> {
  const uri = activeReport()?.uri;
  if (uri === undefined) {
    void window.showInformationMessage(l10n.t('The active editor shows no report.'));
    return;
  }
  try {
    const client = await server.start();
    const params = { uri: uri.toString(), was: files.firstRead(uri) };
    const { text } = await client.sendRequest<{ text: string }>('disclosureReport/listChanges', params);
    await showList(`${nameOf(uri)} · ${l10n.t('Changes')}`, text, lists);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(reason));
  }
}

/** A list that is asked for again is another one: what a list says stays as it is. */
async function showList(name: string, text: string, lists: Map<string, string>): Promise<void> {
  const uri = Uri.from({ scheme: listScheme, path: `/${name}`, query: String(Date.now()) });
  lists.set(uri.toString(), text);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preview: true, viewColumn: ViewColumn.Beside });
}
