/** Reports as PDF: their text by pdf.js, their tables by the lines that are drawn round cells. */
import { compose } from '../compose.ts';
import { FormatError } from '../error.ts';
import type { AccountItem, AccountKind, OpenDocument, OpenOptions } from '../model.ts';
import type { PageContent } from './geometry.ts';
import { type LaidOutPage, layOut } from './layout.ts';
import { type CharacterMaps, readPages } from './pages.ts';
import { joinPages, type ReadDocument } from './pdfDocument.ts';
import { rowRuns } from './unruled.ts';

/**
 * What reads PDF with the character maps at hand.
 *
 * @param maps for fonts that are not in the file, and in which characters have the numbers of a Chinese standard
 */
export function makePdfReader(maps: CharacterMaps) {
  return async (bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenDocument> => {
    const contents = await readPages(bytes, maps, options);
    if (contents.every(({ glyphs }) => glyphs.length === 0)) throw new FormatError('noText');
    const pages = contents.map(layOut);
    const document = joinPages(pages);
    const { text, map, placeOf } = compose(document.lines);
    return { kind: 'pdf', text, map, placeOf, account: accountOfPages(contents, pages, document) };
  };
}

function accountOfPages(
  contents: readonly PageContent[],
  pages: readonly LaidOutPage[],
  { paragraphs, tables, edgeLines, lines }: ReadDocument,
): readonly AccountItem[] {
  const sum = (numberOf: (page: PageContent) => number): number =>
    contents.reduce((total, page) => total + numberOf(page), 0);
  const isEmpty = ({ glyphs, pictures, invisible, unnamed }: PageContent): boolean =>
    glyphs.length === 0 && pictures + invisible + unnamed > 0;
  const items: readonly (readonly [kind: AccountKind, count: number, isRead: boolean, page?: number])[] = [
    ['pages', contents.length, true],
    ['paragraphs', paragraphs, true],
    ['tables', tables, true],
    ['pagesWithoutText', sum((page) => Number(isEmpty(page))), false, 1 + contents.findIndex(isEmpty)],
    ['unplacedTables', pages.reduce((total, { unplaced }) => total + unplaced, 0) + rowRuns(lines), false],
    ['symbols', sum(({ unnamed }) => unnamed), false],
    ['hiddenText', sum(({ invisible }) => Number(invisible > 0)), false],
    ['notes', pages.reduce((total, { notes }) => total + notes, 0), false],
    ['pictures', sum(({ pictures }) => pictures), false],
    ['headersAndFooters', edgeLines, false],
  ];
  return items
    .filter(([, count]) => count > 0)
    .map(([kind, count, isRead, page]) => ({ kind, count, isRead, ...(page && { place: { page } }) }));
}

/** Without maps, which are in the bundle that ships: fonts that need one give no text. */
export const readPdf = makePdfReader(new Map());
