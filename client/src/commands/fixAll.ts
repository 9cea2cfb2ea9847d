/** "Fix all": the safe fixes of the active report, the same ones that fix-on-save applies. */
import { CodeActionKind, l10n } from 'vscode';
import type { ReportServer } from '../reportServer.ts';
import { applyAction } from './applyAction.ts';

const fixAllKind = CodeActionKind.SourceFixAll.append('disclosureReport');

/** Applies the safe fixes to the report in the active editor, or says why there are none. */
export function fixAll(server: ReportServer): Promise<void> {
  return applyAction(server, fixAllKind, l10n.t('Nothing here can be fixed safely without being asked.'));
}
