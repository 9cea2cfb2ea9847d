/** Writes a file so that at every moment either the old or the new content is there. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Replaces a file's bytes, keeping its permissions and, as far as the system allows, its owner; a link stays a link. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  // Renaming needs write permission for the folder only, so the file's own is asked for.
  accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.disclosure-report-${process.pid}.tmp`);
  try {
    const before = statSync(target);
    writeFileSync(beside, bytes, { mode: before.mode });
    keepOwner(beside, before);
    // The process's mask has taken permissions away when the file was made.
    chmodSync(beside, before.mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Only the superuser may give a file away; anyone else's new file is their own. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {}
}
