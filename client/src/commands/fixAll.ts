/** "Fix all": the safe fixes of the active report, the same ones that fix-on-save applies. */
import { CodeActionKind, l10n, window } from 'vscode';
import type { ReportServer } from '../reportServer.ts';
import { applyAction } from './applyAction.ts';

const fixAllKind = CodeActionKind.SourceFixAll.append('disclosureReport');

/**
 * Applies the safe fixes to the report in the active editor and says how many places they changed, or why there are none.
 *
 * @returns how many places were changed
 */
export async function fixAll(server: ReportServer): Promise<number> {
  const nothing = l10n.t('Nothing here can be fixed safely without being asked.');
  const count = await applyAction(server, fixAllKind, nothing);
  if (count > 0)
    window.showInformationMessage(l10n.t('Places fixed: {count}. Undo takes it back.', { count }));
  return count;
}
