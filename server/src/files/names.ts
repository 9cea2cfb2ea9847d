/** Names of files: which may hold a report, and how a file is named in output and in patterns. */
import { resolve, sep } from 'node:path';

const TEXT_NAME = /\.(?:txt|md)$/i;

/** Taken when its content says that it is a report. */
export function mayHoldReport(name: string): boolean {
  return TEXT_NAME.test(name);
}

/** Where a file is, in full and with `/`: what file patterns are about. */
export function locationOf(path: string): string {
  return resolve(path).split(sep).join('/');
}

/** A path as output shows it: as given, with `/`. */
export function shownPath(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
