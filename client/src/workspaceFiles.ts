/** Finds and reads the files of the workspace that may be reports, on any file system that VS Code knows. */
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from './documents/base64.ts';
import { decode } from './encoding.ts';
import { hasReportName, headLength, isDocumentFile, looksLikeReport } from './recognition.ts';

const documentName = '*政府信息公开*年度报告*';
const names = [
  '*.txt',
  '*.md',
  ...['docx', 'docm', 'html', 'htm', 'pdf'].map((end) => `${documentName}.${end}`),
];

/** One pair of braces: the search of VS Code takes none within others. */
export const candidates = `**/{${names.join(',')}}`;
export const excluded = '**/node_modules/**';

/** Says which reports add up to which. */
export const planName = 'disclosure-report.json';

/** A report has some ten kilobytes; what is far larger is not read just to see whether it is one. */
const largestUnknown = 5_000_000;

/** Reads files for a server that cannot: in the browser, and in folders that are on no disk. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest('disclosureReport/findReports', async ({ folder }: { folder: string }) => {
    const base = Uri.parse(folder);
    const patterns = [candidates, `**/${planName}`].map((pattern) => new RelativePattern(base, pattern));
    const found = await Promise.all(patterns.map((pattern) => workspace.findFiles(pattern, excluded)));
    return { files: found.flat().map((file) => file.toString()) };
  });
  client.onRequest('disclosureReport/readReport', ({ uri }: { uri: string }) => contentOf(Uri.parse(uri)));
}

interface FileContent {
  readonly text: string | null;
  readonly bytes?: string;
}

/** What the server reads of a file: of one that is no text its bytes. */
async function contentOf(file: Uri): Promise<FileContent> {
  if (isDocumentFile(file.path)) return { text: null, bytes: toBase64(await workspace.fs.readFile(file)) };
  return { text: await readReport(file) };
}

/** The text of a report or of a plan; `null` of anything else. */
async function readReport(file: Uri): Promise<string | null> {
  const isWanted = file.path.endsWith(`/${planName}`) || (await isReportFile(file));
  return isWanted ? decode(await workspace.fs.readFile(file)) : null;
}

/** Looks at the bytes first: to open every text file of a workspace as a document would be slow. */
export async function isReportFile(file: Uri): Promise<boolean> {
  if (hasReportName(file.path) || isDocumentFile(file.path)) return hasReportName(file.path);
  if ((await workspace.fs.stat(file)).size > largestUnknown) return false;
  const bytes = (await workspace.fs.readFile(file)).subarray(0, 3 * headLength);
  return looksLikeReport(decode(bytes));
}
