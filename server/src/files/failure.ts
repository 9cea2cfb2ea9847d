/** Why a file could not be read or written, in words. */
import { FormatError } from '../formats/error.ts';
import type { Message, TextKey } from '../report/model/index.ts';

const KEYS: Readonly<Record<string, TextKey>> = {
  ENOENT: 'cli.failure.missing',
  ENOTDIR: 'cli.failure.missing',
  ELOOP: 'cli.failure.circle',
  ENAMETOOLONG: 'cli.failure.longName',
  EEXIST: 'cli.failure.exists',
  EACCES: 'cli.failure.forbidden',
  EPERM: 'cli.failure.forbidden',
  EISDIR: 'cli.failure.folder',
  EROFS: 'cli.failure.readOnly',
  ENOSPC: 'cli.failure.full',
  ERR_STRING_TOO_LONG: 'cli.failure.tooLarge',
  ERR_FS_FILE_TOO_LARGE: 'cli.failure.tooLarge',
};

/** Bytes that are no text. */
export class NotTextError extends Error {}

/** A file that cannot be written back without loss in its encoding. */
export class LossyEncodingError extends Error {}

/** A document that somebody is at work on: what is written into it now, their next save would overwrite. */
export class OpenElsewhereError extends Error {}

/** Why an operation on a file failed. Errors of the system are known by their codes; others say so themselves. */
export function failureMessage(error: unknown): Message {
  if (error instanceof FormatError) return error.reason;
  if (error instanceof NotTextError) return { key: 'cli.failure.notText', args: {} };
  if (error instanceof OpenElsewhereError) return { key: 'cli.failure.openElsewhere', args: {} };
  if (error instanceof LossyEncodingError)
    return { key: 'cli.failure.lossy', args: { encoding: error.message } };
  const { code, message } = error as NodeJS.ErrnoException;
  const key = code === undefined ? undefined : KEYS[code];
  return key === undefined ? { key: 'cli.failure.other', args: { reason: message } } : { key, args: {} };
}
