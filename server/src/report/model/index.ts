/**
 * The vocabulary of an analysed report: plain values that all parts of the program share.
 *
 * Offsets are UTF-16 code units into the text that was analysed; a span is half-open.
 * Invariant: nothing here knows LSP, an editor or Node.
 */

import type {
  CellForm,
  ColumnForm,
  EquationForm,
  LineForm,
  SectionId,
  StatutoryForm,
  TableForm,
  TopicId,
} from '../form/model.ts';
import type { ReportLookup } from '../others/lookup.ts';
import type { ReadParagraph } from '../prose/narrative.ts';
import type { Passages } from '../tables/binding/passages.ts';
import type { Position, SourceText } from '../text/text.ts';

export type * from '../form/model.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
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
  /** Whether words beside the label, in rows of their own, may belong to it. */
  readonly mayGoOn: boolean;
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
  readonly reach?: Reach;
}

/** How many rows a cell covers, its own included, and where the text says so. */
export interface Reach {
  readonly rows: number;
  readonly place: Span;
}

/** A row as it was read. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

/** Rows of numbers whose label was lost. They are not bound. */
export interface UnlabelledRows {
  /** Those whose place tells which they are: the first number, and what writes the label. */
  readonly rows: readonly { readonly form: LineForm; readonly span: Span; readonly label: TextEdit }[];
  /** The missing lines of the form that such rows are, or may be where it cannot be told which. */
  readonly lines: readonly LineForm[];
}

export interface Table {
  readonly form: TableForm;
  /** The layout of its first row; further rows can be written in another. */
  readonly layout: LayoutId;
  readonly span: Span;
  /** Every row that was read, whatever it was bound to, in order. Words that made no row stand between them. */
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
  readonly unlabelled: UnlabelledRows;
  /** By `CellForm.index`. */
  readonly cells: readonly Cell[];
  /** By `CellForm.index`: what each cell counts for in arithmetic, `null` where that cannot be told. */
  readonly values: readonly (number | null)[];
  /** Whether it has the form's rows and columns, each once and in accepted words, with a number in every cell. */
  readonly isFlawless: boolean;
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
  /** As printed; 一 is 1. The form's where there is no Chinese numeral. */
  readonly ordinal: number;
  readonly title: string;
  /** The heading line without leading and trailing space, markup included. */
  readonly span: Span;
  /** The Chinese numeral; without one, whatever number stands in front of the title, or the place in front of it. */
  readonly ordinalSpan: Span;
  readonly hasNumeral: boolean;
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

// ---------------------------------------------------------------- prose against tables

/** A cell that a reading adds or takes away. */
export interface ClaimTerm {
  /** Its `CellForm.index`. */
  readonly index: number;
  readonly sign: 1 | -1;
}

/** One thing that a number in prose can mean: a sum of cells. */
export interface Reading {
  readonly table: Table;
  readonly terms: readonly ClaimTerm[];
  /** `null` where a cell is unknown. */
  readonly value: number | null;
}

/** A number in prose that speaks of a table, or a statement in words that there was none (未收到申请). */
export interface Claim {
  /** The number without its unit; of a statement its words. */
  readonly span: Span;
  /** 0 for a statement. */
  readonly value: number;
  readonly isStatement: boolean;
  /** What it can mean, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The reading that it agrees with, the table's slips mended; `null` where there is none. */
  readonly reading: Reading | null;
  /** Whether no reading reconciles it with the tables, and all of them are known. */
  readonly isWrong: boolean;
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
  /** Whether something that holds would fail then: offered, but never as the best one, be it the only one. */
  readonly isLastResort?: boolean;
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
  /** The forms a text can be on, newest first; by default those of `form/index.ts`. */
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
  /** What the prose says of the tables. */
  readonly claims: readonly Claim[];
  /** In order of their place. */
  readonly findings: readonly Finding[];
  /** What a next analysis can take over. */
  readonly passages: Passages['passages'];
  readonly paragraphs: readonly ReadParagraph[];
}
