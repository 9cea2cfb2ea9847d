/** Reads .docx and .docm: the text that is checked, and the way back from it into the document. */
import type { OpenDocument, Stretch } from '../model.ts';
import { editWord } from './edit/writeDocx.ts';
import { readWord, type WordDocument } from './wordDocument.ts';
import type { Placed } from './wordText.ts';

/** @throws FormatError for what is no Word document, damaged, unsafe or too large */
export async function readDocx(bytes: Uint8Array): Promise<OpenDocument> {
  return toOpen(readWord(bytes));
}

function toOpen(document: WordDocument): OpenDocument {
  const { content, account, file } = document;
  return {
    kind: 'docx',
    text: content.text,
    map: content.placed.flatMap((placed) => stretchOf(placed, file.main)),
    account: account.items(),
    placeOf: content.placeOf,
    edit: async (edits, options = {}) => {
      const { bytes, document: next } = editWord(document, edits, options);
      return { bytes, document: toOpen(next) };
    },
  };
}

function stretchOf({ start, piece }: Placed, part: string): readonly Stretch[] {
  if (piece.kind !== 'written') return [];
  return [{ text: { start, end: start + piece.text.length }, part, source: piece.written.source }];
}
