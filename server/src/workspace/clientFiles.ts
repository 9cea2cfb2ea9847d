/**
 * Reports in folders that only the client can read: virtual workspaces, and every workspace of a browser. Two requests,
 * which a client offers with `initializationOptions.readsFiles`; no client needs them.
 */
import { type Connection, RequestType } from 'vscode-languageserver';
import type { ReportFiles } from './reportFiles.ts';

/** The files of a folder, by URI, that may be reports, and the plans. */
const FindReports = new RequestType<{ folder: string }, { files: readonly string[] }, void>(
  'disclosureReport/findReports',
);

/** The text of a file; `null` where there is none, or it is no report. */
const ReadReport = new RequestType<{ uri: string }, { text: string | null }, void>(
  'disclosureReport/readReport',
);

export function clientFiles(connection: Connection): ReportFiles {
  return {
    serves: () => true,
    find: async (folder) => (await connection.sendRequest(FindReports, { folder })).files,
    read: (uri) =>
      connection.sendRequest(ReadReport, { uri }).then(
        ({ text }) => text,
        () => null,
      ),
  };
}
