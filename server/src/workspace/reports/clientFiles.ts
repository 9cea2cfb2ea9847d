/**
 * Reports in folders that only the client can read: virtual workspaces, and every workspace of a browser. Two requests,
 * which a client offers with `initializationOptions.readsFiles`; no client needs them.
 */
import type { Connection } from 'vscode-languageserver';
import { open } from '../../formats/open.ts';
import { fromBase64 } from '../base64.ts';
import { locationOfUri, type ReportFiles } from './reportFiles.ts';

/** The files of a folder, by URI, that may be reports, and the plans. */
const FIND_REPORTS = 'disclosureReport/findReports';

/** The text of a file, or the bytes of one that is none in base64; neither where there is none, or it is no report. */
const READ_REPORT = 'disclosureReport/readReport';

interface FileContent {
  readonly text: string | null;
  readonly bytes?: string;
}

async function textIn({ text, bytes }: FileContent): Promise<string | null> {
  return bytes === undefined ? text : (await open(fromBase64(bytes), '')).text;
}

/** Files that the client finds and reads. A file that it cannot read has no text. */
export function clientFiles(connection: Connection): ReportFiles {
  return {
    serves: () => true,
    find: async (folder) =>
      (await connection.sendRequest<{ files: readonly string[] }>(FIND_REPORTS, { folder })).files,
    locate: locationOfUri,
    read: (uri) => connection.sendRequest<FileContent>(READ_REPORT, { uri }).then(textIn, () => null),
  };
}
