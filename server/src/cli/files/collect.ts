/** From the paths on the command line to the files to read. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Message } from '../../report/model.ts';
import { failureMessage } from './failure.ts';
import { IgnoreRules } from './ignored.ts';
import { isReportName, mayHoldReport, shownPath } from './names.ts';

export interface Candidate {
  /** As output names it. */
  readonly shown: string;
  readonly path: string;
  /** Named on the command line, or its name says that it is a report; otherwise its content decides. */
  readonly isCertain: boolean;
}

/** A path that cannot be read. */
export interface Failure {
  readonly shown: string;
  readonly reason: Message;
}

const CURRENT_FOLDER = '.';

interface Collection {
  readonly candidates: Map<string, Candidate>;
  readonly failures: Failure[];
}

/**
 * The files behind paths (of the current folder if there are none), each once, in the order they were given and by name inside a folder.
 * A named file is always taken; a folder is walked without ignored files, dot folders and node_modules.
 */
export function collectFiles(paths: readonly string[]): { candidates: Candidate[]; failures: Failure[] } {
  const collection: Collection = { candidates: new Map(), failures: [] };
  for (const path of paths.length === 0 ? [CURRENT_FOLDER] : paths) {
    attempt(path, collection, () => {
      if (statSync(path).isDirectory())
        walk(path, resolve(path), IgnoreRules.forFolder(resolve(path)), collection);
      else take(path, true, collection);
    });
  }
  return { candidates: [...collection.candidates.values()], failures: collection.failures };
}

function walk(shown: string, folder: string, rules: IgnoreRules, collection: Collection): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const inside = shown === CURRENT_FOLDER ? entry.name : joinShown(shown, entry.name);
    if (entry.isDirectory()) {
      if (isSkippedFolder(entry.name) || rules.ignores(path, true)) continue;
      attempt(inside, collection, () => walk(inside, path, rules.enter(path), collection));
    } else if (isReadable(entry, path) && !rules.ignores(path, false)) {
      take(inside, isReportName(entry.name), collection);
    }
  }
}

/** `path.join` would turn `./samples` into `samples`; a path is shown as it was given. */
function joinShown(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isReadable(entry: Dirent, path: string): boolean {
  if (!mayHoldReport(entry.name)) return false;
  // A link to a folder is not followed, so that no circle can arise.
  return entry.isFile() || (entry.isSymbolicLink() && isFile(path));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function take(path: string, isCertain: boolean, { candidates }: Collection): void {
  const key = resolve(path);
  const known = candidates.get(key);
  if (known && (known.isCertain || !isCertain)) return;
  candidates.set(key, { shown: known?.shown ?? shownPath(path), path, isCertain });
}

function attempt(path: string, { failures }: Collection, action: () => void): void {
  try {
    action();
  } catch (error) {
    failures.push({ shown: shownPath(path), reason: failureMessage(error) });
  }
}
