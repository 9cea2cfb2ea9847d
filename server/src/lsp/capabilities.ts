/** What the server tells a client it can do. */
import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { ClientFacts } from '../workspace/clientFacts.ts';
import { commandsFor } from './commands.ts';
import { codeActionKinds } from './features/codeActions.ts';
import { tokenLegend } from './features/semanticTokens.ts';

/** LSP's number for changes sent as changes, not as whole texts. */
const INCREMENTAL = 2;

/** The answer to `initialize`: what this server offers a client that can do so much. */
export function capabilitiesFor(client: ClientFacts): ServerCapabilities {
  const commands = commandsFor(client);
  return {
    positionEncoding: 'utf-16',
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
    textDocumentSync: { openClose: true, change: INCREMENTAL },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'disclosure-report',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true },
  };
}
