/** The number that stands in front of a paragraph, from what it says itself, its style, and the document's lists. */
import type { NumberingWish, Styles } from '../wordStyles.ts';
import { ListCounter, type NumberText } from './counter.ts';
import type { Lists } from './definitions.ts';

/** Takes the number away that a style gives. */
const NO_LIST = '0';

export class ParagraphNumbers {
  readonly #styles: Styles;
  readonly #counter: ListCounter;

  constructor(styles: Styles, lists: Lists) {
    this.#styles = styles;
    this.#counter = new ListCounter(lists);
  }

  /** The next paragraph's number; empty where it has none. */
  next(style: string | null, wish: NumberingWish | null): NumberText {
    const inherited = this.#styles.numberingOf(style);
    const list = wish?.list ?? inherited?.list ?? NO_LIST;
    if (list === NO_LIST) return '';
    const linked =
      wish?.list == null && inherited ? this.#counter.levelOfStyle(list, style ?? inherited.style) : null;
    return this.#counter.next({ list, level: wish?.level ?? linked ?? inherited?.level ?? 0 });
  }
}
