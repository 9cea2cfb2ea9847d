/** Entry in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server.ts';

// The DOM library knows no worker's global; both have the `postMessage` and `onmessage` that are needed.
const worker = self as unknown as Worker;

serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));
