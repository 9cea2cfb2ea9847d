/** A statutory form, as data: what each form file fills in and everything else reads. */
import type { NumberKind } from '../text/number.ts';

export type FormId = string;
export type SectionId = string;
export type TopicId = string;
export type TableId = string;

export type { NumberKind };

/** One number the form asks for. `index` is its place in `TableForm.cells` and in `Table.cells`. */
export interface CellForm {
  readonly index: number;
  readonly row: string;
  readonly column: string;
  readonly kind: NumberKind;
}

/** One printed line of a table: its label and the numbers that stand on it. */
export interface LineForm {
  readonly index: number;
  /** The row's id, or `null` for the one unlabelled line of table `proceedings`. */
  readonly row: string | null;
  /** The label as the form prints it; '' for the unlabelled line. */
  readonly label: string;
  /** What it is called: its label, else the groups that its numbers stand under: 行政复议、行政诉讼. */
  readonly name: string;
  /** Group labels above it, outermost first: 三、本年度办理结果, （三）不予公开. */
  readonly groups: readonly string[];
  /** Other wordings accepted without complaint. */
  readonly accepted: readonly string[];
  /** Other wordings recognised, and reported as `row-label`. */
  readonly recognised: readonly string[];
  readonly block: number;
  readonly cells: readonly CellForm[];
  /** Which of `cells` is the sum of all others; `null` where none is. */
  readonly total: number | null;
}

/** A run of lines under one header: table `proactive` has four, the others one. */
export interface BlockForm {
  /** 第二十条第（一）项, or '' where the block has no title of its own. */
  readonly title: string;
  /** Other ways to write the title. */
  readonly accepted: readonly string[];
  /** What stands in front of the column labels: 信息内容; '' for nothing. */
  readonly corner: string;
  /** What stands over all columns: 申请人情况; '' for nothing. */
  readonly top: string;
  readonly columns: readonly ColumnForm[];
}

export interface ColumnForm {
  readonly id: string;
  /** Label as printed: 自然人. For `proceedings` the five are repeated under three groups. */
  readonly label: string;
  /** Labels above it: 法人或其他组织; 行政诉讼, 未经复议直接起诉. */
  readonly groups: readonly string[];
  readonly accepted: readonly string[];
}

/** The rules that equations can belong to; the form says which equations there are. */
export type BalanceRuleId = 'application-balance' | 'handled-total' | 'row-total' | 'proceedings-total';

/**
 * A balance rule (勾稽关系) on one column, row or group: Σ left = Σ right, cells by index.
 * A finding stands on `total`, which is one of them.
 */
export interface EquationForm {
  readonly rule: BalanceRuleId;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly total: number;
}

/** The rules that equations between years can belong to. */
export type YearRuleId = 'carry-over' | 'documents-in-force';

/** A balance rule with last year's report: its cell + Σ plus − Σ minus = total, cells of this year by index. */
export interface YearEquationForm {
  readonly rule: YearRuleId;
  /** Last year's cell; looked for by its row and column, since that report can be on another form. */
  readonly last: CellForm;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly total: number;
}

export interface TableForm {
  readonly id: TableId;
  readonly section: SectionId;
  /** Printed words beside the blocks' corners that carry no number and name no column. */
  readonly captions: readonly string[];
  readonly blocks: readonly BlockForm[];
  readonly lines: readonly LineForm[];
  readonly cells: readonly CellForm[];
  /** Its cells that hold amounts of money, by their index. */
  readonly amounts: readonly number[];
  /** Its cells that only a body with the power to make 规章 fills in, by their index. */
  readonly ofRuleMakers: readonly number[];
  readonly equations: readonly EquationForm[];
  readonly yearEquations: readonly YearEquationForm[];
}

export interface SectionForm {
  readonly id: SectionId;
  /** From 1. */
  readonly ordinal: number;
  readonly title: string;
  /** Wordings as good as the title. */
  readonly accepted: readonly string[];
  /** Wordings that are understood, and reported as `section-title`. */
  readonly hinted: readonly string[];
  /** What any other title must speak of, under the right number, to be taken for this section's. */
  readonly subject: RegExp | null;
  /** The parts it must have. */
  readonly topics: readonly TopicForm[];
  /** Whether it tells of problems and plans: 无 alone says too little, the coming year is no other year, no number is about a table. */
  readonly isPlan: boolean;
  /** What it must state even when there is nothing to state. */
  readonly statement: StatementForm | null;
}

export interface TopicForm {
  readonly id: TopicId;
  readonly ordinal: number;
  readonly title: string;
  /** What a heading must speak of to be this topic's; the first topic that fits is taken. */
  readonly subject: RegExp;
}

/** The fees charged for processing information (收取信息处理费情况). */
export interface StatementForm {
  /** The first report year that it is asked of. */
  readonly since: number;
  /** Matches a text, white space left out, that makes the statement in whatever words. */
  readonly spoken: RegExp;
  /** The statement where there is nothing to state. */
  readonly text: string;
}

/** The title of the report itself. */
export interface ReportTitleForm {
  /** What it says beside issuer and year: 政府信息公开工作年度报告. */
  readonly words: string;
  /** What a line must speak of to be taken for it. */
  readonly spoken: RegExp;
  /** What of it is not the issuer, the year apart. */
  readonly phrase: RegExp;
}

export interface StatutoryForm {
  readonly id: FormId;
  /** First and last report year, inclusive; `null` where it is still in force. */
  readonly years: readonly [number, number | null];
  /** 国办公开办函〔2021〕30号 */
  readonly document: string;
  readonly documentTitle: string;
  /** Words of its title that no other form's document has: 年度报告格式. */
  readonly documentMark: string;
  readonly reportTitle: ReportTitleForm;
  readonly sections: readonly SectionForm[];
  readonly tables: readonly TableForm[];
}
