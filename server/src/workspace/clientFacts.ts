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
  /** Whether the client has the command `disclosureReport.explainRule` itself. */
  readonly explainsRules: boolean;
}

export function readClientFacts(params: InitializeParams): ClientFacts {
  return {
    locale: localeFrom(params.locale),
    explainsRules: params.initializationOptions?.explainsRules === true,
    ...readCapabilities(params.capabilities),
  };
}

function readCapabilities({
  textDocument,
  workspace,
}: ClientCapabilities): Omit<ClientFacts, 'locale' | 'explainsRules'> {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
