/** What commands write: to standard output, or to a file that is not there yet. */
import { writeFileSync } from 'node:fs';
import { failureMessage } from '../files/failure.ts';
import { shownPath } from '../files/paths.ts';
import { complainOf } from './complaint.ts';
import { ExitCode } from './exit.ts';
import type { Invocation } from './invocation.ts';
import { translate } from './texts.ts';

/** Writes a file that is not there yet and says so; another one stays as it is. */
export async function createFile(
  path: string,
  content: string | Uint8Array,
  invocation: Invocation,
  isForced = false,
): Promise<ExitCode> {
  try {
    writeFileSync(path, content, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    complainOf({ shown: shownPath(path), reason: failureMessage(error) }, invocation);
    return ExitCode.trouble;
  }
  const { console, locale } = invocation;
  await console.write(`${shownPath(path)}: ${translate({ key: 'cli.new.written', args: {} }, locale)}\n`);
  return ExitCode.fine;
}
