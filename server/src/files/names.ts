/** Which file names say by themselves that the file is a report, and which may hold one. */
import { resolve, sep } from 'node:path';

const REPORT_NAME = /政府信息公开.*年度报告.*\.(?:txt|md)$|\.disclosure\.(?:txt|md)$/i;
const TEXT_NAME = /\.(?:txt|md)$/i;

/** Taken without asking: `*政府信息公开*年度报告*.{txt,md}` and `*.disclosure.{txt,md}`. */
export function isReportName(name: string): boolean {
  return REPORT_NAME.test(name.normalize('NFC'));
}

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
