/**
 * What every file format gives of a report: the text that the checker reads, and the way back from each place of it to the
 * place in the document.
 *
 * Formats are pure: bytes in, plain values out. Nothing here knows Node, VS Code, LSP or a sentence in any language.
 */
import type { Message, Span, TextEdit } from '../report/model/index.ts';

/** How a file is written, told by its bytes and not by its name. A .docm is `docx`. */
export type DocumentKind = 'docx' | 'html' | 'pdf' | 'xlsx';

/** Where something stands for a reader of the document. All numbers begin with 1; what does not apply is left out. */
export interface Place {
  readonly page?: number;
  /** Of a workbook: which of its sheets that are shown. */
  readonly sheet?: number;
  /** Which table of the document, as they begin; a layout table that only holds other things is none. */
  readonly table?: number;
  readonly row?: number;
  /** The grid's column in which the cell begins. */
  readonly column?: number;
  /** Which paragraph outside of tables. Empty ones count, as they do for whoever counts in the document. */
  readonly paragraph?: number;
}

/** A stretch of the text that stands in the document as it is; what was put between stretches stands in no part. */
export interface Stretch {
  readonly text: Span;
  /** The part of the document (`word/document.xml`); empty where it has only one. */
  readonly part: string;
  /** UTF-16 offsets into the part's decoded text. Longer than `text` where the source writes characters as entities. */
  readonly source: Span;
}

/** What an account speaks of. Its words are `format.account.KIND` in `l10n/`. */
export type AccountKind =
  | 'paragraphs'
  | 'tables'
  | 'layoutTables'
  | 'textBoxes'
  | 'automaticNumbers'
  | 'unknownNumbers'
  | 'fields'
  | 'insertions'
  | 'deletions'
  | 'hiddenText'
  | 'pictures'
  | 'symbols'
  | 'formulas'
  | 'notes'
  | 'comments'
  | 'headersAndFooters'
  | 'embeddedObjects'
  | 'embeddedDocuments'
  | 'macros'
  | 'externalLinks'
  | 'linesBefore'
  | 'linesAfter'
  | 'navigation'
  | 'contents'
  | 'scripts'
  | 'printCopies'
  | 'frames'
  | 'pages'
  | 'pagesWithoutText'
  | 'unplacedTables'
  | 'sheets'
  | 'hiddenSheets'
  | 'hiddenRows'
  | 'formulaCells';

/** One line of the account: so many of these, read or left out. */
export interface AccountItem {
  readonly kind: AccountKind;
  readonly count: number;
  /** Whether what they say is in the text. */
  readonly isRead: boolean;
  /** The first of them, where that can be said. */
  readonly place?: Place;
}

/** When a document is written back with its changes tracked: where it tracks them itself, or as the user has set it. */
export type Tracking = 'auto' | 'always' | 'never';

export interface EditOptions {
  /** Without it `auto`. Formats that know no tracked changes take no notice. */
  readonly tracking?: Tracking;
  /** When a tracked change was made; without it the present. */
  readonly date?: Date;
}

/** A document after its edits. */
export interface Edited {
  readonly bytes: Uint8Array;
  /** `bytes` as they were read again: their text is the old one with the edits applied, to the letter. */
  readonly document: OpenDocument;
}

/** A document that was read. */
export interface OpenDocument {
  readonly kind: DocumentKind;
  /** Lines end with `\n`. A paragraph is a line, a table's row is a line with tabs between cells. */
  readonly text: string;
  /** In order of the text, without overlaps. */
  readonly map: readonly Stretch[];
  /** In the order in which they are to be said. */
  readonly account: readonly AccountItem[];
  /** Where an offset of the text stands; an empty place where that cannot be said. */
  placeOf(offset: number): Place;
  /**
   * Writes edits of the text into the document and changes nothing else; absent where the format cannot be written back.
   *
   * @throws EditError with every edit that cannot be written; then nothing is
   */
  edit?(edits: readonly TextEdit[], options?: EditOptions): Promise<Edited>;
}

export interface OpenOptions {
  /** Reading ends with the signal's reason as soon as it is aborted. */
  readonly signal?: AbortSignal;
  /** Called now and then with how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** An edit that cannot be written, and why. */
export interface RefusedEdit {
  readonly edit: TextEdit;
  readonly reason: Message;
}
