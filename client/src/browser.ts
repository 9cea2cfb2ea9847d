/** Entry in the browser (vscode.dev): the server is a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateExtension, type ExtensionApi } from './extension.ts';

export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  const connect = (): Promise<MessageTransports> => connectTo(script);
  return activateExtension(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}

/** The client takes a worker only if it is an instance of `Worker`; VS Code's own stand-in is not. */
async function connectTo(script: Uri): Promise<MessageTransports> {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  // VS Code refuses to start a worker from a remote's files, so it gets the text itself.
  const source = new Uint8Array(await workspace.fs.readFile(script));
  return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
}
