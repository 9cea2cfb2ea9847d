/** Entry in the browser (vscode.dev): the server is a web worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type ExtensionApi } from './extension.ts';

export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  const start = async (): Promise<Worker> => new Worker(script);
  return activateExtension(context, (id, name, options) => new LanguageClient(id, name, start, options));
}
