/** From paths and folders to the files to read. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Message } from '../report/model/index.ts';
import { PLAN_NAME } from '../report/others/plan/plan.ts';
import type { Position } from '../report/text/text.ts';
import { hasReportName } from '../workspace/recognition.ts';
import { failureMessage } from './failure.ts';
import { IgnoreRules } from './ignored.ts';
import { mayHoldReport, shownPath } from './names.ts';

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
  /** Where in the file what is wrong stands. */
  readonly place?: Position;
  readonly reason: Message;
}

const CURRENT_FOLDER = '.';

/** A file that says which reports add up to which. */
export type PlanFile = Pick<Candidate, 'shown' | 'path'>;

/** What is found, by its full path. */
export class Collection {
  readonly candidates = new Map<string, Candidate>();
  readonly plans = new Map<string, PlanFile>();
  readonly failures: Failure[] = [];
}

/**
 * The files behind paths (of the current folder if there are none), each once, in the order they were given and by name inside a folder.
 * A named file is always taken; a folder is walked without ignored files, what begins with a dot, and node_modules.
 */
export function collectFiles(paths: readonly string[]): {
  readonly candidates: readonly Candidate[];
  readonly plans: readonly PlanFile[];
  readonly failures: readonly Failure[];
} {
  const collection = new Collection();
  for (const path of paths.length === 0 ? [CURRENT_FOLDER] : paths) {
    attempt(path, collection, () => {
      if (statSync(path).isDirectory()) for (const _step of walkFolder(path, collection));
      else take(path, true, collection);
    });
  }
  const { candidates, plans, failures } = collection;
  return { candidates: [...candidates.values()], plans: [...plans.values()], failures };
}

/** Walks a folder, one folder inside it a step, so that whoever walks can do other things in between. */
export function walkFolder(path: string, collection: Collection): Generator<void> {
  const folder = resolve(path);
  return walk(path, folder, IgnoreRules.forFolder(folder), collection);
}

function* walk(shown: string, folder: string, rules: IgnoreRules, collection: Collection): Generator<void> {
  const entries = readEntries(shown, folder, collection);
  yield;
  for (const entry of entries) {
    // Also what macOS puts beside a file on a foreign disk: ._ and the file's name.
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const inside = shown === CURRENT_FOLDER ? entry.name : joinShown(shown, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || rules.ignores(path, true)) continue;
      yield* walk(inside, path, rules.enter(path), collection);
    } else if (isReadable(entry, path) && !rules.ignores(path, false)) {
      take(inside, hasReportName(entry.name), collection);
    }
  }
}

/** By name; a folder that cannot be read has none, and is reported. */
function readEntries(shown: string, folder: string, collection: Collection): readonly Dirent[] {
  let entries: readonly Dirent[] = [];
  attempt(shown, collection, () => {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  return entries;
}

/** `path.join` would turn `./samples` into `samples`; a path is shown as it was given. */
function joinShown(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

function isReadable(entry: Dirent, path: string): boolean {
  if (!mayHoldReport(entry.name) && entry.name !== PLAN_NAME) return false;
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

function take(path: string, isCertain: boolean, { candidates, plans }: Collection): void {
  const key = resolve(path);
  if (basename(path) === PLAN_NAME) {
    plans.set(key, { shown: plans.get(key)?.shown ?? shownPath(path), path });
    return;
  }
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
