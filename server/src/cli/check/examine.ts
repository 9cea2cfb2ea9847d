/** Checks one file, from its bytes to the pieces of output. */
import { analyze } from '../../report/analyze.ts';
import { applySafeFixes } from '../../report/fixes.ts';
import type { ReportAnalysis } from '../../report/model.ts';
import type { Candidate, Failure } from '../files/collect.ts';
import { encode } from '../files/encoding.ts';
import { failureMessage } from '../files/failure.ts';
import { type Document, readDocument } from '../files/read.ts';
import { replaceFile } from '../files/write.ts';
import type { RuleSeverities } from './config.ts';
import { type CheckOptions, failsOn } from './options.ts';
import { reporters } from './reporters/index.ts';
import type { CheckedReport, Reporter, ReporterSettings } from './reporters/reporter.ts';
import { EMPTY_TALLY, type Tally, tallyOf } from './tally.ts';

/** All that decides what comes of a file. */
export interface Task {
  readonly options: Pick<CheckOptions, 'format' | 'failOn' | 'fix'>;
  readonly rules: RuleSeverities;
  readonly settings: ReporterSettings;
}

/** What came of a file. */
export interface Outcome {
  readonly pieces: readonly string[];
  readonly tally: Tally;
  /** Whether a finding is grave enough for the run to fail. */
  readonly isFailing: boolean;
  readonly failure: Failure | null;
}

const NOTHING: Outcome = { pieces: [], tally: EMPTY_TALLY, isFailing: false, failure: null };

export class Examiner {
  private readonly task: Task;
  readonly reporter: Reporter;

  constructor(task: Task) {
    this.task = task;
    this.reporter = reporters[task.options.format](task.settings);
  }

  /** Reads and checks a file, or a document whose bytes come from elsewhere; never throws. */
  examine(candidate: Candidate, read?: () => Buffer): Outcome {
    const reading = readDocument(candidate, read);
    if (reading === null) return NOTHING;
    if ('failure' in reading) return { ...NOTHING, failure: reading.failure };
    try {
      return this.report(this.task.options.fix ? this.mend(reading.document) : this.check(reading.document));
    } catch (error) {
      return { ...NOTHING, failure: { shown: candidate.shown, reason: failureMessage(error) } };
    }
  }

  private report(checked: CheckedReport & { readonly trouble?: Failure }): Outcome {
    const failure = checked.trouble ?? null;
    if (!checked.analysis.isReport) return { ...NOTHING, failure };
    const { failOn } = this.task.options;
    return {
      pieces: this.reporter.render(checked),
      tally: tallyOf(checked),
      isFailing: checked.analysis.findings.some(({ severity }) => failsOn(severity, failOn)),
      failure,
    };
  }

  private analyze({ isCertain }: Document, text: string): ReportAnalysis {
    return analyze(text, { rules: this.task.rules, assumeReport: isCertain });
  }

  private check(document: Document): CheckedReport {
    return { file: document.shown, analysis: this.analyze(document, document.content.text), fixed: 0 };
  }

  /** Fixes a file in place; one that cannot be written is reported as it stands. */
  private mend(document: Document): CheckedReport & { readonly trouble?: Failure } {
    const { content, shown } = document;
    const { text, analysis, count } = applySafeFixes(content.text, (current) =>
      this.analyze(document, current),
    );
    try {
      if (text !== content.text) replaceFile(document.path, encode(text, content));
      return { file: shown, analysis, fixed: count };
    } catch (error) {
      return { ...this.check(document), trouble: { shown, reason: failureMessage(error) } };
    }
  }
}
