/** What a run says of a file that it could not read or write. */
import type { Failure } from '../files/collect.ts';
import type { Invocation } from './invocation.ts';
import { translate } from './texts.ts';

/** A program that reads the output cannot tell a folder without reports from one without faults. */
export function complainOfNone({ console, locale }: Invocation): void {
  console.complain(translate({ key: 'cli.text.noReports', args: {} }, locale));
}

/** Which file, where in it, and why: a line on standard error. */
export function complainOf({ shown, place, reason }: Failure, { console, locale }: Invocation): void {
  const name = shown === '' ? '""' : shown;
  const at = place === undefined ? '' : `:${place.line + 1}:${place.character + 1}`;
  console.complain(`${name}${at}: ${translate(reason, locale)}`);
}
