/**
 * Reads the reports of the workspace's folders in the background and keeps the index up to date with them. Of a text
 * only its facts stay. A document that is open wins over its file.
 */

import { analyze } from '../../report/analyze.ts';
import type { ReportFacts } from '../../report/model/index.ts';
import { factsOf } from '../../report/others/facts.ts';
import { PLAN_NAME, type Plan, type PlanProblem, readPlan } from '../../report/others/plan/plan.ts';
import { ruleIds } from '../../report/rules/index.ts';
import { SourceText } from '../../report/text/text.ts';
import { hasReportName, isDeclaredReport } from '../recognition.ts';
import { documentOf, isDocument, unescaped } from './documentUri.ts';
import { locatorOf, type ReportFiles } from './reportFiles.ts';
import type { ReportIndex } from './reportIndex.ts';

/** Files are read side by side, but not so many that anything else has to wait. */
const AT_ONCE = 4;

/** Facts need no findings. */
const NO_RULES = Object.fromEntries([...ruleIds].map((id) => [id, 'off' as const]));

/** A `disclosure-report.json` and what is wrong with it. */
export interface PlanState {
  readonly uri: string;
  readonly source: SourceText;
  /** What is wrong with its text. */
  readonly textProblems: readonly PlanProblem[];
  /** What it says of reports that nobody has. */
  readonly reportProblems: readonly PlanProblem[];
}

interface KnownPlan {
  readonly uri: string;
  readonly source: SourceText;
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
}

/** Keeps an index up to date with the files of folders. */
export class Gatherer {
  readonly #reportIndex: ReportIndex;
  readonly #files: readonly ReportFiles[];
  readonly #isOpen: (location: string) => boolean;
  readonly #onChange: () => void;
  readonly #locate: (uri: string) => string;
  /** The URIs of the folders by location, which ends in `/`. */
  readonly #folders = new Map<string, string>();
  readonly #plans = new Map<string, KnownPlan>();
  /** How often each file was asked for: only the answer to the last question counts. */
  readonly #asked = new Map<string, number>();
  /** Folders that are being read. */
  #unfinished = 0;
  /** Those who wait until everything has been read. */
  readonly #awaiting: (() => void)[] = [];
  /** The end of what the client told last. */
  #turn = Promise.resolve();

  /**
   * @param isOpen whether the document at a location is open in the editor
   * @param onChange called when something else is known than before, not while folders are being read
   */
  constructor(
    reportIndex: ReportIndex,
    files: readonly ReportFiles[],
    isOpen: (location: string) => boolean,
    onChange: () => void,
  ) {
    this.#reportIndex = reportIndex;
    this.#files = files;
    this.#locate = locatorOf(files);
    this.#isOpen = isOpen;
    this.#onChange = onChange;
  }

  /** Whether everything has been read once. */
  get isComplete(): boolean {
    return this.#unfinished === 0;
  }

  /** Resolves when everything has been read once. */
  async whenComplete(): Promise<void> {
    if (!this.isComplete) await new Promise<void>((resolve) => this.#awaiting.push(resolve));
  }

  /** Reads a folder. Plans count when all of it is read: half of a sum is no sum. */
  async addFolder(uri: string): Promise<void> {
    if (!this.#filesFor(uri)) return;
    const folder = this.#insideOf(uri);
    this.#folders.set(folder, uri);
    await this.#readFolder(uri, uri);
    if (this.#folders.has(folder)) this.#onChange();
    else this.removeFolder(uri);
  }

  removeFolder(uri: string): void {
    const folder = this.#insideOf(uri);
    this.#folders.delete(folder);
    this.#forget((location) => location.startsWith(folder) && !this.#rootOf(location));
    this.#onChange();
  }

  /** Files changed. */
  refresh(uris: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#refresh(uris));
  }

  /** Files appeared or went, or folders with all that is in them: of that a client tells nothing. */
  renew(uris: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const uri of new Set(uris)) await this.#renewFolder(uri);
      await this.#refresh(uris);
    });
  }

  /** A document was closed: what its file says counts again. */
  async release(uri: string): Promise<void> {
    const location = this.#locate(uri);
    if (this.#rootOf(location)) await this.#read(uri);
    else this.#reportIndex.set(location, null);
    this.#onChange();
  }

  /** What is wrong with the plans; nothing is before everything has been read. */
  planStates(): PlanState[] {
    if (!this.isComplete) return [];
    return [...this.#plans].map(([location, { uri, source, plan, problems }]) => ({
      uri,
      source,
      textProblems: problems,
      reportProblems: this.#reportIndex.problemsOf(location, plan),
    }));
  }

  /** Forgets reports that are not open, and plans; tells whether there were any. */
  #forget(isGone: (location: string) => boolean): boolean {
    const gone = [...this.#locations()].filter(isGone).filter((location) => !this.#isOpen(location));
    for (const location of gone) {
      if (this.#plans.has(location)) this.#setPlan(location, null);
      else this.#reportIndex.set(location, null);
    }
    return gone.length > 0;
  }

  /** What a client tells is looked into in the order it was told: a file may come, go and come again. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(task);
    // What went wrong with one is told to whoever asked for it, and does not hold up the others.
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #refresh(uris: readonly string[]): Promise<void> {
    const wanted = [...new Set(uris)].filter((uri) => isWanted(uri) && this.#rootOf(this.#locate(uri)));
    if (wanted.length === 0) return;
    await this.#readAll(wanted);
    this.#onChange();
  }

  /** Reads a folder as it is now, and forgets what was in it and is there no more. */
  async #renewFolder(uri: string): Promise<void> {
    const folder = this.#insideOf(uri);
    const root = this.#rootOf(folder);
    if (root === undefined) return;
    const found = await this.#readFolder(uri, root);
    // What cannot be read just now is not gone.
    if (found === null) return;
    const there = new Set(found.map((file) => this.#locate(file)));
    const hasForgotten = this.#forget((location) => location.startsWith(folder) && !there.has(location));
    if (hasForgotten || found.length > 0) this.#onChange();
  }

  /** Reads the reports of a folder, then its plans; gives the files that were there, `null` where it cannot be read. */
  async #readFolder(uri: string, root: string): Promise<readonly string[] | null> {
    this.#unfinished++;
    try {
      const found = (await this.#filesFor(uri)?.find(uri, root)) ?? [];
      await this.#readAll(found.filter((file) => !isPlan(file)));
      await this.#readAll(found.filter(isPlan));
      return found;
    } catch {
      return null;
    } finally {
      this.#unfinished--;
      if (this.isComplete) for (const tell of this.#awaiting.splice(0)) tell();
    }
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    const queue = uris.values();
    const worker = async (): Promise<void> => {
      for (const uri of queue) await this.#read(uri);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #read(shown: string): Promise<void> {
    const uri = documentOf(shown);
    const location = this.#locate(uri);
    if (!isPlan(uri) && this.#isOpen(location)) return;
    const ticket = (this.#asked.get(location) ?? 0) + 1;
    this.#asked.set(location, ticket);
    const text = (await this.#filesFor(uri)?.read(uri)) ?? null;
    if (this.#asked.get(location) !== ticket) return;
    this.#asked.delete(location);
    if (isPlan(uri)) this.#setPlan(location, text === null ? null : { uri, text });
    else if (!this.#isOpen(location))
      this.#reportIndex.set(location, text === null ? null : factsIn(text, uri));
  }

  #setPlan(location: string, file: { readonly uri: string; readonly text: string } | null): void {
    const read = file && readPlan(file.text);
    this.#reportIndex.setPlan(location, read?.plan ?? null);
    if (file && read)
      this.#plans.set(location, { uri: file.uri, source: new SourceText(file.text), ...read });
    else this.#plans.delete(location);
  }

  #filesFor(uri: string): ReportFiles | undefined {
    return this.#files.find((files) => files.serves(uri));
  }

  /** The reports and plans that are known. */
  *#locations(): Generator<string> {
    yield* this.#reportIndex.locations();
    yield* this.#plans.keys();
  }

  /** What the locations of all that is in a folder begin with. */
  #insideOf(folder: string): string {
    return `${this.#locate(folder).replace(/\/$/, '')}/`;
  }

  /** The URI of the workspace's folder that a location is in. */
  #rootOf(location: string): string | undefined {
    for (const [folder, uri] of this.#folders) if (location.startsWith(folder)) return uri;
    return undefined;
  }
}

/** Whether a file may be a report, or is a plan. */
function isWanted(uri: string): boolean {
  return /\.(?:txt|md)$/i.test(uri) || (isDocument(uri) && hasReportName(unescaped(uri))) || isPlan(uri);
}

function isPlan(uri: string): boolean {
  return uri.endsWith(`/${PLAN_NAME}`);
}

function factsIn(text: string, uri: string): ReportFacts | null {
  return factsOf(analyze(text, { rules: NO_RULES, assumeReport: isDeclaredReport(uri, '') }), uri);
}
