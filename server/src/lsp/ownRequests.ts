/** What the handlers of this project's own requests are given, beside what LSP has. */
import type { Connection } from 'vscode-languageserver';
import { EditError, FormatError } from '../formats/error.ts';
import { type Locale, translate } from '../l10n.ts';
import type { Message } from '../report/model/index.ts';

export interface OwnRequests {
  readonly connection: Connection;
  readonly locale: Locale;
  /**
   * Ends a request with an error that has this message. It comes from the connection's own copy of the protocol: one that
   * the engine brought would not be known there as an answer.
   */
  readonly refuse: (reason: string) => never;
}

/** Does what a request asks for; a document that is not read or not written refuses it, with every reason once. */
export async function refusing<Result>(
  { locale, refuse }: OwnRequests,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reasons = reasonsOf(error);
    if (reasons === null) throw error;
    const said = new Set(reasons.map((reason) => translate(reason, locale)));
    return refuse([...said].join(' '));
  }
}

function reasonsOf(error: unknown): readonly Message[] | null {
  if (error instanceof FormatError) return [error.reason];
  return error instanceof EditError ? error.refused.map(({ reason }) => reason) : null;
}
