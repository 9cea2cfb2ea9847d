/**
 * Reads the reports of the workspace's folders in the background and keeps the library up to date with them. Of a text
 * only its facts stay. A document that is open wins over its file.
 */

import { analyze } from '../../report/analyze.ts';
import type { ReportFacts } from '../../report/model/index.ts';
import { factsOf } from '../../report/others/facts.ts';
import { PLAN_NAME, type Plan, type PlanProblem, readPlan } from '../../report/others/plan/plan.ts';
import { ruleIds } from '../../report/rules/index.ts';
import { SourceText } from '../../report/text/text.ts';
import { isDeclaredReport } from '../recognition.ts';
import type { Library } from './library.ts';
import { locationOfUri, type ReportFiles } from './reportFiles.ts';

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

/** Keeps a library up to date with the files of folders. */
export class Gatherer {
  readonly #library: Library;
  readonly #files: readonly ReportFiles[];
  readonly #isOpen: (location: string) => boolean;
  readonly #onChange: () => void;
  /** The folders by location, which ends in `/`. */
  readonly #folders = new Set<string>();
  readonly #plans = new Map<string, KnownPlan>();
  /** How often each file was asked for: only the answer to the last question counts. */
  readonly #asked = new Map<string, number>();
  /** Folders that are being read. */
  #unfinished = 0;

  /**
   * @param isOpen whether the document at a location is open in the editor
   * @param onChange called when something else is known than before, not while folders are being read
   */
  constructor(
    library: Library,
    files: readonly ReportFiles[],
    isOpen: (location: string) => boolean,
    onChange: () => void,
  ) {
    this.#library = library;
    this.#files = files;
    this.#isOpen = isOpen;
    this.#onChange = onChange;
  }

  /** Whether everything has been read once. */
  get isComplete(): boolean {
    return this.#unfinished === 0;
  }

  /** Reads a folder. Plans count when all of it is read: half of a sum is no sum. */
  async addFolder(uri: string): Promise<void> {
    const files = this.#filesFor(uri);
    if (!files) return;
    const folder = `${locationOfUri(uri).replace(/\/$/, '')}/`;
    this.#folders.add(folder);
    this.#unfinished++;
    try {
      const found = await files.find(uri);
      const [plans, reports] = [true, false].map((wanted) => found.filter((file) => isPlan(file) === wanted));
      await this.#readAll(reports!);
      await this.#readAll(plans!);
    } catch {
      // A folder that cannot be read has no reports.
    } finally {
      this.#unfinished--;
    }
    if (this.#folders.has(folder)) this.#onChange();
    else this.removeFolder(uri);
  }

  removeFolder(uri: string): void {
    const folder = `${locationOfUri(uri).replace(/\/$/, '')}/`;
    this.#folders.delete(folder);
    this.#forget((location) => location.startsWith(folder) && !this.#isInFolder(location));
    this.#onChange();
  }

  /** Files changed, appeared or went. */
  async refresh(uris: readonly string[]): Promise<void> {
    const wanted = uris.filter((uri) => isWanted(uri) && this.#isInFolder(locationOfUri(uri)));
    if (wanted.length === 0) return;
    await this.#readAll(wanted);
    this.#onChange();
  }

  /** Files went, or folders with all that was in them: of those nothing else is told. */
  async remove(uris: readonly string[]): Promise<void> {
    const folders = uris.filter((uri) => !isWanted(uri)).map((uri) => `${locationOfUri(uri)}/`);
    if (
      folders.length > 0 &&
      this.#forget((location) => folders.some((folder) => location.startsWith(folder)))
    )
      this.#onChange();
    await this.refresh(uris);
  }

  /** A document was closed: what its file says counts again. */
  async release(uri: string): Promise<void> {
    const location = locationOfUri(uri);
    if (this.#isInFolder(location)) await this.#read(uri);
    else this.#library.set(location, null);
    this.#onChange();
  }

  /** What is wrong with the plans; nothing is before everything has been read. */
  planStates(): PlanState[] {
    if (!this.isComplete) return [];
    return [...this.#plans].map(([location, { uri, source, plan, problems }]) => ({
      uri,
      source,
      textProblems: problems,
      reportProblems: this.#library.problemsOf(location, plan),
    }));
  }

  /** Forgets reports that are not open, and plans; tells whether there were any. */
  #forget(isGone: (location: string) => boolean): boolean {
    const reports = [...this.#library.locations()]
      .filter(isGone)
      .filter((location) => !this.#isOpen(location));
    const plans = [...this.#plans.keys()].filter(isGone);
    for (const location of reports) this.#library.set(location, null);
    for (const location of plans) this.#setPlan(location, null);
    return reports.length + plans.length > 0;
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    const queue = uris.values();
    const worker = async (): Promise<void> => {
      for (const uri of queue) await this.#read(uri);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #read(uri: string): Promise<void> {
    const location = locationOfUri(uri);
    if (!isPlan(uri) && this.#isOpen(location)) return;
    const ticket = (this.#asked.get(location) ?? 0) + 1;
    this.#asked.set(location, ticket);
    const text = (await this.#filesFor(uri)?.read(uri)) ?? null;
    if (this.#asked.get(location) !== ticket) return;
    this.#asked.delete(location);
    if (isPlan(uri)) this.#setPlan(location, text === null ? null : { uri, text });
    else if (!this.#isOpen(location)) this.#library.set(location, text === null ? null : factsIn(text, uri));
  }

  #setPlan(location: string, file: { readonly uri: string; readonly text: string } | null): void {
    const read = file && readPlan(file.text);
    this.#library.setPlan(location, read?.plan ?? null);
    if (file && read)
      this.#plans.set(location, { uri: file.uri, source: new SourceText(file.text), ...read });
    else this.#plans.delete(location);
  }

  #filesFor(uri: string): ReportFiles | undefined {
    return this.#files.find((files) => files.serves(uri));
  }

  #isInFolder(location: string): boolean {
    return [...this.#folders].some((folder) => location.startsWith(folder));
  }
}

/** Whether a file may be a report, or is a plan. */
function isWanted(uri: string): boolean {
  return /\.(?:txt|md)$/i.test(uri) || isPlan(uri);
}

function isPlan(uri: string): boolean {
  return uri.endsWith(`/${PLAN_NAME}`);
}

function factsIn(text: string, uri: string): ReportFacts | null {
  return factsOf(analyze(text, { rules: NO_RULES, assumeReport: isDeclaredReport(uri, '') }), uri);
}
