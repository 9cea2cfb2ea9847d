/** Writes a file so that at every moment either the old or the new content is there. */
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Replaces a file's bytes, keeping its permissions; a link stays a link. */
export function replaceFile(path: string, bytes: Buffer): void {
  const target = realpathSync(path);
  // Renaming needs write permission for the folder only, so the file's own is asked for.
  accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.disclosure-report-${process.pid}.tmp`);
  try {
    writeFileSync(beside, bytes, { mode: statSync(target).mode });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
