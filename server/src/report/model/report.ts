/** A report as it was read, before it is checked: what rules look at. */
import type { Neighbours } from '../others/lookup.ts';
import type { Period } from '../outline/period.ts';
import type { ReadParagraph, Verdict } from '../prose/narrative.ts';
import type { Passages } from '../tables/binding/passages.ts';
import type { BalanceFault } from '../tables/repair/localize.ts';
import type { Line } from '../text/lines.ts';
import type { SourceText } from '../text/text.ts';
import type { Equation, Section, StatutoryForm, Table, Title } from './index.ts';

export interface Report {
  readonly source: SourceText;
  /** The source with the radicals of a PDF's text layer as characters: what words are looked for in. */
  readonly unified: string;
  readonly lines: readonly Line[];
  readonly title: Title | null;
  readonly period: Period | undefined;
  readonly form: StatutoryForm;
  /** The forms of this kind of report, newest first. */
  readonly forms: readonly StatutoryForm[];
  /** Whether headers told the form; otherwise it was taken from the year. */
  readonly isFormRecognized: boolean;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  /** Those in which a row, a column, a label or a number is not as the form has it. */
  readonly flawedTables: readonly Table[];
  readonly passages: Passages['passages'];
  readonly paragraphs: readonly ReadParagraph[];
  readonly equations: readonly Equation[];
  readonly faults: readonly BalanceFault[];
  /** What the prose says of the numbers, and where that is wrong. */
  readonly narrative: Verdict;
  /** Where the first section or table begins. */
  readonly preambleEnd: number;
  /** What is known of other reports. */
  readonly neighbours: Neighbours;
}
