/**
 * What a form's file says: the least that has to be written down. `build.ts` makes a `StatutoryForm` of it, numbers the
 * cells and expands the equations. What may be left out has the default that its comment names.
 */
import type { BalanceRuleId, NumberKind, StatementForm, YearRuleId } from './formModel.ts';

export interface FormDescription {
  /** Short and unique: the first report year. */
  readonly id: string;
  /** First and last report year, inclusive; `null` where it is still in force. */
  readonly years: readonly [number, number | null];
  /** The document that prescribes it, by number: 国办公开办函〔2021〕30号. */
  readonly document: string;
  readonly documentTitle: string;
  /** Words of its title that no other form's document has; the whole title. */
  readonly documentMark?: string;
  readonly reportTitle: ReportTitleDescription;
  /** In order; the first is 一. */
  readonly sections: readonly SectionDescription[];
  /** In the order of the report. */
  readonly tables: readonly TableDescription[];
}

export interface ReportTitleDescription {
  /** What a title says beside issuer and year: 政府信息公开工作年度报告. */
  readonly words: string;
  /** What a line must speak of to be taken for the title; `words`. */
  readonly spoken?: RegExp;
  /** What of a title is not its issuer, the year apart; `words`. */
  readonly phrase?: RegExp;
}

export interface SectionDescription {
  readonly id: string;
  readonly title: string;
  /** Wordings as good as the title; none. */
  readonly accepted?: readonly string[];
  /** Wordings that are understood, and reported as a hint; none. */
  readonly hinted?: readonly string[];
  /** What any other title must speak of, under the right number, to be taken for this section's; nothing will do. */
  readonly subject?: RegExp;
  /** The parts it must have, in order; none. */
  readonly topics?: readonly TopicDescription[];
  /** Whether it tells of problems and plans: 无 alone says too little, the coming year is no other year; no. */
  readonly isPlan?: boolean;
  /** A statement it must make even when there is nothing to state; none. */
  readonly statement?: StatementForm;
}

export interface TopicDescription {
  readonly id: string;
  readonly title: string;
  /** What a heading must speak of to be this topic's; the first topic that fits is taken. */
  readonly subject: RegExp;
}

export interface TableDescription {
  readonly id: string;
  /** The id of the section it stands in. */
  readonly section: string;
  /** Printed words beside the blocks' corners that carry no number and name no column; none. */
  readonly captions?: readonly string[];
  readonly blocks: readonly BlockDescription[];
  readonly equations: readonly EquationDescription[];
  /** Balance rules with last year's report; none. */
  readonly yearEquations?: readonly YearEquationDescription[];
}

/** A run of lines under one header. */
export interface BlockDescription {
  /** '' where the block has no title of its own. */
  readonly title: string;
  /** Other ways to write the title; none. */
  readonly accepted?: readonly string[];
  /** What stands in front of the column labels: 信息内容; ''. */
  readonly corner?: string;
  /** What stands over all columns: 申请人情况; ''. */
  readonly top?: string;
  readonly columns: readonly ColumnDescription[];
  readonly lines: readonly LineDescription[];
}

export interface ColumnDescription {
  readonly id: string;
  readonly label: string;
  /** Labels above it, outermost first; none. */
  readonly groups?: readonly string[];
  readonly accepted?: readonly string[];
  /** `count`. */
  readonly kind?: NumberKind;
  /** The row id its cells belong to, where one printed line holds several rows (table `proceedings`). */
  readonly row?: string;
}

export interface LineDescription {
  /** `null` for a line without a label, the only one of its table; its columns name their rows. */
  readonly row: string | null;
  readonly label: string;
  /** Group labels in front of it, outermost first; none. */
  readonly groups?: readonly string[];
  /** Wordings as good as the label; none. */
  readonly accepted?: readonly string[];
  /** Wordings that are understood, and reported as `row-label`; none. */
  readonly recognised?: readonly string[];
  /** Whether only bodies that can make 规章 have anything to enter; no. */
  readonly isForRuleMakers?: boolean;
}

/** Σ left = Σ right; terms are `row` ids (for each column) or `column` ids (for each row). */
export interface EquationDescription {
  readonly rule: BalanceRuleId;
  readonly each: 'column' | 'row';
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The term that a finding stands on. */
  readonly total: string;
}

/**
 * Last year's + Σ plus − Σ minus = total; terms are `row` ids (for each column) or `column` ids (for each row that has
 * the one of last year).
 */
export interface YearEquationDescription {
  readonly rule: YearRuleId;
  readonly each: 'column' | 'row';
  readonly last: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly total: string;
}
