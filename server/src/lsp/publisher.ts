/** Findings for clients that cannot pull them. */
import type { Connection } from 'vscode-languageserver';
import type { ClientFacts } from '../workspace/clientFacts.ts';
import type { OpenReport, Workspace } from '../workspace/workspace.ts';
import { toPublish } from './features/diagnostics.ts';

/** Pushes findings, once for each analysis. */
export class Publisher {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #client: ClientFacts;
  /** The analysis each document's findings were last published from. */
  readonly #published = new Map<string, string>();

  constructor(connection: Connection, workspace: Workspace, client: ClientFacts) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#client = client;
  }

  /** Publishes a document's findings, with the version they are true of. */
  publish(uri: string): void {
    try {
      const report = this.#workspace.open(uri);
      if (report instanceof Promise) report.then((late) => this.#send(late), this.#fail);
      else this.#send(report);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A closed document has no findings; of one that never was a report nothing was said. */
  clear(uri: string): void {
    if (this.#published.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #send(report: OpenReport | undefined): void {
    // Several changes may have waited for the same settings: the newest report is sent once.
    if (!report || this.#published.get(report.uri) === report.id) return;
    if (!report.analysis.isReport) {
      this.clear(report.uri);
      return;
    }
    this.#published.set(report.uri, report.id);
    void this.#connection.sendDiagnostics(toPublish({ report, client: this.#client }));
  }

  readonly #fail = (error: unknown): void => {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
}
