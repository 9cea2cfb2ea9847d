/** "Fix all": the safe fixes of the active report, the same ones that fix-on-save applies. */
import { CodeActionKind, commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { activeReport } from '../activeReport.ts';
import type { ReportServer } from '../reportServer.ts';
import { applyAction } from './applyAction.ts';

const fixAllKind = CodeActionKind.SourceFixAll.append('disclosureReport');

/** Texts as they were before, to be held against what they are now. */
const beforeScheme = 'disclosure-report-before';

/** Registers the command and what shows its changes. */
export function registerFixAll(server: ReportServer): Disposable[] {
  let before = '';
  return [
    workspace.registerTextDocumentContentProvider(beforeScheme, { provideTextDocumentContent: () => before }),
    commands.registerCommand('disclosureReport.fixAll', () => {
      before = activeReport()?.getText() ?? '';
      return fixAll(server);
    }),
  ];
}

/**
 * Applies the safe fixes to the report in the active editor and says how many places they changed, or why there are none.
 *
 * @returns how many places were changed
 */
async function fixAll(server: ReportServer): Promise<number> {
  const nothing = l10n.t('Nothing here can be fixed safely without being asked.');
  const report = activeReport()?.uri;
  const count = await applyAction(server, fixAllKind, nothing);
  if (report && count > 0) void tell(report, count);
  return count;
}

async function tell(report: Uri, count: number): Promise<void> {
  const show = l10n.t('Show Changes');
  const text = l10n.t('Places fixed: {count}. Undo takes it back.', { count });
  if ((await window.showInformationMessage(text, show)) === show) await showChanges(report);
}

/** The text before, beside the text as it is now. */
async function showChanges(report: Uri): Promise<void> {
  const name = report.path.slice(report.path.lastIndexOf('/') + 1);
  // A query of its own, so that an earlier text is not shown again.
  const before = Uri.from({ scheme: beforeScheme, path: report.path, query: String(Date.now()) });
  await commands.executeCommand('vscode.diff', before, report, l10n.t('{name}: what was fixed', { name }));
}
