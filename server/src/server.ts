/** The server: a table of features, wired to a connection. */
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor } from './features/capabilities.ts';
import { codeActions } from './features/codeActions.ts';
import { executeCommand } from './features/commands.ts';
import { noDiagnostics, pullDiagnostics } from './features/diagnostics.ts';
import type { Feature } from './features/feature.ts';
import { foldingRanges } from './features/folding.ts';
import { hover } from './features/hover.ts';
import { definition, highlights, references } from './features/relations.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { changedTokens, fullTokens, tokensInRange } from './features/semanticTokens.ts';
import { documentSymbols } from './features/symbols.ts';
import { OtherReports } from './otherReports.ts';
import { Publisher } from './publisher.ts';
import { type ClientFacts, readClientFacts } from './workspace/clientFacts.ts';
import { Library } from './workspace/library.ts';
import type { ReportFiles } from './workspace/reportFiles.ts';
import { SettingsStore } from './workspace/settings.ts';
import { TokenHistory } from './workspace/tokenHistory.ts';
import { type OpenReport, Workspace } from './workspace/workspace.ts';

const NAME = 'disclosure-report';
const SECTION = 'disclosureReport';

/** LSP's number for a message that only informs. */
const INFORMATION = 3;

/**
 * Serves one client until its connection ends.
 *
 * @param disk the files of this machine, where it has any
 */
export function serve(connection: Connection, disk?: ReportFiles): void {
  connection.onInitialize((params) => initialize(connection, params, disk));
  connection.listen();
}

/** What lives as long as the connection. */
interface Session {
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly tokens: TokenHistory;
}

function initialize(connection: Connection, params: InitializeParams, disk?: ReportFiles): InitializeResult {
  const client = readClientFacts(params);
  const documents = new TextDocuments(TextDocument);
  const ask = (scopeUri: string): Promise<unknown> =>
    connection.workspace.getConfiguration({ scopeUri, section: SECTION });
  const settings = new SettingsStore(
    client.answersConfiguration ? ask : undefined,
    params.initializationOptions?.settings ?? params.initializationOptions,
  );
  const library = new Library();
  const workspace = new Workspace(documents, settings, library, client.folders);
  const session: Session = { connection, client, documents, settings, workspace, tokens: new TokenHistory() };
  documents.listen(connection);
  serveFeatures(session);
  const publisher = client.pullsDiagnostics ? null : new Publisher(connection, workspace, client);
  const others = new OtherReports({ connection, client, documents, workspace, library, publisher, disk });
  followDocuments(session, publisher, others);
  followSettings(session, publisher);
  connection.onInitialized(() => {
    registerSettings(session);
    others.start();
  });
  return { serverInfo: { name: NAME }, capabilities: capabilitiesFor(client) };
}

/** The table of features. Each is a pure function of a report and a request. */
function serveFeatures(session: Session): void {
  const { connection, tokens } = session;
  const { languages } = connection;
  const { semanticTokens } = languages;
  languages.diagnostics.on(answer(session, pullDiagnostics, noDiagnostics));
  connection.onCodeAction(answer(session, codeActions, []));
  connection.onHover(answer(session, hover, null));
  connection.onDocumentSymbol(answer(session, documentSymbols, []));
  connection.onFoldingRanges(answer(session, foldingRanges, []));
  connection.onSelectionRanges(answer(session, selectionRanges, null));
  connection.onDocumentHighlight(answer(session, highlights, []));
  connection.onDefinition(answer(session, definition, []));
  connection.onReferences(answer(session, references, []));
  semanticTokens.on(answer(session, fullTokens(tokens), { data: [] }));
  semanticTokens.onDelta(answer(session, changedTokens(tokens), { data: [] }));
  semanticTokens.onRange(answer(session, tokensInRange, { data: [] }));
  connection.onExecuteCommand((params) => executeCommand(commandRoom(session), params));
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * A request handler around a feature. It answers at once where the settings are known; what is no report gets
 * `nothing`, and so does a request whose feature fails, which is logged.
 */
function answer<Params extends DocumentParams, Result>(
  session: Session,
  feature: Feature<Params, Result>,
  nothing: Result,
) {
  return (params: Params, token: CancellationToken): Result | Promise<Result> => {
    const run = (report: OpenReport | undefined): Result => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (!report?.analysis.isReport) return nothing;
      return guarded(session, () => feature({ report, client: session.client }, params), nothing);
    };
    const report = guarded(session, () => session.workspace.open(params.textDocument.uri), undefined);
    return report instanceof Promise ? report.then(run) : run(report);
  };
}

/** A feature's fault is the log's business; the client gets nothing and goes on. */
function guarded<Result>({ connection }: Session, work: () => Result, nothing: Result): Result {
  try {
    return work();
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return nothing;
  }
}

/** Pushes findings to a client that cannot pull; the one that can asks when it wants them. */
function followDocuments(
  { documents, settings, workspace, tokens }: Session,
  publisher: Publisher | null,
  others: OtherReports,
): void {
  documents.onDidChangeContent(({ document }) => publisher?.publish(document.uri));
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    settings.forget(document.uri);
    tokens.forget(document.uri);
    publisher?.clear(document.uri);
    others.release(document.uri);
  });
}

function registerSettings({ connection, client }: Session): void {
  if (!client.answersConfiguration || !client.registersConfigurationChanges) return;
  void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
}

/** Changed settings are used from the next question on, and the client is told to ask it. */
function followSettings(
  { connection, client, documents, settings }: Session,
  publisher: Publisher | null,
): void {
  connection.onDidChangeConfiguration((change) => {
    settings.invalidate(change.settings);
    for (const uri of documents.keys()) publisher?.publish(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      connection.languages.diagnostics.refresh().then(undefined, () => undefined);
    }
  });
}

function commandRoom({ connection, client, documents }: Session): Parameters<typeof executeCommand>[0] {
  return {
    locale: client.locale,
    showMessage: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, { type: INFORMATION, message }),
    applyEdit: (edit) => connection.workspace.applyEdit(edit),
    versionOf: (uri) => documents.get(uri)?.version,
  };
}
