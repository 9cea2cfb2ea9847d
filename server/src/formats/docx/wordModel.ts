/** What is read of a Word document's body (ECMA-376 part 1, 17): paragraphs and tables, with the places of their text. */
import type { Span } from '../../report/model/index.ts';

/** Why text cannot be changed from outside. Its words are `format.edit.LOCK` in `l10n/`. */
export type Lock = 'field' | 'boundControl' | 'lockedControl' | 'placeholderControl';

/** A run: characters of one look. Places are in the part's text. */
export interface Run {
  readonly span: Span;
  /** What the part writes in front of the names of its elements: `w:`. */
  readonly prefix: string;
  /** Its properties (`w:rPr`), `null` where it has none. */
  readonly properties: Span | null;
}

/** Characters that stand in a `w:t`. */
export interface WrittenText {
  readonly text: string;
  /** What is between the tags, without the spaces that Word leaves out. */
  readonly source: Span;
  /** The start tag, and whether it keeps spaces at its ends. */
  readonly tag: Span;
  readonly keepsSpace: boolean;
  readonly run: Run;
  /** Whether it was put in while changes were tracked. */
  readonly isInserted: boolean;
  readonly lock: Lock | null;
}

/** A piece of a paragraph: characters of the document, or what stands for an element or an automatic number. */
export type Piece =
  | { readonly kind: 'written'; readonly text: string; readonly written: WrittenText }
  | { readonly kind: 'number' | 'sign'; readonly text: string }
  | { readonly kind: 'break' | 'tab'; readonly text: string };

/** Where text can be put into a paragraph without any. */
export interface ParagraphSource {
  readonly prefix: string;
  /** Its start tag, and whether that is all there is of it (`<w:p/>`). */
  readonly tag: Span;
  readonly isEmpty: boolean;
  /** In front of its end tag. */
  readonly end: number;
  /** The look of its mark (`w:rPr` of `w:pPr`), in pieces: what says how the mark itself was changed is left out. */
  readonly markProperties: readonly Span[];
  readonly lock: Lock | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly source: ParagraphSource;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns of the grid it covers. */
  readonly span: number;
  /** Whether it belongs to the cell above (`w:vMerge`), or to the one in front of it (`w:hMerge`). */
  readonly isMerged: boolean;
  readonly isPartOfPrevious: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** How many columns of the grid stand empty in front of its cells. */
  readonly before: number;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;
