/** The user's settings, per resource: asked for once, kept until they change. Nothing of it is global. */
import type { Severity } from '../report/model/index.ts';

/** What the server reads of the section `disclosureReport`. */
export interface Settings {
  readonly validate: boolean;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** Asks the client for the section as it applies to one document. */
export type AskForSettings = (uri: string) => Promise<unknown>;

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Settings by document, asked for when they are first needed. */
export class SettingsStore {
  readonly #ask: AskForSettings | undefined;
  readonly #known = new Map<string, Settings>();
  readonly #pending = new Map<string, Promise<Settings>>();
  #shared: Settings;

  /**
   * @param ask how to ask the client; `undefined` where it cannot be asked
   * @param shared settings for every document of a client that cannot be asked
   */
  constructor(ask: AskForSettings | undefined, shared: unknown) {
    this.#ask = ask;
    this.#shared = settingsFrom(shared);
  }

  /** A document's settings, at once where they are known: a keystroke must not wait for a promise. */
  of(uri: string): Settings | Promise<Settings> {
    if (!this.#ask) return this.#shared;
    return this.#known.get(uri) ?? this.#pending.get(uri) ?? this.#request(uri, this.#ask);
  }

  /** Settings changed: the client is asked again, or `shared` holds where it cannot be asked. */
  invalidate(shared: unknown): void {
    this.#known.clear();
    this.#pending.clear();
    if (!this.#ask) this.#shared = settingsFrom(shared);
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#pending.delete(uri);
  }

  #request(uri: string, ask: AskForSettings): Promise<Settings> {
    const request: Promise<Settings> = ask(uri)
      .then(settingsFrom, () => settingsFrom(undefined))
      .then((settings) => {
        // An answer to a question asked before the settings changed is stale: take that of the newer question.
        if (this.#pending.get(uri) !== request) return this.#newerThan(uri, settings);
        this.#pending.delete(uri);
        this.#known.set(uri, settings);
        return settings;
      });
    this.#pending.set(uri, request);
    return request;
  }

  #newerThan(uri: string, stale: Settings): Settings | Promise<Settings> {
    return this.#known.get(uri) ?? this.#pending.get(uri) ?? stale;
  }
}

/** Settings from whatever a client sends; what is not understood keeps its default. */
function settingsFrom(value: unknown): Settings {
  const section = isRecord(value) ? (isRecord(value.disclosureReport) ? value.disclosureReport : value) : {};
  return {
    validate: section.validate !== 'off',
    rules: readRules(section.rules),
  };
}

function readRules(value: unknown): Settings['rules'] {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).filter(([, severity]) => severities.has(severity));
  return Object.fromEntries(entries) as Settings['rules'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
