/**
 * The vocabulary of an analysed report: plain values that every floor of the house shares.
 *
 * Offsets are UTF-16 code units into the text that was analysed; a span is half-open.
 * Invariant: nothing here knows LSP, an editor or Node.
 */
import type { ReportLookup } from './across/lookup.ts';
import type { Passages } from './binding/passages.ts';
import type { Position, SourceText } from './source/text.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Ids are the form's: `form/` says which there are. */
export type FormId = string;
export type SectionId = string;
export type TopicId = string;
export type TableId = string;

// ---------------------------------------------------------------- the statutory form, as data

/** What kind of number the form asks for. `signed` occurs in the 2019 form only (增/减). */
export type NumberKind = 'count' | 'amount' | 'signed';

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
  /** Group labels above it, outermost first: 三、本年度办理结果, （三）不予公开. */
  readonly groups: readonly string[];
  /** Other wordings accepted without complaint. */
  readonly accepted: readonly string[];
  /** Other wordings recognised, and reported as `row-label`. */
  readonly recognised: readonly string[];
  /** Whether only bodies that can make 规章 have anything to enter. */
  readonly isForRuleMakers: boolean;
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
  /** Whether it tells of problems and plans: 无 alone says too little, and the coming year is no other year. */
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

// ---------------------------------------------------------------- what was read

/**
 * How a cell's value came about:
 * `number` read as written; `blank` nothing there; `dash` "/", "-" or "—"; `invalid` something that is no
 * number of the kind asked for; `derived` not in the text, but proved by the row's own total;
 * `unknown` the text does not say which number it is, or the row or column is absent.
 */
export type CellState = 'number' | 'blank' | 'dash' | 'invalid' | 'derived' | 'unknown';

/** A fact: one number of the form, as this text has it. */
export interface Cell {
  readonly form: CellForm;
  /** The characters of the value; for a blank cell the empty place where it belongs; for a derived or
   * unknown cell its line, or the whole table where the line is absent. */
  readonly span: Span;
  readonly text: string;
  readonly state: CellState;
  /** The number as read; `null` unless the state is `number`, `derived`, or `invalid` with an evident value
   * (full-width digits, separators). */
  readonly value: number | null;
  /** For a blank cell with no room on its line: how many spaces belong in front of a number written there. */
  readonly indent?: number;
}

/** A line of a table that was bound to a line of the form. */
export interface TableLine {
  readonly form: LineForm;
  readonly span: Span;
  /** The pieces of its label in reading order; more than one where a page break cut it. Empty if unlabelled. */
  readonly label: readonly Span[];
  /** The label's text, pieces joined. */
  readonly labelText: string;
  /** The group label cells on this line (三、本年度办理结果, （三）不予公开). */
  readonly groups: readonly Span[];
  /** How the label agrees with the form's. */
  readonly wording: 'form' | 'accepted' | 'other';
  readonly cells: readonly Cell[];
  /** How many numbers stand on the line, and where; equal to `form.cells.length` on a sound line. */
  readonly numbers: readonly Span[];
  /** Whether `numbers` fills the form's columns one to one, blanks included. */
  readonly complete: boolean;
  /** Whether the layout dropped blank cells, so that it cannot be told which of its numbers are missing. */
  readonly isUnclear: boolean;
  /** Edits that make the line whole where its own total proves the reading; empty otherwise. */
  readonly repair: readonly TextEdit[];
}

/** A header label found in the text. */
export interface HeaderLabel {
  readonly text: string;
  readonly span: Span;
  readonly kind: 'title' | 'column' | 'group';
  readonly block: number;
  /** The form's column, `null` if it is none of them. */
  readonly column: string | null;
}

/**
 * How a table is written: tab-separated, between pipes, in HTML tags, a cell a line, in columns held apart by
 * spaces, or a row's numbers on a line with single spaces between, as a PDF's raw text has them.
 */
export type LayoutId = 'tabs' | 'pipes' | 'html' | 'lines' | 'aligned' | 'raw';

/** A blank one has no text, and an empty span where a value would go. */
export interface TableCell {
  readonly text: string;
  readonly span: Span;
  /** Its pieces, where other things stand between them. */
  readonly parts?: readonly Span[];
}

/** A row as it was read. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

export interface Table {
  readonly form: TableForm;
  /** The layout of its first row; further rows can be written in another. */
  readonly layout: LayoutId;
  readonly span: Span;
  /** Every row that was read, whatever it was bound to, in order: all words of the table stand in their cells. */
  readonly rows: readonly TableRow[];
  readonly header: readonly HeaderLabel[];
  /** Form columns that no header label names, by block; only where the block has a header at all. */
  readonly missingColumns: readonly {
    readonly block: number;
    readonly column: ColumnForm;
    readonly span: Span;
  }[];
  readonly unknownColumns: readonly HeaderLabel[];
  readonly lines: readonly TableLine[];
  /** Lines bound a second time to a form line that has one already. */
  readonly duplicates: readonly { readonly line: TableLine; readonly first: TableLine }[];
  readonly missingLines: readonly LineForm[];
  /** By `CellForm.index`. */
  readonly cells: readonly Cell[];
}

/** An equation of the form with the numbers of this text. */
export interface Equation {
  readonly form: EquationForm;
  readonly table: Table;
  /** Sums of either side; `null` where a cell it needs is unknown. */
  readonly left: number | null;
  readonly right: number | null;
  /** `null`: cannot be told. */
  readonly holds: boolean | null;
}

export interface Topic {
  /** `null` where it is none that the form asks for in its section. */
  readonly id: TopicId | null;
  readonly ordinal: number;
  readonly title: string;
  /** Number and title. */
  readonly span: Span;
  /** From the heading's line to the next heading. */
  readonly body: Span;
}

export interface Section {
  readonly id: SectionId | null;
  /** As printed; 一 is 1. */
  readonly ordinal: number;
  readonly title: string;
  /** The heading line without leading and trailing space, markup included. */
  readonly span: Span;
  /** The Chinese numeral. */
  readonly ordinalSpan: Span;
  readonly titleSpan: Span;
  /** Count of leading `#`, 0 for none. */
  readonly level: number;
  readonly wording: 'form' | 'accepted' | 'hinted' | 'unknown';
  /** From the end of the heading line to the next section heading or the end. */
  readonly body: Span;
  readonly topics: readonly Topic[];
  readonly tables: readonly Table[];
}

export interface Title {
  readonly span: Span;
  readonly text: string;
  readonly issuer: string | null;
  readonly issuerSpan: Span | null;
  readonly year: number | null;
  readonly yearSpan: Span | null;
}

// ---------------------------------------------------------------- findings

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type MessageArguments = Readonly<Record<string, string | number>>;

/** A text by its key in `l10n/`, so that it can be said in either language. */
export interface Message {
  readonly key: string;
  readonly args: MessageArguments;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  readonly title: Message;
  /** Only safe fixes go into fix-all. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface RelatedInformation {
  /** The place in this text; of something in another document, the place here that it is about. */
  readonly span: Span;
  readonly message: Message;
  /** Where it stands, if that is another document. */
  readonly elsewhere?: OtherPlace;
}

/** A place in another document, which its caller names and whose text is not at hand. */
export interface OtherPlace {
  readonly document: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly RelatedInformation[];
  /** The best one first. */
  readonly fixes: readonly Fix[];
}

export interface AnalysisOptions {
  /** Severity by rule id; `off` silences a rule. Rules not named keep their default. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Checks the text as a report even if it does not look like one: somebody said that it is. */
  readonly assumeReport?: boolean;
  /** The forms a text can be on, newest first; those of the house where nothing is said. */
  readonly forms?: readonly StatutoryForm[];
  /** What is known of other reports; rules that need them are silent without. */
  readonly reports?: ReportLookup;
  /** An analysis of the same document before an edit: what the edit left alone is taken from it, to save time. The
   * outcome is the same without it. */
  readonly previous?: ReportAnalysis | undefined;
}

export interface ReportAnalysis {
  readonly source: SourceText;
  /** Whether this text is such a report at all; if not there are no findings. */
  readonly isReport: boolean;
  readonly title: Title | null;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly form: StatutoryForm;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly equations: readonly Equation[];
  /** In order of their place. */
  readonly findings: readonly Finding[];
  /** What a next analysis can take over. */
  readonly passages: Passages['passages'];
}
