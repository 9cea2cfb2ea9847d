/** A small client over a real stdio connection. What the server says unasked has to be read, or the test fails. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

const server = fileURLToPath(new URL('../../server/src/entry/node.ts', import.meta.url));
const PATIENCE = 5000;

export interface Unasked {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sends; the test says what it expects
  readonly params: any;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** The one folder of the workspace; none if not given. */
  readonly folder?: string;
  /** Answers `workspace/configuration`; changed with `configure`. */
  readonly settings?: unknown;
}

/** The abilities of a modern editor; tests take some away. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Abilities of a client that has no more than it must. */
export const minimal: ClientCapabilities = {};

export class Client {
  readonly #process: ChildProcess;
  readonly #unasked: Unasked[] = [];
  readonly #waiting: ((message: Unasked) => void)[] = [];
  readonly connection: MessageConnection;
  settings: unknown;
  initialized!: InitializeResult;
  /** Methods that the server has registered for. */
  readonly registered: string[] = [];
  /** How often the server asked for settings. */
  settingsAsked = 0;

  private constructor(options: ClientOptions) {
    this.settings = options.settings ?? null;
    this.#process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.#process;
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout!),
      new StreamMessageWriter(stdin!),
    );
    this.#listen();
    this.connection.listen();
    // A server that dies leaves nobody waiting for its answers.
    this.#process.once('exit', () => this.connection.dispose());
  }

  /** Starts a server that does not outlive its test, however that ends. */
  static async start(test: TestContext, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    test.after(() => client.#process.kill());
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folder === undefined ? null : [{ uri: options.folder, name: 'reports' }],
      capabilities: options.capabilities ?? modern,
      locale: options.locale ?? 'zh-cn',
      initializationOptions: options.initializationOptions,
    };
    client.initialized = await client.connection.sendRequest('initialize', params);
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** The server's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'disclosure-report', version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next thing the server says unasked, which has to be of this method. */
  async expect(method: string): Promise<Unasked['params']> {
    const message = this.#unasked.shift() ?? (await this.#next(method));
    assert.equal(message.method, method);
    return message.params;
  }

  /** Reads away what has been said of a method that comes sooner or later, or not at all. */
  forget(method: string): void {
    this.#unasked.splice(0, Infinity, ...this.#unasked.filter((message) => message.method !== method));
  }

  /** Ends the server in good order and fails if something it said was not read. */
  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await ended;
    assert.deepEqual(this.#unasked, [], 'messages left unread');
    assert.equal(code, 0, 'exit code');
  }

  #next(method: string): Promise<Unasked> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} did not come`)), PATIENCE);
      this.#waiting.push((message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
  }

  #listen(): void {
    const hear = (method: string, params: unknown): null => {
      const waiting = this.#waiting.shift();
      if (waiting) waiting({ method, params });
      else this.#unasked.push({ method, params });
      return null;
    };
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      this.settingsAsked++;
      return items.map(() => this.settings);
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    this.connection.onRequest((method, params) => hear(method, params));
    this.connection.onNotification((method, params) => void hear(method, params));
  }
}
