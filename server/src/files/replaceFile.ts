/** Writes a file so that at every moment the old or the new content is there. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces a file's bytes, keeping its permissions and, as far as the system allows, its owner. A symbolic link stays one;
 * a file with several names (hard links) keeps them, and the new content stands beside it while it is written.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  // Renaming needs write permission for the folder only, so the file's own is asked for.
  accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.disclosure-report-${process.pid}.tmp`);
  try {
    const before = statSync(target);
    writeBeside(beside, bytes, before);
    if (before.nlink > 1) overwrite(target, bytes);
    else renameSync(beside, target);
  } catch (error) {
    if (!(error instanceof HalfWrittenError)) rmSync(beside, { force: true });
    throw error;
  }
  rmSync(beside, { force: true });
}

/** The file is neither old nor new: its new content stands beside it. */
class HalfWrittenError extends Error {}

function writeBeside(beside: string, bytes: Uint8Array, before: Stats): void {
  writeFileSync(beside, bytes, { mode: before.mode });
  keepOwner(beside, before);
  // The process's mask has taken permissions away when the file was made.
  chmodSync(beside, before.mode);
}

/** Writes into the file itself, which is the same under all its names; puts back what was there if that fails. */
function overwrite(target: string, bytes: Uint8Array): void {
  const before = readFileSync(target);
  try {
    writeFileSync(target, bytes);
  } catch (error) {
    try {
      writeFileSync(target, before);
    } catch {
      throw new HalfWrittenError((error as Error).message, { cause: error });
    }
    throw error;
  }
}

/** Only the superuser may give a file away; anyone else's new file is their own. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {}
}
