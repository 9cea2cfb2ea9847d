/** Entry in a web worker, which may be started from a mere text: the engine comes with it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import * as engine from '../lsp/engine.ts';
import { serve } from '../lsp/server.ts';

// The DOM library knows no worker's global; both have the `postMessage` and `onmessage` that are needed.
const worker = self as unknown as Worker;

serve({
  connect: (options) =>
    createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), options),
  loadEngine: async () => engine,
});
