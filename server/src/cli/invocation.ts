import type { Locale } from '../l10n.ts';
import type { Console } from './console.ts';

/** What every command works with: where its output goes, and in which language. */
export interface Invocation {
  readonly console: Console;
  readonly locale: Locale;
}
