/** The words of a table that the form prints beside its rows: headers and groups, also where rows cut them up. */

import { vocabularyOf, type Word } from '../form/vocabulary.ts';
import type { StatutoryForm, Table, TableForm } from '../model/index.ts';
import { normalize } from '../text/normal.ts';
import { looksLikeNumber } from '../text/number.ts';

/** What a word of the form is: the label that stands for it in the form's shape, and the block that a title begins. */
interface FormWord {
  /** `null` for one that is as good as another that is there: a caption without its brackets. */
  readonly label: string | null;
  readonly block: number | null;
}

export interface FormWords {
  /** Where cells begin that hold a word of the form or a piece of one. */
  readonly places: ReadonlyMap<number, FormWord>;
  /** Labels of the form that were found. */
  readonly found: ReadonlySet<string>;
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

/** Finds the form's words among texts that follow each other; their places are their numbers. */
export function findFormWords(texts: readonly string[], table: TableForm, form: StatutoryForm): FormWords {
  const reader = readerFor(table, form);
  for (const [place, text] of texts.entries()) reader.read(text, place, 0);
  return reader;
}

function readerFor(table: TableForm, form: StatutoryForm): WordReader {
  return new WordReader(wordsOfTable(table, form), vocabularyOf(form).beginnings);
}

function wordsOfTable(table: TableForm, form: StatutoryForm): ReadonlyMap<string, FormWord> {
  const words = new Map<string, FormWord>();
  for (const [normal, meanings] of vocabularyOf(form).words) {
    const own = meanings.find((word) => word.table === table && word.kind !== 'line');
    if (own) words.set(normal, formWord(own, table, normal));
  }
  return words;
}

function formWord(word: Word, table: TableForm, normal: string): FormWord {
  if (word.kind === 'title') return { label: table.blocks[word.block]!.title, block: word.block };
  if (word.kind === 'column') return { label: word.columns[0]!.label, block: null };
  if (word.kind === 'group') return { label: word.label, block: null };
  const captions = table.blocks.flatMap(({ corner, top, columns }) => [
    corner,
    top,
    ...columns.flatMap(({ groups }) => groups),
  ]);
  return { label: captions.find((caption) => normalize(caption) === normal) ?? null, block: null };
}

class WordReader implements FormWords {
  readonly places = new Map<number, FormWord>();
  readonly found = new Set<string>();
  readonly written = new Map<string, string>();
  /** By column: pieces that may yet become a word, read downwards. */
  readonly #pieces = new Map<number, { text: string; starts: number[] }>();
  readonly #words: ReadonlyMap<string, FormWord>;
  readonly #beginnings: ReadonlySet<string>;

  constructor(words: ReadonlyMap<string, FormWord>, beginnings: ReadonlySet<string>) {
    this.#words = words;
    this.#beginnings = beginnings;
  }

  read(text: string, start: number, column: number): void {
    const normal = normalize(text);
    const before = this.#pieces.get(column);
    if (before && this.#join(before.text + normal, [...before.starts, start], column)) return;
    if (this.#join(normal, [start], column) && this.#words.has(normal) && !this.written.has(normal))
      this.written.set(normal, text);
  }

  interrupt(column: number): void {
    this.#pieces.delete(column);
  }

  /** Takes a text that is a word, and waits for the rest of one that begins like a word. */
  #join(normal: string, starts: number[], column: number): boolean {
    const word = this.#words.get(normal);
    this.#pieces.delete(column);
    if (word) {
      for (const start of starts) this.places.set(start, word);
      if (word.label !== null) this.found.add(word.label);
    } else if (this.#beginnings.has(normal)) this.#pieces.set(column, { text: normal, starts });
    else return false;
    return true;
  }
}
