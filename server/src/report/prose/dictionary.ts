/** Words looked up by their characters. */
import { characters, is } from './characters.ts';

interface Known {
  readonly text: string;
}

interface Entry<Word> {
  readonly word: Word;
  readonly text: string;
  readonly first: number;
  readonly second: number;
}

/** So many places to look for words: few share one. */
const PLACES = 4096;

function placeOf(first: number, second: number): number {
  return (first * 31 + second) % PLACES;
}

/** Words by what they begin with. */
export class Dictionary<Word extends Known> {
  /** By two characters, the number of the list of words that begin with such, the longest first; most begin none. */
  readonly #places = new Uint16Array(PLACES);
  readonly #lists: Entry<Word>[][] = [[]];
  /** The words of one character. */
  readonly #single = new Map<number, Word>();

  /** @param bit what a character is that begins one of them */
  constructor(words: readonly Word[], bit: number = is.begins) {
    for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
      const { text } = word;
      const first = text.charCodeAt(0);
      characters[first]! |= bit;
      if (text.length === 1) this.#addSingle(word, first);
      else this.#add({ word, text, first, second: text.charCodeAt(1) });
    }
  }

  #addSingle(word: Word, code: number): void {
    characters[code]! |= is.word;
    this.#single.set(code, word);
  }

  #add(entry: Entry<Word>): void {
    const place = placeOf(entry.first, entry.second);
    if (this.#places[place] === 0) this.#places[place] = this.#lists.push([]) - 1;
    this.#lists[this.#places[place]!]!.push(entry);
  }

  /** The longest word at a place. */
  wordAt(codes: Uint16Array, at: number): Word | undefined {
    const first = codes[at]!;
    const second = codes[at + 1]!;
    const place = this.#places[placeOf(first, second)]!;
    const word = place === 0 ? undefined : longest(this.#lists[place]!, codes, at);
    if (word !== undefined || (characters[first]! & is.word) === 0) return word;
    return this.#single.get(first);
  }
}

function longest<Word>(entries: readonly Entry<Word>[], codes: Uint16Array, at: number): Word | undefined {
  for (let index = 0; index < entries.length; index++) {
    const { word, text, first, second } = entries[index]!;
    if (first === codes[at] && second === codes[at + 1] && isAt(text, codes, at)) return word;
  }
  return undefined;
}

/** Whether a word stands at a place, the first two characters known to be there. */
function isAt(word: string, codes: Uint16Array, at: number): boolean {
  for (let index = 2; index < word.length; index++)
    if (word.charCodeAt(index) !== codes[at + index]) return false;
  return true;
}
