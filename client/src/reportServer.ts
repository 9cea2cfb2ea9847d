/** The language server's life: started by the first report, restarted on request, stopped with the extension. */
import { type Disposable, EventEmitter, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { documentScheme, fileOf, textOf } from './documents/documentUri.ts';
import { PlanFindings } from './planFindings.ts';
import { languageId } from './recognition.ts';
import { serveFiles } from './workspaceFiles.ts';

/** Makes a client for the host at hand: a Node process, or a web worker in the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Also the section of the settings: the client reads `disclosureReport.trace.server`. */
const clientId = 'disclosureReport';

/** Owns the language client and its output channel. */
export class ReportServer implements Disposable {
  readonly #createClient: CreateClient;
  readonly #started = new EventEmitter<BaseLanguageClient>();
  readonly #pulled = new EventEmitter<Uri>();
  readonly #plans = new PlanFindings();
  #output: LogOutputChannel | undefined;
  #client: BaseLanguageClient | undefined;
  #starting: Promise<BaseLanguageClient> | undefined;

  /** Tells of each start, the first one and every restart. */
  readonly onDidStart = this.#started.event;

  /** Tells of each document in a tab whose findings have just come in. */
  readonly onDidPull = this.#pulled.event;

  constructor(createClient: CreateClient) {
    this.#createClient = createClient;
  }

  get isStarted(): boolean {
    return this.#starting !== undefined;
  }

  /** The running client; starts it where it is not running yet. */
  start(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#launch();
    return this.#starting;
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
  }

  showOutput(): void {
    this.#channel().show();
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#started.dispose();
    this.#pulled.dispose();
    this.#plans.dispose();
    this.#output?.dispose();
  }

  async #launch(): Promise<BaseLanguageClient> {
    const client = this.#createClient(clientId, l10n.t('Disclosure Report'), this.#options());
    this.#client = client;
    serveFiles(client);
    try {
      await client.start();
    } catch (error) {
      // Forgotten, so that the next report or the restart command tries again. The client has told the user.
      this.#starting = undefined;
      throw error;
    }
    this.#channel().info(l10n.t('The language server is running.'));
    this.#started.fire(client);
    return client;
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    this.#plans.clear();
    // A client that never came up, or crashed for good, refuses to stop; it is gone all the same.
    await client?.dispose().catch(() => undefined);
    if (client) this.#output?.info(l10n.t('The language server has been stopped.'));
  }

  #options(): LanguageClientOptions {
    return {
      // Whether a Markdown document is a report is for the server to say.
      documentSelector: [{ language: languageId }, { language: 'markdown' }],
      initializationOptions: {
        explainsRules: true,
        readsFiles: true,
        keepsFindings: true,
        showsDocuments: true,
        pinsFolds: true,
      },
      uriConverters: { code2Protocol: (uri) => uri.toString(), protocol2Code: canonical },
      diagnosticPullOptions: { onChange: true },
      outputChannel: this.#channel(),
      middleware: this.#middleware(),
    };
  }

  #middleware(): Middleware {
    return {
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const report = await next(document, previousResultId, token);
        this.#pulled.fire(document instanceof Uri ? document : document.uri);
        return report;
      },
      handleDiagnostics: (uri, diagnostics, next) => {
        if (!this.#plans.take(uri, diagnostics)) next(uri, diagnostics);
      },
    };
  }

  #channel(): LogOutputChannel {
    this.#output ??= window.createOutputChannel(l10n.t('Disclosure Report'), { log: true });
    return this.#output;
  }
}

/** One text has one URI, however the server escapes it: VS Code opens a tab for each. */
function canonical(value: string): Uri {
  const uri = Uri.parse(value);
  return uri.scheme === documentScheme ? textOf(fileOf(uri)) : uri;
}
