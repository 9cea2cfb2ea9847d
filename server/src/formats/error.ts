/** Why a document was refused. The words of a reason are `format.refused.REASON` in `l10n/`: what it is, and the way out. */
import type { Message, MessageArguments } from '../report/model/index.ts';
import type { RefusedEdit } from './model.ts';

export type RefusalReason =
  // another kind of file
  | 'unknown'
  | 'doc'
  | 'wps'
  | 'xls'
  | 'ole'
  | 'rtf'
  | 'odt'
  | 'ods'
  | 'ofd'
  | 'pptx'
  | 'mht'
  | 'zip'
  // this kind, but it cannot be read
  | 'passwordProtected'
  | 'damaged'
  | 'truncated'
  | 'checksum'
  | 'unsafe'
  | 'tooLarge'
  | 'tooManyPages'
  | 'tooDeep'
  | 'tooSlow'
  | 'noText'
  // this kind, but it cannot be written
  | 'readOnly'
  | 'noWordHere';

/** A document that is not read, or not written, with the reason in words of `l10n/`. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly reason: Message;

  /** What reads PDF is a program of its own, with a copy of this class: its errors are of this one, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'FormatError';
  }

  /** @param args `detail` says in the field's words what was found (the name of a part, a number); never text of the report */
  constructor(reason: RefusalReason, args: MessageArguments = {}, options?: ErrorOptions) {
    super(`${reason} ${JSON.stringify(args)}`, options);
    this.reason = { key: `format.refused.${reason}`, args };
  }
}

/** Edits that cannot be written. Whoever asked may leave them out and ask again. */
export class EditError extends Error {
  readonly refused: readonly RefusedEdit[];

  constructor(refused: readonly RefusedEdit[]) {
    super(refused.map(({ reason }) => reason.key).join(' '));
    this.refused = refused;
  }
}
