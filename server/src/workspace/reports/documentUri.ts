/** The text that a client shows of a document that is none: its URI has that of the document as its query. */

export const DOCUMENT_SCHEME = 'disclosure-report-document';

/** The URI of the document whose text is shown under a URI; any other URI as it is. */
export function documentOf(uri: string): string {
  const query = uri.indexOf('?');
  return uri.startsWith(`${DOCUMENT_SCHEME}:`) && query >= 0 ? unescaped(uri.slice(query + 1)) : uri;
}

/** The URI under which a client shows the text of a file that is none; of a text its own. */
export function shownAs(file: string): string {
  if (!isDocument(file)) return file;
  const path = file.slice(file.indexOf(':') + 1).replace(/^\/\/[^/]*/, '');
  return `${DOCUMENT_SCHEME}:${path}.disclosure.txt?${encodeURIComponent(file)}`;
}

/** Whether a file is no text, as its name says. */
export function isDocument(uri: string): boolean {
  return /\.(?:docx|docm|html?|pdf|xlsx)$/i.test(uri);
}

/** A URI without percent escapes; one that is malformed as it is. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
