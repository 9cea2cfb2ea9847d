/** What the handlers of this project's own requests are given, beside what LSP has. */
import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../l10n.ts';

export interface OwnRequests {
  readonly connection: Connection;
  readonly locale: Locale;
  /**
   * Ends a request with an error that has this message. It comes from the connection's own copy of the protocol: one that
   * the engine brought would not be known there as an answer.
   */
  readonly refuse: (reason: string) => never;
}
