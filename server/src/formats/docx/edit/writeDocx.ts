/** Writes edits of the text into a Word document: the characters concerned, and nothing else of the file. */
import { applyEdits } from '../../../report/edit/fixes.ts';
import type { Message, TextEdit } from '../../../report/model/index.ts';
import { EditError, FormatError } from '../../error.ts';
import type { EditOptions } from '../../model.ts';
import { encodeXml } from '../../xml/xmlEncoding.ts';
import { readWord, type WordDocument } from '../wordDocument.ts';
import { splicesOf, type Tracker } from './splices.ts';
import { changesOf, type EditReason } from './wordChanges.ts';

/**
 * The file after the edits.
 *
 * @throws EditError with every edit that cannot be written, or with all of them where the file would then say anything but
 *   what was asked
 */
export function editWord(
  document: WordDocument,
  edits: readonly TextEdit[],
  options: EditOptions,
): { readonly bytes: Uint8Array; readonly document: WordDocument } {
  const { file, body, content } = document;
  refuseWhole(document, edits);
  const tracker = trackerFor(document, options);
  const text = applyEdits(body.text, collect(document, edits, tracker));
  const bytes = file.zip.replace(new Map([[file.main, encodeXml(text, body)]]));
  const next = readAgain(bytes);
  if (next === null || next.content.text !== applyEdits(content.text, edits))
    throw refusal(edits, 'readsDifferently');
  return { bytes, document: next };
}

/** @throws EditError where nothing in the file may be changed */
function refuseWhole({ file, settings }: WordDocument, edits: readonly TextEdit[]): void {
  if (settings.isProtected) throw refusal(edits, 'protected');
  if (file.isSigned) throw refusal(edits, 'signed');
}

/** @throws EditError with the edits that cannot be written */
function collect(
  document: WordDocument,
  edits: readonly TextEdit[],
  tracker: Tracker | null,
): readonly TextEdit[] {
  const refused: [edit: TextEdit, reason: EditReason][] = [];
  const splices = new Map<string, TextEdit>();
  for (const edit of edits) {
    const changes = changesOf(edit, document.content, tracker !== null);
    const own = typeof changes === 'string' ? changes : splicesOf(document.body.text, changes, tracker);
    if (typeof own === 'string') refused.push([edit, own]);
    // Two edits of one text may both ask its tag to keep spaces.
    else
      for (const splice of own)
        splices.set(`${splice.span.start} ${splice.span.end} ${splice.newText}`, splice);
  }
  if (refused.length > 0)
    throw new EditError(refused.map(([edit, reason]) => ({ edit, reason: words(reason) })));
  return [...splices.values()];
}

function trackerFor(
  { settings, body }: WordDocument,
  { tracking = 'auto', date }: EditOptions,
): Tracker | null {
  const isTracked = tracking === 'always' || (tracking === 'auto' && settings.tracksChanges);
  if (!isTracked) return null;
  let most = 0;
  for (const [, id] of body.text.matchAll(/\bid="(\d{1,9})"/g)) most = Math.max(most, Number(id));
  return { date: date ?? new Date(), nextId: most + 1 };
}

/** `null` where the outcome is no document any more. */
function readAgain(bytes: Uint8Array): WordDocument | null {
  try {
    return readWord(bytes);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function refusal(edits: readonly TextEdit[], reason: EditReason): EditError {
  return new EditError(edits.map((edit) => ({ edit, reason: words(reason) })));
}

function words(reason: EditReason): Message {
  return { key: `format.edit.${reason}`, args: {} };
}
