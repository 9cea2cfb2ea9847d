/** A Word document's text, its account, and what writing needs to know of it. */
import { type OfficePackage, openPackage, readText } from '../package.ts';
import type { XmlText } from '../xml/xmlEncoding.ts';
import { readBody } from './body/readBody.ts';
import { readLists } from './numbering/definitions.ts';
import { ParagraphNumbers } from './numbering/paragraphNumbers.ts';
import { Account } from './wordAccount.ts';
import { readSettings, type Settings } from './wordSettings.ts';
import { Styles } from './wordStyles.ts';
import { type DocumentText, TextWriter } from './wordText.ts';

export interface WordDocument {
  readonly file: OfficePackage;
  readonly body: XmlText;
  readonly content: DocumentText;
  readonly settings: Settings;
  readonly account: Account;
}

/** @throws FormatError for what is no Word document, damaged, unsafe or too large */
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
  return { file, body, content, account, settings: readSettings(...partOf(file, 'settings')) };
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
