/** Whatever holds paragraphs and tables: the body, a cell, a text box. */
import type { Block, Paragraph, Table } from '../wordModel.ts';

export class Container {
  readonly #take: (block: Block) => void;
  #isEmpty = true;
  /** A paragraph whose mark is deleted or hidden: it goes on in the next. */
  #open: Paragraph | null = null;

  /** @param take is given each block as soon as it is whole */
  constructor(take: (block: Block) => void) {
    this.#take = take;
  }

  /** @param goesOn whether the next paragraph stands on the same line */
  addParagraph(paragraph: Paragraph, goesOn: boolean): void {
    const begun = this.#open?.pieces ?? [];
    const whole = begun.length === 0 ? paragraph : { ...paragraph, pieces: joined(begun, paragraph.pieces) };
    this.#open = goesOn ? whole : null;
    if (!goesOn) this.#give(whole);
  }

  addTable(table: Table): void {
    this.finish();
    this.#give(table);
  }

  /** What waits for a paragraph that does not come is one itself, as is an empty one that is all there is. */
  finish(): void {
    const last = this.#open;
    this.#open = null;
    if (last !== null && (last.pieces.length > 0 || this.#isEmpty)) this.#give(last);
  }

  #give(block: Block): void {
    this.#isEmpty = false;
    this.#take(block);
  }
}

/** The number of a joined paragraph is that of its last part, and stands in front of the whole. */
function joined(begun: Paragraph['pieces'], rest: Paragraph['pieces']): Paragraph['pieces'] {
  const isNumbered = rest[0]?.kind === 'number';
  return [...(isNumbered ? rest.slice(0, 1) : []), ...begun, ...(isNumbered ? rest.slice(1) : rest)];
}
