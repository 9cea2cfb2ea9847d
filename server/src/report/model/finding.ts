/** What is said of a report, and what would mend it. */
import type { Span } from '../text/span.ts';
import type { Position } from '../text/text.ts';

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
