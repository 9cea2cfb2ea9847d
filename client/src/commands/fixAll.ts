/** "Fix all": the safe fixes of the active report, the same ones that fix-on-save applies. */
import {
  type CodeAction,
  CodeActionKind,
  commands,
  l10n,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { activeReport } from '../activeReport.ts';
import type { ReportServer } from '../reportServer.ts';

const fixAllKind = CodeActionKind.SourceFixAll.append('disclosureReport');

export async function fixAll(server: ReportServer): Promise<void> {
  const document = activeReport();
  if (document === undefined) {
    window.showInformationMessage(l10n.t('The active editor shows no report.'));
    return;
  }
  await server.start();
  const version = document.version;
  const action = await safeFixes(document);
  if (action?.edit === undefined) {
    window.showInformationMessage(l10n.t('Nothing here can be fixed safely without being asked.'));
  } else if (document.version === version) {
    await workspace.applyEdit(action.edit);
  }
}

async function safeFixes(document: TextDocument): Promise<CodeAction | undefined> {
  const all = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    fixAllKind.value,
    1,
  );
  return actions.find(({ kind }) => kind !== undefined && fixAllKind.contains(kind));
}
