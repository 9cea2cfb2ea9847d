/** Reads .docx and .docm: the text that is checked, and the way back from it into the document. */

import type { OpenDocument, Stretch } from '../model.ts';
import { type OfficePackage, openPackage, readText } from '../package.ts';
import type { XmlText } from '../xml/encoding.ts';
import { Account } from './account.ts';
import { readBody } from './body/read.ts';
import { readLists } from './numbering/definitions.ts';
import { ParagraphNumbers } from './numbering/paragraphNumbers.ts';
import { Styles } from './styles.ts';
import { type DocumentText, type Placed, TextWriter } from './text.ts';

/** A document that was read, with what writing needs to know of it. */
export interface WordDocument {
  readonly file: OfficePackage;
  readonly body: XmlText;
  readonly content: DocumentText;
  readonly account: Account;
}

/** @throws FormatError for what is no Word document, damaged, unsafe or too large */
export async function readDocx(bytes: Uint8Array): Promise<OpenDocument> {
  const document = readWord(bytes);
  const { content, account, file } = document;
  return {
    kind: 'docx',
    text: content.text,
    map: content.placed.map((placed) => stretchOf(placed, file.main)),
    account: account.items(),
    placeOf: content.placeOf,
  };
}

export function readWord(bytes: Uint8Array): WordDocument {
  const file = openPackage(bytes);
  const body = readText(file.zip, file.main) ?? { text: '', encoding: 'utf-8', hasMark: false };
  const styles = Styles.read(...partOf(file, 'styles'));
  const lists = readLists(...partOf(file, 'numbering'));
  const read = (knowsFields: boolean) => {
    const account = new Account();
    const writer = new TextWriter(account);
    const numbers = new ParagraphNumbers(styles, lists);
    const take = writer.take.bind(writer);
    const isWhole = readBody({ source: body.text, styles, numbers, account, knowsFields, take }, file.main);
    return { isWhole, account, content: writer.finish() };
  };
  // A field that never ends would take the rest of the document with it.
  const first = read(true);
  const { account, content } = first.isWhole ? first : read(false);
  countOutside(file, account);
  return { file, body, content, account };
}

/** The text of the part that the document refers to as this, and its name; an empty text where there is none. */
function partOf({ zip, relationships }: OfficePackage, type: string): [source: string, name: string] {
  const found = relationships.find((each) => each.type === type && !each.isExternal);
  return [found ? (readText(zip, found.target)?.text ?? '') : '', found?.target ?? type];
}

function countOutside({ relationships, hasMacros }: OfficePackage, account: Account): void {
  if (hasMacros) account.add('macros');
  const outside = relationships.filter(({ isExternal, type }) => isExternal && type !== 'hyperlink');
  account.add('externalLinks', outside.length);
}

function stretchOf({ start, written }: Placed, part: string): Stretch {
  return { text: { start, end: start + written.text.length }, part, source: written.source };
}
