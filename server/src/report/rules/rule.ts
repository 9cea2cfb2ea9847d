/** What a rule is. One rule, one file; `index.ts` lists them. */

import type {
  Claim,
  Fix,
  Message,
  MessageArguments,
  RelatedInformation,
  Report,
  RuleId,
  Severity,
  Span,
  TextEdit,
  TextKey,
} from '../model/index.ts';
import { message } from '../model/message.ts';
import type { Contradiction } from './support/contradictions.ts';

export { message };

export interface RuleDescription {
  readonly id: RuleId;
  readonly severity: Severity;
  /** Off until somebody sets a severity for it. */
  readonly isOptional?: boolean;
  /** Whether it offers fixes, and whether any of them is safe enough for fix-all. */
  readonly fix: 'safe' | 'offered' | 'none';
  /** A passage of the sound example report, and what breaks this rule and no other in its place. */
  readonly example: RuleExample;
}

export interface Rule extends RuleDescription {
  /** Reports every breach; pure. Knows neither comments nor what other rules report: `findings.ts` does. */
  check(report: Report): Iterable<Breach | RepeatedBreach>;
}

export interface RuleExample {
  readonly right: string;
  readonly wrong: string;
  /** How often what is wrong stands there; once where not given. */
  readonly times?: number;
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
export function defaultSetting({ severity, isOptional }: RuleDescription): Severity | 'off' {
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
  /** Where several rules could report it: it is left to the first of these that is switched on. */
  readonly byFirstOf?: readonly string[];
  /** The number that it puts into a cell, be it that one addend or another report says so. */
  readonly puts?: Contradiction;
  /** All numbers of the table that the same source contradicts, those included that follow from this one. */
  readonly contradicts?: { readonly source: object; readonly numbers: readonly Contradiction[] };
  /** The sentence that it is about. */
  readonly claim?: Claim;
}

/** One of the places at which a fault repeats: those that no comment silences are said together. */
export interface RepeatedBreach {
  readonly span: Span;
  /** The same for all places of one fault. */
  readonly group: BreachGroup;
  readonly place: unknown;
}

export interface BreachGroup {
  say(places: readonly unknown[]): readonly Breach[];
}

/**
 * Gathers the places of one fault.
 *
 * @param say what is reported of the places that are left, of which there is at least one
 * @returns what yields a place
 */
export function repeating<Place>(
  say: (places: readonly [Place, ...Place[]]) => readonly Breach[],
): (span: Span, place: Place) => RepeatedBreach {
  const group = { say } as BreachGroup;
  return (span, place) => ({ span, group, place });
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
export function fix(key: TextKey, args: MessageArguments, safe: boolean, edits: readonly TextEdit[]): Fix {
  return { title: message(key, args), safe, edits };
}
