/** What the client at the other end can do, read once from its capabilities. */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';
import { type Locale, localeFrom } from '../l10n.ts';

export interface ClientFacts {
  readonly locale: Locale;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly versionsEdits: boolean;
  readonly takesCodeActions: boolean;
  /** Whether it shows why an action is not to be had. */
  readonly showsDisabledActions: boolean;
  readonly showsMarkdown: boolean;
  readonly nestsSymbols: boolean;
  readonly watchesFiles: boolean;
  /** The URIs of the folders of the workspace. */
  readonly folders: readonly string[];
  /** Whether the client has the command `disclosureReport.explainRule` itself. */
  readonly explainsRules: boolean;
  /** Whether it answers the requests of `clientFiles.ts`. */
  readonly readsFiles: boolean;
  /** Whether it shows findings of documents that are closed, and wants to know when these are out of date. */
  readonly keepsFindings: boolean;
  /** Whether it shows the text of a document that is none under a URI of its own (`documentUri.ts`). */
  readonly showsDocuments: boolean;
  /** Whether it keeps the first lines of folding ranges in sight: no row of numbers is to begin one then. */
  readonly pinsFolds: boolean;
}

/** Reads what matters here from the parameters of `initialize`; what a client does not mention it cannot do. */
export function readClientFacts(params: InitializeParams): ClientFacts {
  return {
    locale: localeFrom(params.locale),
    folders: foldersOf(params),
    explainsRules: params.initializationOptions?.explainsRules === true,
    readsFiles: params.initializationOptions?.readsFiles === true,
    keepsFindings: params.initializationOptions?.keepsFindings === true,
    showsDocuments: params.initializationOptions?.showsDocuments === true,
    pinsFolds: params.initializationOptions?.pinsFolds === true,
    ...readCapabilities(params.capabilities),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function readCapabilities({
  textDocument,
  workspace,
}: ClientCapabilities): Omit<
  ClientFacts,
  'locale' | 'folders' | 'explainsRules' | 'readsFiles' | 'keepsFindings' | 'showsDocuments' | 'pinsFolds'
> {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
