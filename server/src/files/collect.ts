/** From paths and folders to the files to read. */
import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../report/model/index.ts';
import { PLAN_NAME } from '../report/others/plan/plan.ts';
import type { Position } from '../report/text/text.ts';
import { hasReportName } from '../workspace/recognition.ts';
import { failureMessage } from './failure.ts';
import { IgnoreRules } from './ignored.ts';
import { locationOf, mayHoldReport, shownPath } from './paths.ts';

export interface Candidate {
  /** As output names it. */
  readonly shown: string;
  readonly path: string;
  /** Named on the command line, or its name says that it is a report; otherwise its content decides. */
  readonly isCertain: boolean;
}

interface Found extends Candidate {
  /** Whether it is a symbolic link: the file that it points to goes before it. */
  readonly isLink: boolean;
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

/** What is found, by where it is: a link is the file that it points to. */
export class Collection {
  readonly candidates = new Map<string, Found>();
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
      else take(path, { isCertain: true, isLink: lstatSync(path).isSymbolicLink() }, collection);
    });
  }
  const { candidates, plans, failures } = collection;
  return { candidates: [...candidates.values()], plans: [...plans.values()], failures };
}

/** A folder to be read, and what holds for all of the walk. */
interface Walk {
  /** What links may not lead out of. */
  readonly root: string;
  readonly collection: Collection;
}

/**
 * Walks a folder, one folder inside it a step, so that whoever walks can do other things in between.
 *
 * @param root the folder that the whole walk is of, where only a part of it is to be walked
 */
export function* walkFolder(path: string, collection: Collection, root = path): Generator<void> {
  let folder = resolve(root);
  let rules = IgnoreRules.forFolder(folder);
  for (const name of relative(folder, resolve(path)).split(sep)) {
    if (name === '') continue;
    folder = join(folder, name);
    if (isLeftOut(name) || !isFolder(folder) || rules.ignores(folder, true)) return;
    rules = rules.enter(folder);
  }
  yield* walk(path, folder, rules, { root, collection });
}

function* walk(shown: string, folder: string, rules: IgnoreRules, whole: Walk): Generator<void> {
  const entries = readEntries(shown, folder, whole.collection);
  yield;
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const path = join(folder, entry.name);
    const inside = shown === CURRENT_FOLDER ? entry.name : joinShown(shown, entry.name);
    if (entry.isDirectory()) {
      if (!rules.ignores(path, true)) yield* walk(inside, path, rules.enter(path), whole);
    } else if (isTaken(entry, path, whole) && !rules.ignores(path, false)) {
      take(
        inside,
        { isCertain: hasReportName(entry.name), isLink: entry.isSymbolicLink() },
        whole.collection,
      );
    }
  }
}

/** What begins with a dot is somebody's own, or what macOS puts beside a file on a foreign disk: ._ and its name. */
function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
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

function isTaken(entry: Dirent, path: string, { root }: Walk): boolean {
  if (!mayHoldReport(entry.name) && entry.name !== PLAN_NAME) return false;
  // A link to a folder is not followed, so that no circle can arise.
  return entry.isFile() || (entry.isSymbolicLink() && isFile(path) && isInside(path, root));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Not for a link to a folder. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether a link leads to a file in the folder: nobody who names a folder means files elsewhere. */
function isInside(link: string, root: string): boolean {
  return locationOf(link).startsWith(`${locationOf(root)}/`);
}

function take(
  path: string,
  found: Pick<Found, 'isCertain' | 'isLink'>,
  { candidates, plans }: Collection,
): void {
  const key = locationOf(path);
  if (basename(path) === PLAN_NAME) {
    plans.set(key, { shown: plans.get(key)?.shown ?? shownPath(path), path });
    return;
  }
  const known = candidates.get(key);
  const named = known && (found.isLink || !known.isLink) ? known : { shown: shownPath(path), path, ...found };
  candidates.set(key, { ...named, isCertain: found.isCertain || known?.isCertain === true });
}

function attempt(path: string, { failures }: Collection, action: () => void): void {
  try {
    action();
  } catch (error) {
    failures.push({ shown: shownPath(path), reason: failureMessage(error) });
  }
}
