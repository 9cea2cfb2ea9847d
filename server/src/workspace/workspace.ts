/** Open documents and what is known of them. The only state of the server. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../report/analyze.ts';
import type { AnalysisOptions, ReportAnalysis } from '../report/model.ts';
import { isDeclaredReport } from './recognition.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** A document as it was at one version, understood. */
export interface OpenReport {
  readonly uri: string;
  readonly version: number;
  readonly analysis: ReportAnalysis;
  readonly options: AnalysisOptions;
  readonly validate: boolean;
  /** Names this analysis among all that this server makes. */
  readonly id: string;
}

/** The documents the client has open; a map is enough. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
}

interface Entry {
  readonly settings: Settings;
  readonly report: OpenReport;
}

export class Workspace {
  readonly #documents: OpenDocuments;
  readonly #settings: SettingsStore;
  readonly #analysed = new Map<string, Entry>();
  /** Ids of an earlier life of the server mean nothing to this one. */
  readonly #life = Date.now().toString(36);
  #count = 0;

  constructor(documents: OpenDocuments, settings: SettingsStore) {
    this.#documents = documents;
    this.#settings = settings;
  }

  /** The newest version of a document, analysed once; `undefined` if it is not open. */
  open(uri: string): OpenReport | undefined | Promise<OpenReport | undefined> {
    if (!this.#documents.get(uri)) return undefined;
    const settings = this.#settings.of(uri);
    // The document may have changed or gone while the client was asked: look it up again.
    return settings instanceof Promise
      ? settings.then((known) => this.#analyse(uri, known))
      : this.#analyse(uri, settings);
  }

  close(uri: string): void {
    this.#analysed.delete(uri);
    this.#settings.forget(uri);
  }

  #analyse(uri: string, settings: Settings): OpenReport | undefined {
    const document = this.#documents.get(uri);
    if (!document) return undefined;
    const known = this.#analysed.get(uri);
    if (known && known.report.version === document.version && known.settings === settings)
      return known.report;
    const options = { rules: settings.rules, assumeReport: isDeclaredReport(uri, document.languageId) };
    const previous = known?.report.analysis;
    const report: OpenReport = {
      uri,
      version: document.version,
      analysis: analyze(document.getText(), { ...options, previous }),
      options,
      validate: settings.validate,
      id: `${this.#life}.${++this.#count}`,
    };
    this.#analysed.set(uri, { settings, report });
    return report;
  }
}
