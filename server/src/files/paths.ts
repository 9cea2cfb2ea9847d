/** Names of files: which may hold a report, and how a file is named in output and in patterns. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { hasReportName } from '../workspace/recognition.ts';

const TEXT_NAME = /\.(?:txt|md)$/i;
/** Kinds that are read, and those that are refused with the way out. */
const DOCUMENT_NAME = /\.(?:doc[xm]?|wps|rtf|odt|ofd|pptx?|html?|mht(?:ml)?|pdf|xlsx?|et|ods)$/i;
/** What Office leaves beside a document that is open. */
const LOCK_NAME = /^~\$/;

/** A report has some ten kilobytes; what is far larger is not read just to see whether it is one. */
export const LARGEST_UNKNOWN = 5_000_000;

/** Taken when its content says that it is a report; what is no text only by its name. */
export function mayHoldReport(name: string): boolean {
  return isTextName(name) || (hasReportName(name) && !LOCK_NAME.test(name));
}

export function isTextName(name: string): boolean {
  return TEXT_NAME.test(name);
}

/** Whether a file's name says that it is a document of another kind than text. */
export function isDocumentName(name: string): boolean {
  return DOCUMENT_NAME.test(name);
}

/** Where a file is, in full and with `/`: what file patterns are about. A link is where the file is that it points to. */
export function locationOf(path: string): string {
  return realPathOf(resolve(path)).split(sep).join('/');
}

/** A full path without links; what is not there is looked for in the folder that it would be in. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOf(parent), basename(path));
  }
}

/** A path as output shows it: as given, with `/`. */
export function shownPath(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
