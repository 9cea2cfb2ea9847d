/** Carries out one of the server's code actions on the active report as a whole. */
import { type CodeActionKind, l10n, Range, type TextDocument, window, workspace } from 'vscode';
import { type BaseLanguageClient, type CodeAction, CodeActionRequest } from 'vscode-languageclient';
import { activeReport } from '../activeReport.ts';
import { plainNotice } from '../plainNotice.ts';
import type { ReportServer } from '../reportServer.ts';

/** LSP's number for a request that somebody made. */
const invoked = 1;

/**
 * Applies the first action of a kind, and says why where there is none.
 *
 * @param nothing what to say where the server offers no such action and gives no reason
 * @param place where the action is to apply; all of the report where it is not given
 */
export async function applyAction(
  server: ReportServer,
  kind: CodeActionKind,
  nothing: string,
  place?: Range,
): Promise<number> {
  const document = activeReport();
  if (document === undefined) {
    window.showInformationMessage(l10n.t('The active editor shows no report.'));
    return 0;
  }
  const client = await server.start();
  const version = document.version;
  const action = await requestAction(client, document, kind, place);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action?.edit);
  // The reason may quote the report.
  if (edit === undefined) window.showInformationMessage(plainNotice(action?.disabled?.reason ?? nothing));
  else if (document.version === version && (await workspace.applyEdit(edit)))
    return edit.get(document.uri).length;
  return 0;
}

/** Asks the server itself: VS Code's own command for it leaves out actions that are disabled, and their reasons. */
async function requestAction(
  client: BaseLanguageClient,
  document: TextDocument,
  kind: CodeActionKind,
  place = new Range(0, 0, document.lineCount, 0),
): Promise<CodeAction | undefined> {
  const converter = client.code2ProtocolConverter;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: converter.asTextDocumentIdentifier(document),
    range: converter.asRange(place),
    context: { diagnostics: [], only: [kind.value], triggerKind: invoked },
  });
  return actions?.find((action): action is CodeAction => 'kind' in action);
}
