/** Words looked up by their characters. */
import type { Kind } from './lexicon.ts';

/** A word that is known, or what stands for a piece that is none. */
export interface Word {
  readonly text: string;
  readonly kinds: readonly Kind[];
  /** Rows, columns or groups of the form, where the word names some. */
  readonly names: readonly string[];
}

/** So many places for first characters: few that begin no word share one with one that does. */
const PLACES = 1 << 12;

/** Words by the character that they begin with, the longest first. */
export class Dictionary {
  readonly #byFirst = new Map<number, Word[]>();
  /** Whether a word may begin with a character of a place: most characters begin none. */
  readonly #begins = new Uint8Array(PLACES);

  constructor(words: readonly Word[]) {
    for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
      const first = word.text.charCodeAt(0);
      this.#begins[first % PLACES] = 1;
      const known = this.#byFirst.get(first);
      if (known) known.push(word);
      else this.#byFirst.set(first, [word]);
    }
  }

  /** The longest word at a place of a text. */
  wordAt(text: string, at: number): Word | undefined {
    const first = text.charCodeAt(at);
    if (this.#begins[first % PLACES] === 0) return undefined;
    const candidates = this.#byFirst.get(first);
    if (candidates === undefined) return undefined;
    for (const word of candidates) if (text.startsWith(word.text, at)) return word;
    return undefined;
  }
}
