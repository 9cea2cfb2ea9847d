/** Edits of a page's text, written into its source: the characters concerned, and nothing else. */
import { type Decoded, encode } from '../../files/encoding.ts';
import { LossyEncodingError } from '../../files/failure.ts';
import type { Message, Span, TextEdit } from '../../report/model/index.ts';
import { isLiteral, lastAtOrBefore } from '../compose.ts';
import { EditError } from '../error.ts';
import type { Edited, OpenDocument, RefusedEdit, Stretch } from '../model.ts';
import { narrow } from '../narrow.ts';
import type { DecodedPage } from './decode.ts';
import type { PageText } from './pageText.ts';

/**
 * Writes edits into a page and reads it again.
 *
 * @throws EditError with the edits that do not lie within a cell's or a paragraph's own characters, or with all of them if
 *   the page would then say anything but what was asked, or could not be written in its encoding
 */
export function editPage(
  edits: readonly TextEdit[],
  page: PageText,
  original: Decoded,
  read: (page: DecodedPage) => OpenDocument,
): Edited {
  const refused: RefusedEdit[] = [];
  const splices: Splice[] = [];
  for (const edit of edits) {
    const own = splicesOfEdit(edit, page);
    if (own) splices.push(...own);
    else refused.push({ edit, reason: { key: 'format.edit.structure', args: {} } });
  }
  if (refused.length > 0) throw new EditError(refused);
  const text = spliced(original.text, splices);
  const bytes = encoded(text, original, edits);
  const document = read({ text, original: { ...original, text, bytes } });
  const wanted = spliced(
    page.text,
    edits.map(({ span, newText }) => ({ place: span, text: newText })),
  );
  if (document.text !== wanted) throw refusalOfAll(edits, { key: 'format.edit.readsDifferently', args: {} });
  return { bytes, document };
}

function refusalOfAll(edits: readonly TextEdit[], reason: Message): EditError {
  return new EditError(edits.map((edit) => ({ edit, reason })));
}

/** Some pages hold bytes that their encoding would write in another way. */
function encoded(text: string, original: Decoded, edits: readonly TextEdit[]): Uint8Array<ArrayBuffer> {
  try {
    return encode(text, original);
  } catch (error) {
    if (!(error instanceof LossyEncodingError)) throw error;
    throw refusalOfAll(edits, { key: 'format.edit.encoding', args: { encoding: error.message } });
  }
}

interface Splice {
  readonly place: Span;
  readonly text: string;
}

function splicesOfEdit(edit: TextEdit, page: PageText): readonly Splice[] | null {
  const all: Splice[] = [];
  for (const part of narrow(page.text, edit) ?? [null]) {
    const own = part && splicesOfPart(part, page);
    if (!own) return null;
    all.push(...own);
  }
  return all;
}

function splicesOfPart({ span, newText }: TextEdit, page: PageText): readonly Splice[] | null {
  return span.start === span.end
    ? insertionSplice(span.start, newText, page)
    : replacementSplices(span, newText, page);
}

function insertionSplice(at: number, newText: string, { map, blanks }: PageText): readonly Splice[] | null {
  const blank = blanks.get(at);
  const place = blank ?? placeBeside(map, at);
  return place === null ? null : [{ place: { start: place, end: place }, text: escaped(newText) }];
}

/** The place in the source behind the character in front, or in front of the character behind. */
function placeBeside(map: readonly Stretch[], at: number): number | null {
  const index = lastAtOrBefore(map, ({ text }) => text.start, at);
  const own = map[index];
  const before = map[index - 1];
  if (own && own.text.start < at && at <= own.text.end)
    return isLiteral(own) || at === own.text.end ? own.source.end - (own.text.end - at) : null;
  if (before?.text.end === at) return before.source.end;
  return own?.text.start === at ? own.source.start : null;
}

/** The first stretch takes the new text; of the others the characters concerned are taken away. */
function replacementSplices(span: Span, newText: string, { map }: PageText): readonly Splice[] | null {
  const splices: Splice[] = [];
  let at = span.start;
  for (
    let index = Math.max(
      0,
      lastAtOrBefore(map, ({ text }) => text.start, at),
    );
    at < span.end;
    index++
  ) {
    const stretch = map[index];
    if (!stretch || stretch.text.start > at || stretch.text.end <= at) return null;
    const end = Math.min(span.end, stretch.text.end);
    const isWhole = at === stretch.text.start && end === stretch.text.end;
    if (!isWhole && !isLiteral(stretch)) return null;
    const place = isWhole
      ? stretch.source
      : {
          start: stretch.source.start + at - stretch.text.start,
          end: stretch.source.start + end - stretch.text.start,
        };
    splices.push({ place, text: splices.length === 0 ? escaped(newText) : '' });
    at = end;
  }
  return splices;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { place, text: own } of [...splices].sort((a, b) => a.place.start - b.place.start)) {
    parts.push(text.slice(at, place.start), own);
    at = place.end;
  }
  return parts.join('') + text.slice(at);
}
