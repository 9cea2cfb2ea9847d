/**
 * What pdf.js asks of its platform when it is loaded, and this use of it never touches; and its reading half, which runs here
 * and not in a worker of its own. To be imported before pdf.js.
 */
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

const platform: { DOMMatrix?: unknown; pdfjsWorker?: unknown } = globalThis;
platform.DOMMatrix ??= class {};
platform.pdfjsWorker ??= worker;
