/**
 * Findings of reports that were checked without being open in a tab.
 *
 * The language client drops a document's diagnostics with its last tab. Those of a check of the whole workspace
 * have to stay in the Problems panel, so they live here, and are renewed when the file, its document, the
 * settings or other reports change. While a report is open in a tab its findings are the client's alone.
 */
import {
  type CancellationToken,
  type Diagnostic,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest } from 'vscode-languageclient';
import { shownAs } from './documents/documentUri.ts';
import { isReport, switchLanguage } from './documents.ts';
import type { ReportServer } from './reportServer.ts';
import { candidates } from './workspaceFiles.ts';

/** Checks files on request and keeps what was found up to date. */
export class BackgroundFindings implements Disposable {
  readonly #server: ReportServer;
  readonly #kept = languages.createDiagnosticCollection('disclosure-report.background');
  readonly #checked = new Map<string, Uri>();
  readonly #listeners: Disposable[];
  #watching = false;

  constructor(server: ReportServer) {
    this.#server = server;
    this.#listeners = [
      this.#kept,
      server.onDidPull((uri) => this.#kept.delete(uri)),
      server.onDidStart((client) => {
        client.visibleDocuments.onClose((closed) => this.#renew(closed));
        // Other reports have changed: last year's, or those that one is the sum of.
        client.onNotification('disclosureReport/findingsChanged', ({ uris }: { uris: string[] }) => {
          this.#renew(uris.map((uri) => Uri.parse(uri)));
        });
      }),
    ];
  }

  /**
   * Checks one file and keeps what was found until its document is opened in a tab.
   *
   * @returns the findings, or `undefined` if the file is no report after all
   */
  async check(uri: Uri, token?: CancellationToken): Promise<readonly Diagnostic[] | undefined> {
    const client = await this.#server.start();
    const document = await workspace.openTextDocument(uri);
    await switchLanguage(document);
    if (!isReport(document)) return undefined;
    const findings = await requestFindings(client, document, token);
    this.#checked.set(uri.toString(), uri);
    this.#watch();
    if (!client.visibleDocuments.isVisible(uri)) this.#kept.set(uri, findings);
    return findings;
  }

  /** Gives up everything kept, before a new check of the workspace. */
  clear(): void {
    this.#checked.clear();
    this.#kept.clear();
  }

  dispose(): void {
    Disposable.from(...this.#listeners).dispose();
  }

  #renew(uris: Iterable<Uri>): void {
    for (const uri of uris) {
      if (!this.#checked.has(uri.toString())) continue;
      // A file that cannot be read any more has no findings.
      this.check(uri).catch(() => this.#forget(uri));
    }
  }

  #forget(uri: Uri): void {
    this.#checked.delete(uri.toString());
    this.#kept.delete(uri);
  }

  /** Nothing is watched before there is something to keep. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const files = workspace.createFileSystemWatcher(candidates, true);
    this.#listeners.push(
      files,
      files.onDidChange((uri) => this.#renew([shownAs(uri)])),
      files.onDidDelete((uri) => this.#forget(shownAs(uri))),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#kept.has(document.uri)) this.#renew([document.uri]);
      }),
      workspace.onDidChangeConfiguration((event) => {
        const affected = [...this.#checked.values()].filter((uri) =>
          event.affectsConfiguration('disclosureReport', uri),
        );
        this.#renew(affected);
      }),
    );
  }
}

async function requestFindings(
  client: BaseLanguageClient,
  document: TextDocument,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, token);
  return report.kind === 'full' ? client.protocol2CodeConverter.asDiagnostics(report.items, token) : [];
}
