/** Addresses of the workbench that VS Code's server serves. */
import { isDocument, shownAs } from '../../server/src/workspace/reports/documentUri.ts';
import type { Server } from './server.ts';

/** What VS Code's command line is told, and the workbench through its address. */
export interface WorkbenchOptions {
  readonly folder?: string | undefined;
  readonly extensionDevelopmentPath?: readonly string[];
  readonly extensionTestsPath?: string | undefined;
  /** A place to open at once. */
  readonly open?: FilePlace;
}

/** A place in a file; line and column count from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The address at which the workbench opens `folder`, runs extensions from their sources, and tests. */
export function workbenchUrl({ authority }: Pick<Server, 'authority'>, options: WorkbenchOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${urlPath(path)}`;
  const payload: [string, string][] = [];
  for (const path of options.extensionDevelopmentPath ?? []) {
    payload.push(['extensionDevelopmentPath', remote(path)]);
  }
  if (options.extensionTestsPath) payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  if (options.open) {
    payload.push(['gotoLineMode', 'true'], ['openFile', addressOf(options.open, remote)]);
  }
  const query = new URLSearchParams();
  if (options.folder) query.set('folder', urlPath(options.folder));
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${readable(query)}`;
}

/** Of a document it is the text that is opened: the place is one of that. */
function addressOf({ file, line, column }: FilePlace, remote: (path: string) => string): string {
  const place = `:${line}:${column}`;
  if (!isDocument(file)) return remote(file) + place;
  const escaped = file.split('/').map(encodeURIComponent).join('/');
  return shownAs(remote(escaped)).replace('?', `${place}?`);
}

/** Some characters need no escape in a query, and people look at this one. */
function readable(query: URLSearchParams): string {
  return String(query).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** A file's path as addresses write it: forward slashes, and one before a drive letter. */
function urlPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
