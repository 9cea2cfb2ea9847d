/** Saved web pages: .html and .htm. */
import { FormatError } from '../error.ts';
import type { OpenDocument, OpenOptions } from '../model.ts';
import { cutReport } from './cut.ts';
import { type DecodedPage, decodePage } from './decode.ts';
import { readFlow } from './flow.ts';
import { accountOfPage } from './pageAccount.ts';
import { textOfLines } from './pageText.ts';
import { readTree } from './tree.ts';
import { collapse } from './whiteSpace.ts';
import { editPage } from './writeHtml.ts';

const MOST_MEGABYTES = 16;

/**
 * Reads a saved page: the report on it, a paragraph or a table's row a line. Nothing on it is executed, nothing fetched.
 *
 * @throws FormatError for a page that is no text, too large or nested too deep
 */
export async function readHtml(bytes: Uint8Array, { signal }: OpenOptions = {}): Promise<OpenDocument> {
  if (bytes.length > MOST_MEGABYTES * 1024 * 1024)
    throw new FormatError('tooLarge', { most: `${MOST_MEGABYTES} MiB` });
  const page = decodePage(bytes);
  signal?.throwIfAborted();
  return readDecoded(page);
}

function readDecoded(page: DecodedPage): OpenDocument {
  const tree = readTree(page.text);
  const shown = readFlow(tree.body);
  const cut = cutReport(shown.lines, { kind: 'paragraph', runs: collapse(tree.title), block: tree.body });
  const composed = textOfLines(cut.lines);
  const { text, map, placeOf } = composed;
  const { original } = page;
  return {
    kind: 'html',
    text,
    map,
    placeOf,
    account: accountOfPage(cut, shown.counts, original?.damage.length ?? 0),
    ...(original && { edit: async (edits) => editPage(edits, composed, original, readDecoded) }),
  };
}
