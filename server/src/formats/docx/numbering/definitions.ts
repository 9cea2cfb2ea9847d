/** The lists that a document defines in `numbering.xml` (ECMA-376 part 1, 17.9). */
import { walkXml, type XmlElement } from '../../xml/walk.ts';

/** One level of a list. */
export interface Level {
  readonly start: number;
  /** `ST_NumberFormat`. */
  readonly format: string;
  /** `%1.%2、`: a number stands for the level of that number, counted from 1. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Begins anew behind a level up to this one, counted from 1; `null` behind any above it; 0 never. */
  readonly restart: number | null;
  /** Whether numbers of other levels in it are written in figures. */
  readonly isLegal: boolean;
  /** The style whose paragraphs are of this level. */
  readonly style: string | null;
}

export interface List {
  /** The definition behind it: lists of one definition go on counting from each other. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** By level: where it begins, the first time this list is used. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

/** By `w:numId`. */
export type Lists = ReadonlyMap<string, List>;

interface Draft {
  levels: Map<number, Level>;
  /** The style of a list that it takes its levels from, and the one that others take them by. */
  link: string | null;
  name: string | null;
}

interface NumberDraft {
  definition: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

type LevelDraft = { -readonly [Key in keyof Level]: Level[Key] };

/** Reads the part; an empty text has no lists. */
export function readLists(source: string, part: string): Lists {
  const reader = new ListReader();
  if (source !== '') walkXml(source, part, reader);
  return reader.finish();
}

class ListReader {
  readonly #definitions = new Map<string, Draft>();
  readonly #numbers = new Map<string, NumberDraft>();
  #definition: Draft | null = null;
  #number: NumberDraft | null = null;
  #level: LevelDraft | null = null;
  #override = 0;

  open(element: XmlElement): void {
    const { id, attribute } = element;
    const value = attribute('val');
    if (id === 'w:abstractNum') {
      this.#number = null;
      this.#definition = { levels: new Map(), link: null, name: null };
      this.#definitions.set(attribute('abstractNumId') ?? '', this.#definition);
    } else if (id === 'w:num') {
      this.#definition = null;
      this.#number = { definition: '', levels: new Map(), starts: new Map() };
      this.#numbers.set(attribute('numId') ?? '', this.#number);
    } else if (id === 'w:lvl') this.#openLevel(numberOf(attribute('ilvl'), 0));
    else if (id === 'w:lvlOverride') this.#override = numberOf(attribute('ilvl'), 0);
    else if (id === 'w:startOverride') this.#number?.starts.set(this.#override, numberOf(value, 1));
    else if (id === 'w:abstractNumId' && this.#number) this.#number.definition = value ?? '';
    else if (id === 'w:numStyleLink' && this.#definition) this.#definition.link = value ?? null;
    else if (id === 'w:styleLink' && this.#definition) this.#definition.name = value ?? null;
    else if (this.#level) describe(this.#level, id, value);
  }

  close({ id }: XmlElement): void {
    if (id === 'w:lvl') this.#level = null;
  }

  #openLevel(index: number): void {
    this.#level = {
      start: 0,
      format: 'decimal',
      text: '',
      suffix: 'tab',
      restart: null,
      isLegal: false,
      style: null,
    };
    (this.#number ?? this.#definition)?.levels.set(index, this.#level);
  }

  finish(): Lists {
    const lists = new Map<string, List>();
    for (const [id, { definition, levels, starts }] of this.#numbers) {
      const source = this.#resolve(this.#definitions.get(definition));
      const all = new Map([...(source?.levels ?? []), ...levels]);
      lists.set(id, { definition, levels: all, startsAnew: starts });
    }
    return lists;
  }

  /** A definition without levels names the style of the one that has them. */
  #resolve(draft: Draft | undefined): Draft | undefined {
    if (draft?.link == null) return draft;
    return [...this.#definitions.values()].find(({ name }) => name === draft.link) ?? draft;
  }
}

function describe(level: LevelDraft, id: string, value: string | undefined): void {
  switch (id) {
    case 'w:start':
      level.start = numberOf(value, 0);
      break;
    case 'w:numFmt':
      // Of alternatives the last one is written for every program.
      level.format = value ?? 'decimal';
      break;
    case 'w:lvlText':
      level.text = value ?? '';
      break;
    case 'w:suff':
      level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
      break;
    case 'w:lvlRestart':
      level.restart = numberOf(value, 0);
      break;
    case 'w:isLgl':
      level.isLegal = isOn(value);
      break;
    case 'w:pStyle':
      level.style = value ?? null;
  }
}

/** A switch is on where it only stands there (ECMA-376 part 1, 17.17.4). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

export function numberOf(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) ? number : otherwise;
}
