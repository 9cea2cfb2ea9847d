/** "Export as Word Document": the active report as it is to be published, in a file the user names. */
import { l10n, Uri, window, workspace } from 'vscode';
import { activeReport } from '../activeReport.ts';
import { fromBase64 } from '../documents/base64.ts';
import { documentScheme, fileOf, nameOf } from '../documents/documentUri.ts';
import { isLockedByOffice } from '../documents/officeLock.ts';
import { plainNotice } from '../plainNotice.ts';
import type { ReportServer } from '../reportServer.ts';

/** @param chosen where it is to be written; without it the user is asked */
export async function exportDocument(server: ReportServer, chosen?: unknown): Promise<void> {
  const report = activeReport()?.uri;
  if (report === undefined) {
    void window.showInformationMessage(l10n.t('The active editor shows no report.'));
    return;
  }
  const file = chosen instanceof Uri ? chosen : await askForFile(report);
  if (file === undefined) return;
  try {
    await write(server, report, file);
    void window.showInformationMessage(plainNotice(l10n.t('{name} is written.', { name: nameOf(file) })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(`${nameOf(file)}: ${reason}`));
  }
}

function askForFile(report: Uri): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    ...proposedFile(report),
    filters: { [l10n.t('Word document')]: ['docx'], [l10n.t('Web page')]: ['html', 'htm'] },
  });
}

async function write(server: ReportServer, report: Uri, file: Uri): Promise<void> {
  if (await isLockedByOffice(file))
    throw new Error(l10n.t('Not saved: close the document in Word or WPS first.'));
  const client = await server.start();
  const params = { uri: report.toString(), name: nameOf(file) };
  const { bytes } = await client.sendRequest<{ bytes: string }>('disclosureReport/exportDocument', params);
  await workspace.fs.writeFile(file, fromBase64(bytes));
}

/** Beside the report, or in the workspace where it is on no disk; a document's text goes into another file than its own. */
function proposedFile(report: Uri): { readonly defaultUri?: Uri } {
  const isDocument = report.scheme === documentScheme;
  const source = isDocument ? fileOf(report) : report;
  const bare = nameOf(source).replace(/(?:\.disclosure)?\.[^.]*$/, '');
  const name = `${isDocument ? `${bare} 2` : bare}.docx`;
  if (report.scheme !== 'untitled') return { defaultUri: Uri.joinPath(source, '..', name) };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: Uri.joinPath(folder, name) } : {};
}
