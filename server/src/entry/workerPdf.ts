/** PDF in a web worker: what reads it is the file that Node has, too, beside the worker's folder. */
import type { OpenDocument, OpenOptions } from '../formats/model.ts';

/** Relative to the worker's own file. */
const BUNDLE = '../pdf.js';

interface PdfBundle {
  readPdf(bytes: Uint8Array, options?: OpenOptions): Promise<OpenDocument>;
}

/** Loads the bundle at the first PDF, and reads it. */
export async function readPdf(bytes: Uint8Array, options?: OpenOptions): Promise<OpenDocument> {
  await import(BUNDLE);
  const { disclosureReportPdf } = globalThis as unknown as { readonly disclosureReportPdf: PdfBundle };
  return disclosureReportPdf.readPdf(bytes, options);
}
