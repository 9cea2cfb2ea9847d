/**
 * Reports in folders that only the client can read: virtual workspaces, and every workspace of a browser. Two requests,
 * which a client offers with `initializationOptions.readsFiles`; no client needs them.
 */
import type { Connection } from 'vscode-languageserver';
import { locationOfUri, type ReportFiles } from './reportFiles.ts';

/** The files of a folder, by URI, that may be reports, and the plans. */
const FIND_REPORTS = 'disclosureReport/findReports';

/** The text of a file; `null` where there is none, or it is no report. */
const READ_REPORT = 'disclosureReport/readReport';

/** Files that the client finds and reads. A file that it cannot read has no text. */
export function clientFiles(connection: Connection): ReportFiles {
  return {
    serves: () => true,
    find: async (folder) =>
      (await connection.sendRequest<{ files: readonly string[] }>(FIND_REPORTS, { folder })).files,
    locate: locationOfUri,
    read: (uri) =>
      connection.sendRequest<{ text: string | null }>(READ_REPORT, { uri }).then(
        ({ text }) => text,
        () => null,
      ),
  };
}
