/** The door through which every file format comes in. What reads a format is loaded when its first file comes. */
import { FormatError } from './error.ts';
import type { DocumentKind, OpenDocument, OpenOptions } from './model.ts';
import { sniff } from './sniff.ts';

/** What reads one format. @throws FormatError for what is refused */
export type FormatReader = (bytes: Uint8Array, options: OpenOptions) => Promise<OpenDocument>;

/** The largest file that is looked into. */
const MOST_BYTES = 64 * 1024 * 1024;

const readers: Readonly<Record<DocumentKind, () => Promise<FormatReader>>> = {
  html: async () => (await import('./html/readHtml.ts')).readHtml,
  docx: async () => (await import('./docx/readDocx.ts')).readDocx,
  pdf: async () => (await import('./pdf/readPdf.ts')).readPdf,
  xlsx: async () => (await import('./xlsx/readXlsx.ts')).readXlsx,
};

/**
 * Reads a document of any of the kinds that are known.
 *
 * @param name the file's name; the bytes say what it is, the name only tells a page from other text
 * @throws FormatError with the reason and the way out, for what is no such document, damaged, unsafe or too large
 */
export async function open(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<OpenDocument> {
  options.signal?.throwIfAborted();
  if (bytes.length > MOST_BYTES) throw new FormatError('tooLarge', { most: `${MOST_BYTES >> 20} MiB` });
  const kind = await kindOf(bytes, name);
  const read = await readers[kind]();
  return read(bytes, options);
}

const PAGE_NAME = /\.html?$/i;

/** @throws FormatError for a kind that is not read */
async function kindOf(bytes: Uint8Array, name: string): Promise<DocumentKind> {
  const sniffed = sniff(bytes);
  switch (sniffed) {
    case 'zip':
      return (await import('./package.ts')).openPackage(bytes).kind;
    case 'pdf':
    case 'html':
      return sniffed;
    case null:
      if (PAGE_NAME.test(name)) return 'html';
      throw new FormatError('unknown');
    default:
      throw new FormatError(sniffed);
  }
}
