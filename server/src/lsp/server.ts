/** The server: `initialize` is answered at once, then a table of features is wired to the connection. */
import {
  type CancellationToken,
  type Connection,
  type ConnectionOptions,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientFacts, readClientFacts } from '../workspace/clientFacts.ts';
import type { ReportFiles } from '../workspace/reports/reportFiles.ts';
import { capabilitiesFor } from './capabilities.ts';
import type {
  OpenReport,
  OtherReports,
  Publisher,
  SettingsStore,
  TokenHistory,
  Workspace,
} from './engine.ts';
import type { Feature } from './features/feature.ts';
import { Gate } from './messageGate.ts';

const NAME = 'disclosure-report';
const SECTION = 'disclosureReport';

/** LSP's number for a message that only informs. */
const INFORMATION = 3;

/** All that understands reports, and the files of this machine, where it has any. */
type Engine = typeof import('./engine.ts') & { readonly disk?: ReportFiles };

/** What differs from one host to another. */
export interface Host {
  connect(options: ConnectionOptions): Connection;
  loadEngine(): Promise<Engine>;
}

/** How far a connection has come. */
export interface Life {
  /** Whether the client has taken its leave: nothing but its `exit` is expected. */
  isShutDown: boolean;
}

/**
 * Serves one client until its connection ends. What the client may ask can be told without the engine; that is loaded
 * when the client has its answer, and messages wait for it.
 */
export function serve(host: Host): Readonly<Life> {
  const gate = new Gate();
  const connection = host.connect({ messageStrategy: gate });
  const life: Life = { isShutDown: false };
  const early = connection.onRequest(() =>
    refuseRequest(ErrorCodes.ServerNotInitialized, 'not initialized yet'),
  );
  let isInitialized = false;
  connection.onInitialize((params): InitializeResult => {
    if (isInitialized) refuseRequest(ErrorCodes.InvalidRequest, 'initialized already');
    isInitialized = true;
    early.dispose();
    const client = readClientFacts(params);
    gate.onNext(async () => openSession(await host.loadEngine(), connection, client, life, params));
    return { serverInfo: { name: NAME }, capabilities: capabilitiesFor(client) };
  });
  connection.onShutdown(() => {
    if (!isInitialized) refuseRequest(ErrorCodes.ServerNotInitialized, 'not initialized yet');
    life.isShutDown = true;
  });
  connection.listen();
  return life;
}

function refuseRequest(code: number, reason: string): never {
  throw new ResponseError(code, reason);
}

/** What lives as long as the connection. */
interface Session {
  readonly life: Readonly<Life>;
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly tokens: TokenHistory;
}

function openSession(
  engine: Engine,
  connection: Connection,
  client: ClientFacts,
  life: Readonly<Life>,
  params: InitializeParams,
): void {
  const documents = new TextDocuments(TextDocument);
  const ask = (scopeUri: string): Promise<unknown> =>
    connection.workspace.getConfiguration({ scopeUri, section: SECTION });
  const settings = new engine.SettingsStore(
    client.answersConfiguration ? ask : undefined,
    params.initializationOptions?.settings ?? params.initializationOptions,
  );
  const reportIndex = new engine.ReportIndex();
  const files = [
    ...(engine.disk ? [engine.disk] : []),
    ...(client.readsFiles ? [engine.clientFiles(connection)] : []),
  ];
  const locate = engine.locatorOf(files);
  const places = { folders: client.folders, locate };
  const workspace = new engine.Workspace(documents, settings, reportIndex, places);
  const tokens = new engine.TokenHistory();
  const session: Session = { life, connection, client, documents, settings, workspace, tokens };
  documents.listen(connection);
  serveFeatures(engine, session);
  const publisher = client.pullsDiagnostics ? null : new engine.Publisher(connection, workspace, client);
  const others = new engine.OtherReports({
    connection,
    client,
    documents,
    workspace,
    reportIndex,
    publisher,
    files,
  });
  followDocuments(session, publisher, others);
  followSettings(session, publisher);
  serveOwnRequests(engine, session, { reportIndex, locate, whenRead: () => others.whenRead() });
  connection.onInitialized(() => {
    registerSettings(session);
    others.start();
  });
}

/** What LSP has no request for. */
function serveOwnRequests(
  engine: Engine,
  { connection, client, workspace }: Session,
  known: Parameters<Engine['serveNewReports']>[1],
): void {
  const requests = {
    connection,
    locale: client.locale,
    refuse: (reason: string): never => refuseRequest(LSPErrorCodes.RequestFailed, reason),
  };
  engine.serveDocuments(requests, (uri, account) => workspace.setAccount(uri, account));
  engine.serveChanges(requests, workspace);
  engine.serveExports(requests, workspace);
  engine.serveNewReports(requests, known);
}

/** The table of features. Each is a pure function of a report and a request. */
function serveFeatures(engine: Engine, session: Session): void {
  const { connection, tokens } = session;
  const { languages } = connection;
  const { semanticTokens } = languages;
  languages.diagnostics.on(answer(session, engine.pullDiagnostics, engine.noDiagnostics));
  connection.onCodeAction(answer(session, engine.codeActions, []));
  connection.onHover(answer(session, engine.hover, null));
  connection.onDocumentSymbol(answer(session, engine.documentSymbols, []));
  connection.onFoldingRanges(answer(session, engine.foldingRanges, []));
  connection.onSelectionRanges(answer(session, engine.selectionRanges, null));
  connection.onDocumentHighlight(answer(session, engine.highlights, []));
  connection.onDefinition(answer(session, engine.definition, []));
  connection.onReferences(answer(session, engine.references, []));
  semanticTokens.on(answer(session, engine.fullTokens(tokens), { data: [] }));
  semanticTokens.onDelta(answer(session, engine.changedTokens(tokens), { data: [] }));
  semanticTokens.onRange(answer(session, engine.tokensInRange, { data: [] }));
  connection.onExecuteCommand((params) => engine.executeCommand(commandRoom(session), params));
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
    if (session.life.isShutDown) refuseRequest(ErrorCodes.InvalidRequest, 'shut down already');
    const run = (report: OpenReport | undefined): Result => {
      if (token.isCancellationRequested) refuseRequest(LSPErrorCodes.RequestCancelled, 'cancelled');
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
  { documents, workspace, tokens }: Session,
  publisher: Publisher | null,
  others: OtherReports,
): void {
  documents.onDidChangeContent(({ document }) => publisher?.publish(document.uri));
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
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

function commandRoom({ connection, client, documents }: Session): Parameters<Engine['executeCommand']>[0] {
  return {
    locale: client.locale,
    showMessage: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, { type: INFORMATION, message }),
    applyEdit: (edit) => connection.workspace.applyEdit(edit),
    versionOf: (uri) => documents.get(uri)?.version,
  };
}
