/** Whether tables are shown aligned: the setting, its command, and an item in the language status that says which and switches. */
import {
  ConfigurationTarget,
  type Disposable,
  type LanguageStatusItem,
  l10n,
  languages,
  type TextDocument,
  type WorkspaceConfiguration,
  window,
  workspace,
} from 'vscode';
import { activeReport, followActiveReport } from '../activeReport.ts';

const setting = 'disclosureReport.alignTables';
const toggleCommand = 'disclosureReport.toggleAlignment';

export function wantsAlignment(document: TextDocument): boolean {
  return workspace.getConfiguration(undefined, document).get(setting, true);
}

/** Switches for the active report, wherever the setting that counts there is made: else for the user. */
export async function toggleAlignment(): Promise<void> {
  const document = activeReport();
  if (!document) {
    window.showInformationMessage(l10n.t('The active editor shows no report.'));
    return;
  }
  const configuration = workspace.getConfiguration(undefined, document);
  await configuration.update(setting, !wantsAlignment(document), placeOf(configuration));
}

function placeOf(configuration: WorkspaceConfiguration): ConfigurationTarget {
  const { workspaceFolderValue, workspaceValue } = configuration.inspect(setting) ?? {};
  if (workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  return workspaceValue !== undefined ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
}

/** Keeps an item in step with the active report and the setting. */
export function showAlignmentStatus(): Disposable[] {
  const item = languages.createLanguageStatusItem('disclosureReport.alignment', []);
  item.name = l10n.t('Disclosure Report');
  item.command = { command: toggleCommand, title: l10n.t('Switch') };
  const refresh = (): void => update(item, activeReport());
  return [
    item,
    ...followActiveReport(refresh),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) refresh();
    }),
  ];
}

function update(item: LanguageStatusItem, document: TextDocument | undefined): void {
  item.selector = document ? { language: document.languageId, scheme: document.uri.scheme } : [];
  if (!document) return;
  item.text = wantsAlignment(document) ? l10n.t('Table columns: aligned') : l10n.t('Table columns: as typed');
}
