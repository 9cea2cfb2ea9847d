/**
 * What pdf.js asks of its platform when it is loaded, and this use of it never touches; and its reading half, which runs here
 * and not in a worker of its own. To be imported before pdf.js.
 */
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

const platform: { DOMMatrix?: unknown; pdfjsWorker?: unknown; FontFace?: unknown } = globalThis;
platform.DOMMatrix ??= class {};
platform.pdfjsWorker ??= worker;

/** A font that is never shown. Without one pdf.js would take every character's outline apart, to draw it itself. */
class UnusedFont {
  readonly loaded = Promise.resolve();
}
platform.FontFace ??= UnusedFont;

/** Whether fonts can be handed over; in browsers they would be loaded. */
export const hasUnusedFonts = platform.FontFace === UnusedFont;

/** Where pdf.js would put fonts. */
export const unusedDocument = { fonts: { add: () => {}, delete: () => {} } };
