/** A document's blocks as the text that is checked: a paragraph a line, a table's row a line with tabs between its cells. */
import { gapBetween } from '../../report/text/number.ts';
import { lastAtOrBefore } from '../compose.ts';
import type { Place } from '../model.ts';
import type { Account } from './wordAccount.ts';
import type { Block, Cell, Paragraph, ParagraphSource, Piece, Row, Table } from './wordModel.ts';

/** A piece of a paragraph, and where in the text it begins. */
export interface Placed {
  readonly start: number;
  readonly piece: Piece;
}

/** A blank cell or line: where it is in the text, and where in the document its first character would go. */
export interface Slot {
  readonly at: number;
  readonly source: ParagraphSource;
}

export interface DocumentText {
  readonly text: string;
  /** In order; what stands between them was put there. */
  readonly placed: readonly Placed[];
  readonly slots: readonly Slot[];
  placeOf(offset: number): Place;
}

export class TextWriter {
  readonly #account: Account;
  readonly #pieces: string[] = [];
  readonly #placed: Placed[] = [];
  readonly #slots: Slot[] = [];
  readonly #starts: number[] = [];
  readonly #places: Place[] = [];
  #length = 0;
  #paragraphs = 0;
  #tables = 0;

  constructor(account: Account) {
    this.#account = account;
  }

  take(block: Block): void {
    if (block.kind === 'paragraph') this.#line(block);
    else for (const part of unfold(block, this.#account)) this.#part(part);
  }

  finish(): DocumentText {
    this.#account.add('paragraphs', this.#paragraphs);
    this.#account.add('tables', this.#tables);
    const [starts, places] = [this.#starts, this.#places];
    return {
      text: this.#pieces.join(''),
      placed: this.#placed,
      slots: this.#slots,
      placeOf: (offset) => places[lastAtOrBefore(starts, (start) => start, offset)] ?? {},
    };
  }

  #part(part: Block | Row[]): void {
    if (!Array.isArray(part)) {
      this.take(part);
      return;
    }
    this.#tables++;
    const open = new Set<number>();
    part.forEach((row, index) => {
      this.#row(row, index, open);
    });
  }

  #line(paragraph: Paragraph): void {
    this.#paragraphs++;
    this.#enter({ paragraph: this.#paragraphs });
    if (paragraph.pieces.length === 0) this.#slot(paragraph.source);
    const start = this.#length;
    for (const piece of paragraph.pieces) {
      // In front of a paragraph a tab is its indent, and would make a row of a table of the line.
      const isIndent = piece.kind === 'tab' && this.#length === start;
      if (!isIndent) this.#put(piece.text, piece);
    }
    this.#put('\n');
  }

  /** @param open the columns in which a merged cell of the row above may go on; then those of this row */
  #row({ cells, before }: Row, index: number, open: Set<number>): void {
    const above = new Set(open);
    open.clear();
    let column = before;
    this.#put('\t'.repeat(before));
    cells.forEach((cell, at) => {
      if (at > 0) this.#put('\t');
      this.#enter({ table: this.#tables, row: index + 1, column: column + 1 });
      const isShown = !cell.isPartOfPrevious && !(cell.isMerged && above.has(column));
      if (isShown) this.#cell(cell);
      else if (hasText(cell)) this.#account.add('hiddenText');
      open.add(column);
      this.#put('\t'.repeat(cell.span - 1));
      column += cell.span;
    });
    this.#put('\n');
  }

  /** Lines of a cell are put together as everywhere: a label goes on, two numbers stay two. */
  #cell({ blocks }: Cell): void {
    const start = this.#length;
    let before = '';
    let gap: 'none' | 'break' | 'tab' = 'none';
    for (const paragraph of paragraphsOf(blocks)) {
      if (before !== '') gap = 'break';
      for (const piece of paragraph.pieces) {
        if (piece.kind === 'break' || piece.kind === 'tab') {
          if (gap !== 'break') gap = piece.kind;
          continue;
        }
        if (before !== '' && gap !== 'none')
          this.#put(gapBetween(before, piece.text) || (gap === 'tab' ? ' ' : ''));
        this.#put(piece.text, piece);
        before = piece.text;
        gap = 'none';
      }
    }
    const first = paragraphsOf(blocks)[0];
    if (this.#length === start && first) this.#slot(first.source);
  }

  #enter(place: Place): void {
    this.#starts.push(this.#length);
    this.#places.push(place);
  }

  #slot(source: ParagraphSource): void {
    this.#slots.push({ at: this.#length, source });
  }

  #put(text: string, piece?: Piece): void {
    if (text === '') return;
    if (piece) this.#placed.push({ start: this.#length, piece });
    this.#pieces.push(text);
    this.#length += text.length;
  }
}

/**
 * A table that is there for the look of the page gives what stands in it: of a row with a table inside its cells' content,
 * of a table of a single column every line. Other rows in a run are a table of their own.
 */
function unfold({ rows }: Table, account: Account): (Block | Row[])[] {
  const isColumn = rows.every(({ cells }) => cells.length <= 1);
  const parts: (Block | Row[])[] = [];
  let run: Row[] = [];
  for (const row of rows) {
    if (!isColumn && !row.cells.some(holdsTable)) {
      if (run.length === 0) parts.push(run);
      run.push(row);
      continue;
    }
    run = [];
    for (const { blocks } of row.cells) parts.push(...blocks);
  }
  if (rows.length > 0 && (parts.length !== 1 || parts[0] !== run)) account.add('layoutTables');
  return parts;
}

function holdsTable({ blocks }: Cell): boolean {
  return blocks.some(({ kind }) => kind === 'table');
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.filter((block) => block.kind === 'paragraph');
}

function hasText({ blocks }: Cell): boolean {
  return paragraphsOf(blocks).some(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''));
}
