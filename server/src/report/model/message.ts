/** Texts by their keys; a sentence is made of one in `l10n.ts`, in the reader's language. */
import type { Message, MessageArguments, TextKey } from './finding.ts';

/** A text's key in `l10n/` and what stands in the places of its arguments. */
export function message(key: TextKey, args: MessageArguments = {}): Message {
  return { key, args };
}
