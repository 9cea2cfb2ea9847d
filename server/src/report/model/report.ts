/** A report as it was read, and what came of checking it. */
import type { StatutoryForm } from '../form/formModel.ts';
import type { Line } from '../text/lines.ts';
import type { SourceText } from '../text/text.ts';
import type { BalanceFault } from './balance.ts';
import type { Equation, Table } from './boundTable.ts';
import type { Finding, Severity } from './finding.ts';
import type { Neighbours, ReportLookup } from './others.ts';
import type { OtherForm, Period, Section, Title } from './outlineParts.ts';

import type { ProseParagraph } from './prose.ts';
import type { Verdict } from './proseClaim.ts';
import type { Shown } from './shown.ts';

/** What rules look at. */
export interface Report {
  readonly source: SourceText;
  /** What words are looked for in. */
  readonly shown: Shown;
  readonly lines: readonly Line[];
  readonly title: Title | null;
  readonly period: Period | undefined;
  readonly form: StatutoryForm;
  /** The forms of this kind of report, newest first. */
  readonly forms: readonly StatutoryForm[];
  /** Whether the text is too large to be a report: nothing of it was read but the title, and nothing is judged. */
  readonly isTooLarge: boolean;
  /** Where it is on none of these, and not judged. */
  readonly otherForm: OtherForm | null;
  /** Whether headers told the form; otherwise it was taken from the year. */
  readonly isFormRecognized: boolean;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  /** Those in which a row, a column, a label or a number is not as the form has it. */
  readonly flawedTables: readonly Table[];
  readonly equations: readonly Equation[];
  readonly faults: readonly BalanceFault[];
  /** The prose outside headings and tables. */
  readonly prose: readonly ProseParagraph[];
  /** What the prose says of the numbers, and where that is wrong. */
  readonly narrative: Verdict;
  /** Where the first section or table begins. */
  readonly preambleEnd: number;
  /** What is known of other reports. */
  readonly neighbours: Neighbours;
}

export interface ReportAnalysis extends Report {
  /** Whether this text is such a report at all; if not there are no findings. */
  readonly isReport: boolean;
  readonly issuer: string | null;
  readonly year: number | null;
  /** In order of their place. */
  readonly findings: readonly Finding[];
}

export interface AnalysisOptions {
  /** Severity by rule id; `off` silences a rule. Rules not named keep their default. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Checks the text as a report even if it does not look like one: somebody said that it is. */
  readonly assumeReport?: boolean;
  /** The forms a text can be on, newest first; by default those of `form/index.ts`. */
  readonly forms?: readonly StatutoryForm[];
  /** What is known of other reports; rules that need them are silent without. */
  readonly reports?: ReportLookup;
}
