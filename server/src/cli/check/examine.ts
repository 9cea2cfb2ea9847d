/** Checks one file, from its bytes to the pieces of output. */

import type { Candidate, Failure } from '../../files/collect.ts';
import { failureMessage } from '../../files/failure.ts';
import { refuseOpenElsewhere } from '../../files/officeLock.ts';
import { locationOf } from '../../files/paths.ts';
import { type Document, damageOf, readBytes, readDocument } from '../../files/readDocument.ts';
import { replaceFile } from '../../files/replaceFile.ts';
import { analyze } from '../../report/analyze.ts';
import type { ReportAnalysis, ReportLookup } from '../../report/model/index.ts';
import { factsOf } from '../../report/others/facts.ts';
import { noReports } from '../../report/others/lookup.ts';
import { RememberedLookup, type ReportIndex } from '../../workspace/reports/reportIndex.ts';
import type { CheckedReport } from './checkedReport.ts';
import type { RuleSeverities } from './config.ts';
import { mend } from './mend.ts';
import { type CheckOptions, failsOn } from './options.ts';
import { reporters } from './reporters/index.ts';
import type { Reporter, ReporterSettings } from './reporters/reporter.ts';
import { EMPTY_TALLY, type Tally, tallyOf } from './tally.ts';

/** All that decides what comes of a file. */
export interface Task {
  readonly options: Pick<CheckOptions, 'format' | 'failOn' | 'fix'>;
  readonly rules: RuleSeverities;
  readonly settings: ReporterSettings;
}

/** The outcome of checking a file. */
export interface Outcome {
  readonly pieces: readonly string[];
  readonly tally: Tally;
  /** Whether a finding is grave enough for the run to fail. */
  readonly isFailing: boolean;
  readonly failure: Failure | null;
  /** Whether what other reports said while it was checked is still what they say. */
  isCurrent(): boolean;
}

const NOTHING: Outcome = {
  pieces: [],
  tally: EMPTY_TALLY,
  isFailing: false,
  failure: null,
  isCurrent: () => true,
};

/** An outcome of which only some is known: no findings, no failure. */
export function outcomeOf(known: Partial<Outcome>): Outcome {
  return { ...NOTHING, ...known };
}

/** A report, and what could not be written of its fixes. */
type MendedReport = CheckedReport & { readonly trouble?: Failure };

/** Checks files, and fixes them where that is asked for. */
export class Examiner {
  readonly #task: Task;
  readonly reporter: Reporter;

  constructor(task: Task) {
    this.#task = task;
    this.reporter = reporters[task.options.format](task.settings);
  }

  /**
   * Reads and checks a file beside the others of an index, which then knows it as well; never throws.
   *
   * @param fixed how many fixes an earlier look at it has applied
   */
  async examine(candidate: Candidate, reportIndex: ReportIndex, fixed = 0): Promise<Outcome> {
    const reading = await readDocument(candidate);
    if (reading === null) return NOTHING;
    if ('failure' in reading) return outcomeOf({ failure: reading.failure });
    const location = locationOf(candidate.path);
    const reports = new RememberedLookup(reportIndex, location);
    const outcome = await this.#examineDocument(reading.document, reports, fixed, (analysis) =>
      reportIndex.set(location, factsOf(analysis, candidate.shown)),
    );
    return { ...outcome, isCurrent: () => reports.isCurrent };
  }

  /** Checks a document whose bytes come from elsewhere, and which has no other beside it. */
  async examineInput(name: string, read: () => Promise<Buffer>): Promise<Outcome> {
    try {
      const reading = await readBytes(await read(), { shown: name, path: name, isCertain: true });
      if (reading === null) return NOTHING;
      if ('failure' in reading) return outcomeOf({ failure: reading.failure });
      return await this.#examineDocument(reading.document, noReports, 0);
    } catch (error) {
      return outcomeOf({ failure: { shown: name, reason: failureMessage(error) } });
    }
  }

  async #examineDocument(
    document: Document,
    reports: ReportLookup,
    fixed: number,
    tell: (analysis: ReportAnalysis) => void = () => {},
  ): Promise<Outcome> {
    try {
      const damage = damageOf(document);
      const mends = this.#task.options.fix === true && damage === null;
      const checked = mends ? await this.#mend(document, reports) : this.#check(document, reports);
      tell(checked.analysis);
      const trouble = checked.analysis.isReport && damage ? { trouble: damage } : {};
      return this.#report({ ...checked, ...trouble, fixed: checked.fixed + fixed });
    } catch (error) {
      return outcomeOf({ failure: { shown: document.shown, reason: failureMessage(error) } });
    }
  }

  #report(checked: MendedReport): Outcome {
    const failure = checked.trouble ?? null;
    if (!checked.analysis.isReport) return outcomeOf({ failure });
    const { failOn } = this.#task.options;
    return outcomeOf({
      pieces: this.reporter.render(checked),
      tally: tallyOf(checked),
      isFailing: checked.analysis.findings.some(({ severity }) => failsOn(severity, failOn)),
      failure,
    });
  }

  #analyze({ isCertain }: Document, text: string, reports: ReportLookup): ReportAnalysis {
    return analyze(text, { rules: this.#task.rules, assumeReport: isCertain, reports });
  }

  #check(document: Document, reports: ReportLookup): CheckedReport {
    const analysis = this.#analyze(document, document.text, reports);
    return { file: document.shown, analysis, fixed: 0, placeOf: document.opened?.placeOf };
  }

  /** Fixes a file in place; one that cannot be written is reported as it stands. */
  async #mend(document: Document, reports: ReportLookup): Promise<MendedReport> {
    const { path, shown } = document;
    const analyzeText = (text: string): ReportAnalysis => this.#analyze(document, text, reports);
    try {
      const { bytes, trouble, ...mended } = await mend(document, analyzeText);
      if (bytes && document.opened) refuseOpenElsewhere(path);
      if (bytes) replaceFile(path, bytes);
      const reason = trouble && { trouble: { shown, reason: trouble } };
      return { file: shown, ...mended, ...reason };
    } catch (error) {
      return { ...this.#check(document, reports), trouble: { shown, reason: failureMessage(error) } };
    }
  }
}
