/** What is said of a report, and what would mend it. */
import type cli from '../../../../l10n/en/cli.json';
import type features from '../../../../l10n/en/features.json';
import type findings from '../../../../l10n/en/findings.json';
import type formats from '../../../../l10n/en/formats.json';
import type plan from '../../../../l10n/en/plan.json';
import type rules from '../../../../l10n/en/rules.json';
import type { Span } from '../text/span.ts';
import type { Position } from '../text/text.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** The keys of all texts of `l10n/`. */
export type TextKey =
  | keyof typeof cli
  | keyof typeof features
  | keyof typeof findings
  | keyof typeof formats
  | keyof typeof plan
  | keyof typeof rules;

/** Rules are told by the texts that explain them. */
export type RuleId = TextKey extends infer Key
  ? Key extends `rule.${infer Id}.summary`
    ? Id
    : never
  : never;

export type MessageArguments = Readonly<Record<string, string | number>>;

/** A text by its key in `l10n/`, so that it can be said in either language. */
export interface Message {
  readonly key: TextKey;
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
