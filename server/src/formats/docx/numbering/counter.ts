/** Counts the automatic numbers of a document's paragraphs, in the order in which they stand. */
import type { Level, List, Lists } from './definitions.ts';
import { formatNumber } from './numerals.ts';

/** What a paragraph is numbered by. */
export interface NumberingReference {
  readonly list: string;
  readonly level: number;
}

/** The text of an automatic number, its suffix included; `null` where its format is not known. */
export type NumberText = string | null;

const PLACE = /%([1-9])/g;
/** Behind these a number needs no space in front of the text. */
const CLOSED = /[^\p{L}\p{N}]$|[\u2460-\u24ff\u3200-\u32ff]$/u;

export class ListCounter {
  readonly #lists: Lists;
  /** By definition, then by level. */
  readonly #counts = new Map<string, Map<number, number>>();
  /** Lists that began anew already, with their level. */
  readonly #begun = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The number of the next paragraph; empty where it has a bullet, or none at all. */
  next({ list: id, level: index }: NumberingReference): NumberText {
    const list = this.#lists.get(id);
    const level = list?.levels.get(index);
    if (list === undefined || level === undefined) return '';
    const counts = this.#countsOf(list);
    this.#count({ id, list, index, level }, counts);
    if (level.format === 'bullet') return '';
    return write(list, level, counts);
  }

  /** The level whose paragraphs have a style, for numbering that comes from styles. */
  levelOfStyle(id: string, style: string): number | null {
    for (const [index, level] of this.#lists.get(id)?.levels ?? []) if (level.style === style) return index;
    return null;
  }

  #countsOf({ definition }: List): Map<number, number> {
    const counts = this.#counts.get(definition) ?? new Map<number, number>();
    this.#counts.set(definition, counts);
    return counts;
  }

  #count({ id, list, index, level }: Use, counts: Map<number, number>): void {
    const key = `${id} ${index}`;
    const anew = this.#begun.has(key) ? undefined : list.startsAnew.get(index);
    this.#begun.add(key);
    const last = counts.get(index);
    counts.set(index, anew ?? (last === undefined ? level.start : last + 1));
    for (const deeper of [...counts.keys()]) {
      const restart = list.levels.get(deeper)?.restart ?? deeper;
      if (deeper > index && index < restart) counts.delete(deeper);
    }
  }
}

interface Use {
  readonly id: string;
  readonly list: List;
  readonly index: number;
  readonly level: Level;
}

function write(list: List, level: Level, counts: ReadonlyMap<number, number>): NumberText {
  let isKnown = true;
  const text = level.text.replace(PLACE, (_, place: string) => {
    const index = Number(place) - 1;
    const other = list.levels.get(index);
    const value = counts.get(index) ?? other?.start ?? 1;
    const written = formatNumber(value, level.isLegal ? 'decimal' : (other?.format ?? 'decimal'));
    isKnown &&= written !== null;
    return written ?? '';
  });
  if (!isKnown) return null;
  const needsSpace = level.suffix !== 'nothing' && text !== '' && !CLOSED.test(text);
  return needsSpace ? `${text} ` : text;
}
