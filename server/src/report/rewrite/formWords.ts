/** The words of a table that the form prints beside its rows: headers and groups, also where rows cut them up. */
import { looksLikeNumber } from '../binding/number.ts';
import { vocabularyOf } from '../form/vocabulary.ts';
import type { StatutoryForm, Table, TableForm } from '../model.ts';
import { normalize } from '../source/normal.ts';

/** Titles, captions, columns and groups of a table by their normal form; a title with its block. */
type Words = ReadonlyMap<string, { readonly block: number | null }>;

export interface FormWords {
  /** Where cells begin that hold a word of the form or a piece of one; a title with its block. */
  readonly places: ReadonlyMap<number, { readonly block: number | null }>;
  /** Words of the form as the text writes them, by their normal form. */
  readonly written: ReadonlyMap<string, string>;
}

/** Finds the form's words among the cells of a table that name no row and hold no number of it. */
export function readFormWords(
  table: Table,
  form: StatutoryForm,
  isTaken: (start: number) => boolean,
): FormWords {
  const reader = readerFor(table.form, form);
  for (const row of table.rows) {
    row.cells.forEach((cell, column) => {
      if (cell.text === '') return;
      if (isTaken(cell.span.start) || looksLikeNumber(cell.text)) reader.interrupt(column);
      else reader.read(cell.text, cell.span.start, column);
    });
  }
  return reader;
}

/** The texts, read downwards, that are no words of the form and no pieces of one. */
export function withoutFormWords(texts: readonly string[], table: TableForm, form: StatutoryForm): string[] {
  const reader = readerFor(table, form);
  for (const [place, text] of texts.entries()) reader.read(text, place, 0);
  return texts.filter((_, place) => !reader.places.has(place));
}

function readerFor(table: TableForm, form: StatutoryForm): WordReader {
  return new WordReader(wordsOf(table, form), vocabularyOf(form).beginnings);
}

function wordsOf(table: TableForm, form: StatutoryForm): Words {
  const words = new Map<string, { readonly block: number | null }>();
  for (const [normal, meanings] of vocabularyOf(form).words) {
    const own = meanings.find((word) => word.table === table && word.kind !== 'line');
    if (own) words.set(normal, { block: own.kind === 'title' ? own.block : null });
  }
  return words;
}

class WordReader implements FormWords {
  readonly places = new Map<number, { readonly block: number | null }>();
  readonly written = new Map<string, string>();
  /** By column: pieces that may yet become a word, read downwards. */
  private readonly pieces = new Map<number, { text: string; starts: number[] }>();
  private readonly words: Words;
  private readonly beginnings: ReadonlySet<string>;

  constructor(words: Words, beginnings: ReadonlySet<string>) {
    this.words = words;
    this.beginnings = beginnings;
  }

  read(text: string, start: number, column: number): void {
    const normal = normalize(text);
    const before = this.pieces.get(column);
    if (before && this.join(before.text + normal, [...before.starts, start], column)) return;
    if (this.join(normal, [start], column) && this.words.has(normal) && !this.written.has(normal))
      this.written.set(normal, text);
  }

  interrupt(column: number): void {
    this.pieces.delete(column);
  }

  /** Takes a text that is a word, and waits for the rest of one that begins like a word. */
  private join(normal: string, starts: number[], column: number): boolean {
    const word = this.words.get(normal);
    this.pieces.delete(column);
    if (word) for (const start of starts) this.places.set(start, word);
    else if (this.beginnings.has(normal)) this.pieces.set(column, { text: normal, starts });
    else return false;
    return true;
  }
}
