/** Where a reader of a Word document's body is, and what it has read. */

import type { Span } from '../../../report/model/index.ts';
import { FormatError } from '../../error.ts';
import type { XmlElement } from '../../xml/walk.ts';
import type { ParagraphNumbers } from '../numbering/paragraphNumbers.ts';
import type { Account } from '../wordAccount.ts';
import type { Block, Cell, Lock, Piece, Row, Run } from '../wordModel.ts';
import type { Styles } from '../wordStyles.ts';
import { Container } from './bodyContainer.ts';
import { Fields } from './fields.ts';

/** Done when the element that was entered ends; given its end tag. */
export type Exit = (tag: Span) => void;

/** What an element means: done when it begins. `parent` is the id of the element around it. */
export type Entrance = (reading: Reading, element: XmlElement, parent: string) => Exit | undefined;

export interface ParagraphDraft {
  readonly element: XmlElement;
  readonly pieces: Piece[];
  style: string | null;
  list: string | null;
  level: number | null;
  mark: LookDraft;
  /** Whether all that stands in it is a table of contents. */
  isContents: boolean;
}

/** The look of a run or of a paragraph's mark. */
export interface LookDraft {
  span: Span | null;
  /** What in it says how it was changed, or that it is hidden: no look of other text. */
  readonly changes: Span[];
  style: string | null;
  isHidden: boolean | null;
  isDeleted: boolean;
}

export interface RunDraft {
  readonly run: { -readonly [Key in keyof Run]: Run[Key] };
  readonly look: LookDraft;
}

export interface CellDraft {
  readonly blocks: Block[];
  span: number;
  isMerged: boolean;
  isPartOfPrevious: boolean;
  isDeleted: boolean;
}

export interface RowDraft {
  readonly cells: Cell[];
  before: number;
  isDeleted: boolean;
}

/** The innermost thing of each kind around the place; a cell or a text box begins with none. */
export interface Story {
  readonly container: Container;
  readonly rows: Row[] | null;
  row: RowDraft | null;
  cell: CellDraft | null;
  paragraph: ParagraphDraft | null;
  run: RunDraft | null;
}

/** No report has so many; each costs memory. */
const MOST_BLOCKS = 200_000;

export interface Sources {
  readonly source: string;
  readonly styles: Styles;
  readonly numbers: ParagraphNumbers;
  readonly account: Account;
  /** Whether fields are looked at; not where one does not end. */
  readonly knowsFields: boolean;
  /** Takes the body's blocks, one after the other. */
  readonly take: (block: Block) => void;
}

export class Reading {
  readonly sources: Sources;
  readonly fields = new Fields();
  /** Content controls that are open, with what keeps their text from being changed. */
  readonly controls: { lock: Lock | null }[] = [];
  /** For each open choice between alternatives whether one is taken. */
  readonly alternatives: { isTaken: boolean }[] = [];
  /** What stands in text boxes waits for the end of the paragraph or table that they hang on. */
  readonly boxes: Block[] = [];
  story: Story;
  /** The look that properties are read for. */
  look: LookDraft | null = null;
  /** The text of the element that is open, `null` where text means nothing. */
  text: string | null = null;
  /** How many elements are open whose content is left out, and how many that hold tracked insertions. */
  skipped = 0;
  insertions = 0;
  #blocks = 0;

  constructor(sources: Sources) {
    this.sources = sources;
    this.story = newStory(
      new Container((block) => {
        sources.take(block);
        for (const box of this.boxes.splice(0)) sources.take(box);
      }),
    );
  }

  /** Leaves out all that stands in the element that is entered. */
  skip(): Exit {
    this.skipped++;
    return () => {
      this.skipped--;
    };
  }

  /** Goes into a cell, a table, a text box: what is around it is found again behind it. */
  enter(story: Story, exit: () => void): Exit {
    const outer = this.story;
    this.story = story;
    return () => {
      this.story = outer;
      exit();
    };
  }

  /** @throws FormatError where there are too many */
  countBlock(): void {
    this.#blocks++;
    if (this.#blocks > MOST_BLOCKS) throw new FormatError('tooLarge', { most: `${MOST_BLOCKS} paragraphs` });
  }

  get lock(): Lock | null {
    if (this.fields.isResult) return 'field';
    return this.controls.findLast(({ lock }) => lock !== null)?.lock ?? null;
  }
}

export function newStory(container: Container, rows: Row[] | null = null): Story {
  return { container, rows, row: null, cell: null, paragraph: null, run: null };
}
