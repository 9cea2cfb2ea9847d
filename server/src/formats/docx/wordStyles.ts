/** What styles say of text: whether it is hidden, and by what it is numbered (ECMA-376 part 1, 17.7). */
import { walkXml, type XmlElement } from '../xml/walk.ts';
import { isOn, numberOf } from './numbering/definitions.ts';

/** What a paragraph or a style says of its number; what it does not say comes from the style below. */
export interface NumberingWish {
  readonly list: string | null;
  readonly level: number | null;
}

interface Style {
  basedOn: string | null;
  isHidden: boolean | null;
  list: string | null;
  level: number | null;
}

/** Styles may be based on each other in a circle, in a document that is damaged. */
const MOST_STEPS = 32;

export class Styles {
  readonly #byId: ReadonlyMap<string, Style>;
  readonly #usual: string | null;

  private constructor(byId: ReadonlyMap<string, Style>, usual: string | null) {
    this.#byId = byId;
    this.#usual = usual;
  }

  /** Reads the part; an empty text has no styles. */
  static read(source: string, part: string): Styles {
    const reader = new StyleReader();
    if (source !== '') walkXml(source, part, reader);
    return new Styles(reader.byId, reader.usual);
  }

  /** Whether text in a style is hidden; `null` where no style says so or not. */
  isHidden(style: string | null): boolean | null {
    return this.#first(style, ({ isHidden }) => isHidden)?.value ?? null;
  }

  /** What a paragraph's style, or the usual one, is numbered by, and the style that says so. */
  numberingOf(
    style: string | null,
  ): { readonly list: string; readonly level: number | null; readonly style: string } | null {
    const found = this.#first(style ?? this.#usual, ({ list }) => list);
    if (found === null) return null;
    const level = this.#first(style ?? this.#usual, (each) => each.level)?.value ?? null;
    return { list: found.value, level, style: found.style };
  }

  /** The first thing that a style, or one it is based on, says. */
  #first<T>(style: string | null, say: (style: Style) => T | null): { value: T; style: string } | null {
    let id = style;
    for (let step = 0; step < MOST_STEPS && id !== null; step++) {
      const found = this.#byId.get(id);
      if (found === undefined) return null;
      const value = say(found);
      if (value !== null) return { value, style: id };
      id = found.basedOn;
    }
    return null;
  }
}

class StyleReader {
  readonly byId = new Map<string, Style>();
  usual: string | null = null;
  #style: Style | null = null;
  /** Inside a table style's parts for its first row and the like, which hold for some cells only. */
  #conditions = 0;

  open({ id, attribute }: XmlElement): void {
    const value = attribute('val');
    if (id === 'w:style') this.#openStyle(attribute);
    else if (id === 'w:tblStylePr') this.#conditions++;
    if (this.#style === null || this.#conditions > 0) return;
    if (id === 'w:basedOn') this.#style.basedOn = value ?? null;
    else if (id === 'w:vanish') this.#style.isHidden = isOn(value);
    else if (id === 'w:numId') this.#style.list = value ?? null;
    else if (id === 'w:ilvl') this.#style.level = numberOf(value, 0);
  }

  close({ id }: XmlElement): void {
    if (id === 'w:style') this.#style = null;
    else if (id === 'w:tblStylePr') this.#conditions--;
  }

  #openStyle(attribute: XmlElement['attribute']): void {
    const id = attribute('styleId') ?? '';
    this.#style = { basedOn: null, isHidden: null, list: null, level: null };
    this.byId.set(id, this.#style);
    const isUsual = attribute('default') !== undefined && isOn(attribute('default'));
    if (isUsual && attribute('type') === 'paragraph') this.usual = id;
  }
}
