/**
 * Documents that are no text: what a client shows of one is the text that the server reads in it, and what was changed there
 * the server writes back. Two requests, which a client sends that has the bytes; no client needs them.
 */
import { FormatError } from '../formats/error.ts';
import type { AccountItem, Tracking } from '../formats/model.ts';
import { open } from '../formats/open.ts';
import { fromBase64, toBase64 } from '../workspace/base64.ts';
import { describeAccountItem } from './features/describeAccount.ts';
import { type OwnRequests, refusing } from './ownRequests.ts';

export const READ_DOCUMENT = 'disclosureReport/readDocument';
export const WRITE_DOCUMENT = 'disclosureReport/writeDocument';

/** A document as a client has it. */
export interface DocumentFile {
  /** The URI of the text that is shown of it. */
  readonly uri: string;
  /** The file's name. */
  readonly name: string;
  /** In base64: JSON has no bytes. */
  readonly bytes: string;
}

export interface DocumentText {
  readonly text: string;
  readonly isWritable: boolean;
  /** What was read and what was not, a line each. */
  readonly account: readonly string[];
}

export interface DocumentChange extends DocumentFile {
  /** The text as it is to be. */
  readonly text: string;
  readonly tracking?: Tracking;
}

/**
 * Answers both requests; a refusal is an error whose message says why, and the way out.
 *
 * @param onRead hears of each document that was read
 */
export function serveDocuments(
  requests: OwnRequests,
  onRead: (uri: string, account: readonly AccountItem[]) => void,
): void {
  const { connection, locale } = requests;
  connection.onRequest(READ_DOCUMENT, async ({ uri, name, bytes }: DocumentFile, token) => {
    const aborted = new AbortController();
    token.onCancellationRequested(() => aborted.abort());
    return refusing(requests, async (): Promise<DocumentText> => {
      const document = await open(fromBase64(bytes), name, { signal: aborted.signal });
      onRead(uri, document.account);
      const account = document.account.map((item) => describeAccountItem(item, locale));
      return { text: document.text, isWritable: document.edit !== undefined, account };
    });
  });
  connection.onRequest(WRITE_DOCUMENT, ({ uri, name, bytes, text, tracking = 'auto' }: DocumentChange) =>
    refusing(requests, async () => {
      const document = await open(fromBase64(bytes), name);
      if (document.edit === undefined) throw new FormatError('readOnly');
      if (document.text === text) return { bytes };
      const whole = { span: { start: 0, end: document.text.length }, newText: text };
      const edited = await document.edit([whole], { tracking });
      onRead(uri, edited.document.account);
      return { bytes: toBase64(edited.bytes) };
    }),
  );
}
