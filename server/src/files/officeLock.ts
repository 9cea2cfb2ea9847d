/** Whether somebody has a document open in an office program, as the file says that such programs put beside it. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OpenElsewhereError } from './failure.ts';

/** @throws OpenElsewhereError for a document that is open in Word, WPS or LibreOffice */
export function refuseOpenElsewhere(path: string): void {
  if ([path, realpathSync(path)].some(hasLock)) throw new OpenElsewhereError();
}

function hasLock(path: string): boolean {
  return locksOf(basename(path)).some((lock) => existsSync(join(dirname(path), lock)));
}

/** Word and WPS write ~$ in front of the name, of a longer one in the place of its first characters; LibreOffice a file of its own. */
function locksOf(name: string): readonly string[] {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`];
}
