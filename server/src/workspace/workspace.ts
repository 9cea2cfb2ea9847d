/** Open documents and what is known of them. The only state of the server. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AccountItem } from '../formats/model.ts';
import { analyze, type ReusableAnalysis } from '../report/analyze.ts';
import type { AnalysisOptions, ReportAnalysis } from '../report/model/index.ts';
import { factsOf } from '../report/others/facts.ts';
import { isDeclaredReport } from './recognition.ts';
import { DOCUMENT_SCHEME } from './reports/documentUri.ts';
import { RememberedLookup, type ReportIndex } from './reports/reportIndex.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** A document as it was at one version, understood. */
export interface OpenReport {
  readonly uri: string;
  readonly version: number;
  readonly analysis: ReusableAnalysis;
  readonly options: AnalysisOptions;
  readonly validate: boolean;
  /** Of a document that is no text: what was read of it and what was not. */
  readonly account: readonly AccountItem[];
  /** Names this analysis among all that this server makes. */
  readonly id: string;
}

/** The documents the client has open; a map is enough. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  keys(): Iterable<string>;
}

interface Analysed {
  readonly settings: Settings;
  readonly report: OpenReport;
  readonly reports: RememberedLookup;
}

/** The workspace's folders, and the way to tell where a document is. */
export interface Places {
  /** The folders' URIs. */
  readonly folders: readonly string[];
  readonly locate: (uri: string) => string;
}

/** Schemes of documents that are files or may become some; others show what a file was, or is elsewhere. */
const schemes: ReadonlySet<string> = new Set(['file', 'untitled', DOCUMENT_SCHEME]);

/** Analyses open documents, each version once, and keeps what was last found. */
export class Workspace {
  readonly #documents: OpenDocuments;
  readonly #settings: SettingsStore;
  readonly #reportIndex: ReportIndex;
  readonly #locate: (uri: string) => string;
  readonly #schemes: ReadonlySet<string>;
  readonly #analysed = new Map<string, Analysed>();
  /** Where the open documents are. */
  readonly #locations = new Map<string, string>();
  /** Documents that changed since they were analysed. */
  readonly #changed = new Set<string>();
  /** Documents that were analysed anew because of other reports, for whatever request; the client has to hear of it. */
  readonly #renewed = new Set<string>();
  /** Newest analyses that the index does not have yet: a request that does not need them is answered first. */
  readonly #untold = new Map<string, ReportAnalysis>();
  /** What documents that are closed now had asked of other reports. */
  readonly #closed = new Map<string, RememberedLookup>();
  /** By the URI of the text that is shown of a document. */
  readonly #accounts = new Map<string, readonly AccountItem[]>();
  /** Ids of an earlier life of the server mean nothing to this one. */
  readonly #life = Date.now().toString(36);
  #count = 0;

  /**
   * @param reportIndex what is known of all reports; open documents tell it what they say
   */
  constructor(
    documents: OpenDocuments,
    settings: SettingsStore,
    reportIndex: ReportIndex,
    { folders, locate }: Places,
  ) {
    this.#documents = documents;
    this.#settings = settings;
    this.#reportIndex = reportIndex;
    this.#locate = locate;
    this.#schemes = new Set([...schemes, ...folders.map(schemeOf)]);
  }

  /** The newest version of a document, analysed once; `undefined` if it is not open. */
  open(uri: string): OpenReport | undefined | Promise<OpenReport | undefined> {
    if (!this.#documents.get(uri)) return undefined;
    for (const other of this.#changed) if (other !== uri) this.#hear(other);
    this.#tell(uri);
    const settings = this.#settings.of(uri);
    // The document may have changed or gone while the client was asked: look it up again.
    return settings instanceof Promise
      ? settings.then((known) => this.#analyse(uri, known))
      : this.#analyse(uri, settings);
  }

  /** A document that is no text was read, for a text that is or will be open. */
  setAccount(uri: string, account: readonly AccountItem[]): void {
    this.#accounts.set(uri, account);
  }

  /** A document was opened or changed. */
  touch(uri: string): void {
    this.#changed.add(uri);
    this.#closed.delete(uri);
  }

  close(uri: string): void {
    const entry = this.#analysed.get(uri);
    if (entry) this.#closed.set(uri, entry.reports);
    this.#analysed.delete(uri);
    this.#changed.delete(uri);
    this.#renewed.delete(uri);
    this.#untold.delete(uri);
    this.#locations.delete(uri);
    this.#settings.forget(uri);
  }

  /** Whether the document at a location is open. */
  isOpen(location: string): boolean {
    return [...this.#documents.keys()].some((uri) => this.#isOwn(uri) && this.#locationOf(uri) === location);
  }

  /** Hears what every changed document says now, and gives those whose findings other reports have changed. */
  async renewStale(): Promise<readonly string[]> {
    await Promise.all([...this.#changed].map((uri) => this.open(uri)));
    this.#tell();
    const stale = [...this.#analysed].filter(
      ([uri, { reports }]) => this.#renewed.has(uri) || !reports.isCurrent,
    );
    const uris = stale.map(([uri]) => uri);
    await Promise.all(uris.map((uri) => this.open(uri)));
    for (const uri of uris) this.#renewed.delete(uri);
    return uris;
  }

  /** The closed documents whose last findings other reports have changed; each is named once. */
  outdated(): readonly string[] {
    const uris = [...this.#closed].flatMap(([uri, reports]) => (reports.isCurrent ? [] : [uri]));
    for (const uri of uris) this.#closed.delete(uri);
    return uris;
  }

  /** Lets the index know what a changed document says, if that can be told at once. */
  #hear(uri: string): void {
    const settings = this.#settings.of(uri);
    if (!(settings instanceof Promise)) this.#analyse(uri, settings);
  }

  #analyse(uri: string, settings: Settings): OpenReport | undefined {
    const document = this.#documents.get(uri);
    const hasChanged = this.#changed.delete(uri);
    if (!document) return undefined;
    const known = this.#analysed.get(uri);
    const isSame = !hasChanged && known?.settings === settings;
    if (isSame && known.reports.isCurrent) return known.report;
    if (isSame) this.#renewed.add(uri);
    const reports = new RememberedLookup(this.#reportIndex, this.#locationOf(uri));
    const assumeReport = isDeclaredReport(uri, document.languageId);
    const options = { rules: settings.rules, assumeReport, reports };
    const previous = known?.report.analysis;
    const report: OpenReport = {
      uri,
      version: document.version,
      analysis: analyze(document.getText(), { ...options, previous }),
      options,
      validate: settings.validate,
      account: this.#accounts.get(uri) ?? [],
      id: `${this.#life}.${++this.#count}`,
    };
    this.#analysed.set(uri, { settings, report, reports });
    if (!isSame && this.#isOwn(uri)) this.#untold.set(uri, report.analysis);
    return report;
  }

  /** Tells the index what documents say now, all but one: nothing that is asked for it depends on itself. */
  #tell(except?: string): void {
    for (const [uri, analysis] of this.#untold) {
      if (uri === except) continue;
      this.#untold.delete(uri);
      this.#reportIndex.set(this.#locationOf(uri), factsOf(analysis, uri));
    }
  }

  /** Asked of the disk once: a keystroke must not wait for it. */
  #locationOf(uri: string): string {
    const location = this.#locations.get(uri) ?? this.#locate(uri);
    this.#locations.set(uri, location);
    return location;
  }

  #isOwn(uri: string): boolean {
    return this.#schemes.has(schemeOf(uri));
  }
}

function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}
