/** A language client over stdio, just enough to type into a document and wait for its diagnostics. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A document as its language's server wants it called. */
export interface Language {
  readonly uri: string;
  readonly languageId: string;
}

const REPORT: Language = { uri: 'file:///bench/report.disclosure.txt', languageId: 'disclosure-report' };

export type Delivery = 'push' | 'pull';

export class Client {
  readonly #connection: ProtocolConnection;
  readonly #server: ChildProcess;
  readonly #delivery: Delivery;
  readonly #language: Language;
  #version = 1;
  #resultId: string | undefined;
  #onDiagnostics: (version: number | undefined) => void = () => {};

  private constructor(program: string, delivery: Delivery, language: Language) {
    this.#delivery = delivery;
    this.#language = language;
    this.#server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new StreamMessageReader(this.#server.stdout!);
    this.#connection = createProtocolConnection(reader, new StreamMessageWriter(this.#server.stdin!));
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ version }) =>
      this.#onDiagnostics(version),
    );
    this.#connection.listen();
  }

  /** Starts a server and waits until it has answered `initialize`. */
  static async start(program: string, delivery: Delivery, language = REPORT): Promise<Client> {
    const client = new Client(program, delivery, language);
    const diagnostics =
      delivery === 'push' ? { publishDiagnostics: { versionSupport: true } } : { diagnostic: {} };
    await client.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: diagnostics },
    });
    return client;
  }

  async open(text: string): Promise<void> {
    await this.#connection.sendNotification(InitializedNotification.type, {});
    const textDocument = { ...this.#language, version: this.#version, text };
    const arrived = this.#diagnosticsArrived();
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    await arrived();
  }

  /** Types, and tells how long it took until the diagnostics of the new text were there. */
  async type(range: Range, text: string): Promise<number> {
    this.#version++;
    const arrived = this.#diagnosticsArrived();
    const start = performance.now();
    void this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.#language.uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
    await arrived();
    return performance.now() - start;
  }

  /** Resident memory in bytes; `null` where the system does not tell it. */
  memory(): number | null {
    try {
      const status = readFileSync(`/proc/${this.#server.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await ended;
    this.#connection.dispose();
  }

  #diagnosticsArrived(): () => Promise<unknown> {
    if (this.#delivery === 'pull') {
      return () => this.#pull();
    }
    const wanted = this.#version;
    const pushed = new Promise<void>((resolve) => {
      this.#onDiagnostics = (version) => {
        if (version === wanted) resolve();
      };
    });
    return () => pushed;
  }

  /** As editors do: the id of the last answer comes along, so that a server may say that nothing changed. */
  async #pull(): Promise<void> {
    const { resultId } = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.#language.uri },
      ...(this.#resultId !== undefined && { previousResultId: this.#resultId }),
    });
    this.#resultId = resultId;
  }
}
