/** What a rule is. One rule, one file; `index.ts` lists them. */

import type {
  Fix,
  Message,
  MessageArguments,
  RelatedInformation,
  Report,
  Severity,
  Span,
  TextEdit,
} from '../model/index.ts';
import { message } from '../model/message.ts';

export { message };

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Off until somebody sets a severity for it. */
  readonly isOptional?: boolean;
  /** Whether it offers fixes, and whether any of them is safe enough for fix-all. */
  readonly fix: 'safe' | 'offered' | 'none';
  /** A passage of the sound example report, and what breaks this rule and no other in its place. */
  readonly example: RuleExample;
  /**
   * Reports every breach; pure.
   *
   * @param isOn which rules are run, for findings that stand for those of other rules
   * @param isSilenced whether a comment silences this rule at a place, for findings that stand for several places
   */
  check(
    report: Report,
    isOn: (rule: string) => boolean,
    isSilenced: (place: Span) => boolean,
  ): Iterable<Breach>;
}

export interface RuleExample {
  readonly right: string;
  readonly wrong: string;
  readonly beside?: ExampleBeside;
}

/** Other example reports that an example needs beside it. */
export interface ExampleBeside {
  readonly reports: 'last-year' | 'members';
  /** The passage of the first of them that matters. */
  readonly passage: string;
  /** What stands in its place, where the fault is between the two reports. */
  readonly instead?: string;
}

/** What a rule is set to by default. */
export function defaultSetting({ severity, isOptional }: Rule): Severity | 'off' {
  return isOptional ? 'off' : severity;
}

/** A finding without the rule's id and severity, which `findings.ts` adds. */
export interface Breach {
  readonly span: Span;
  readonly message: Message;
  readonly related?: readonly RelatedInformation[];
  readonly fixes?: readonly Fix[];
  /** The rule's where not given. */
  readonly severity?: Severity;
  /** Whether another finding reports it already. It is not shown, but a comment that silences it counts as used. */
  readonly isTold?: boolean;
}

/** The edit that puts a text in the place of another. */
export function replace(span: Span, newText: string): TextEdit {
  return { span, newText };
}

/** The edit that puts a text in at an offset. */
export function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/**
 * A fix.
 *
 * @param key the key of its title
 * @param safe whether fix-all applies it: only if it cannot put a wrong number into a report
 */
export function fix(key: string, args: MessageArguments, safe: boolean, edits: readonly TextEdit[]): Fix {
  return { title: message(key, args), safe, edits };
}
