/** The commands the server carries out for clients that do not do so themselves. */
import type { ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { hasText, type Locale, shownRule, translate } from '../l10n.ts';
import type { ClientFacts } from '../workspace/clientFacts.ts';

export const EXPLAIN_RULE = 'disclosureReport.explainRule';
export const APPLY_FIX = 'disclosureReport.applyFix';

/** What a command needs of the connection and the open documents. */
export interface CommandRoom {
  readonly locale: Locale;
  showMessage(text: string): void;
  applyEdit(edit: WorkspaceEdit): Promise<unknown>;
  versionOf(uri: string): number | undefined;
}

/** Only what the client lacks, so that no name is registered twice. */
export function commandsFor(client: ClientFacts): string[] {
  return [...(client.explainsRules ? [] : [EXPLAIN_RULE]), ...(client.takesCodeActions ? [] : [APPLY_FIX])];
}

/** Carries out `workspace/executeCommand`; a command or an argument that is not known does nothing. */
export async function executeCommand(room: CommandRoom, params: ExecuteCommandParams): Promise<null> {
  const [first, version, edit] = params.arguments ?? [];
  if (params.command === EXPLAIN_RULE && typeof first === 'string')
    room.showMessage(explanation(first, room.locale));
  if (params.command === APPLY_FIX && typeof first === 'string') await applyFix(room, first, version, edit);
  return null;
}

/** An edit fits the text it was made for and no other. */
async function applyFix(room: CommandRoom, uri: string, version: unknown, edit: unknown): Promise<void> {
  if (room.versionOf(uri) === version) await room.applyEdit(edit as WorkspaceEdit);
  else room.showMessage(translate({ key: 'action.outdated', args: {} }, room.locale));
}

function explanation(rule: string, locale: Locale): string {
  const paragraphs = [`rule.${rule}.summary`, `rule.${rule}.why`]
    .filter(hasText)
    .map((key) => translate({ key, args: {} }, locale));
  return [shownRule(rule, locale), ...paragraphs].join('\n\n');
}
