/** Entry on the desktop and in remotes: the server is a Node process of its own. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type ExtensionApi } from './extension.ts';

export function activate(context: ExtensionContext): ExtensionApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activateExtension(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
