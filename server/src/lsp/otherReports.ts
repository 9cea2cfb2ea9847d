/** Makes the workspace's other reports known to the open ones, and tells the client when findings change by that. */
import type { Connection, DidChangeWorkspaceFoldersParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { PLAN_NAME } from '../report/others/plan/plan.ts';
import type { ClientFacts } from '../workspace/clientFacts.ts';
import { Gatherer } from '../workspace/reports/gatherer.ts';
import type { ReportFiles } from '../workspace/reports/reportFiles.ts';
import type { ReportIndex } from '../workspace/reports/reportIndex.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { diagnosePlan } from './features/planDiagnostics.ts';
import type { Publisher } from './publisher.ts';

/** Told only to a client that keeps findings of documents that are not open; these are out of date. */
const FINDINGS_CHANGED = 'disclosureReport/findingsChanged';

const WATCHED = 'workspace/didChangeWatchedFiles';

/** LSP's numbers: a file changed; what of files is to be told. */
const CHANGED = 2;
const CREATE = 1;
const CHANGE = 2;
const DELETE = 4;

/** Changes that come close together are answered once, in milliseconds. */
const PAUSE = 30;

interface Surroundings {
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly reportIndex: ReportIndex;
  readonly publisher: Publisher | null;
  /** Where reports that are not open are read. */
  readonly files: readonly ReportFiles[];
}

/** Watches the workspace's folders and keeps the index of reports fresh. */
export class OtherReports {
  readonly #room: Surroundings;
  readonly #gatherer: Gatherer;
  /** What was last said of each plan, and the state of the index it was true of. */
  readonly #said = new Map<string, string>();
  #saidAt = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Surroundings) {
    const { connection, documents, reportIndex, workspace, files } = room;
    this.#room = room;
    this.#gatherer = new Gatherer(
      reportIndex,
      files,
      (location) => workspace.isOpen(location),
      () => this.#tellSoon(),
    );
    documents.onDidChangeContent(({ document }) => {
      workspace.touch(document.uri);
      this.#tellSoon();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const uris = (isChange: boolean): readonly string[] =>
        changes.filter(({ type }) => (type === CHANGED) === isChange).map(({ uri }) => uri);
      this.#log(this.#gatherer.renew(uris(false)));
      this.#log(this.#gatherer.refresh(uris(true)));
    });
    connection.workspace.onDidRenameFiles(({ files: renamed }) => {
      this.#log(this.#gatherer.renew(renamed.flatMap(({ oldUri, newUri }) => [oldUri, newUri])));
    });
    connection.onNotification(
      'workspace/didChangeWorkspaceFolders',
      ({ event }: DidChangeWorkspaceFoldersParams) => {
        for (const { uri } of event.removed) this.#gatherer.removeFolder(uri);
        for (const { uri } of event.added) this.#log(this.#gatherer.addFolder(uri));
      },
    );
  }

  /** Reads the workspace's folders in the background and watches them, where the client can. */
  start(): void {
    const { connection, client } = this.#room;
    for (const folder of client.folders) this.#log(this.#gatherer.addFolder(folder));
    if (!client.watchesFiles) return;
    const files = ['**/*.{txt,md,docx,docm,html,htm,pdf}', `**/${PLAN_NAME}`].map((globPattern) => ({
      globPattern,
      kind: CHANGE,
    }));
    // When a folder comes or goes the client tells of the folder only, not of the files in it.
    const watchers = [...files, { globPattern: '**/*', kind: CREATE + DELETE }];
    const registration = { id: WATCHED, method: WATCHED, registerOptions: { watchers } };
    void connection.sendRequest('client/registerCapability', { registrations: [registration] });
  }

  /** Resolves when all that is in the workspace's folders has been read once. */
  whenRead(): Promise<void> {
    return this.#gatherer.whenComplete();
  }

  /** A document was closed: its file counts again. */
  release(uri: string): void {
    this.#log(this.#gatherer.release(uri));
  }

  /** Work that nobody waits for: what goes wrong with it is the log's business. */
  #log(work: Promise<void>): void {
    work.catch((error) => this.#room.connection.console.error(String(error)));
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#log(this.#tell());
    }, PAUSE);
  }

  /** While folders are being read nothing is said: what is there of a sum is not the sum. */
  async #tell(): Promise<void> {
    if (!this.#gatherer.isComplete) return;
    const { connection, client, workspace, publisher } = this.#room;
    const stale = await workspace.renewStale();
    for (const uri of stale) publisher?.publish(uri);
    if (stale.length > 0 && client.pullsDiagnostics && client.refreshesDiagnostics)
      connection.languages.diagnostics.refresh().then(undefined, () => undefined);
    const uris = [...stale, ...workspace.outdated()];
    if (uris.length > 0 && client.keepsFindings) void connection.sendNotification(FINDINGS_CHANGED, { uris });
    this.#publishPlans();
  }

  /** A client pulls findings of open documents only: what is wrong with a plan is pushed, when it has changed. */
  #publishPlans(): void {
    const { connection, client, reportIndex } = this.#room;
    if (this.#saidAt === reportIndex.changes) return;
    this.#saidAt = reportIndex.changes;
    const states = this.#gatherer.planStates();
    const now = states.map((state) => diagnosePlan(state, client.locale));
    const gone = [...this.#said.keys()].filter((uri) => !now.some((each) => each.uri === uri));
    for (const params of [...now, ...gone.map((uri) => ({ uri, diagnostics: [] }))]) {
      const text = JSON.stringify(params.diagnostics);
      if ((this.#said.get(params.uri) ?? '[]') !== text) void connection.sendDiagnostics(params);
      if (text === '[]') this.#said.delete(params.uri);
      else this.#said.set(params.uri, text);
    }
  }
}
