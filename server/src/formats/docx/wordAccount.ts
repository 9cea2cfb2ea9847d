/** Counts what is read of a Word document and what is not. */
import type { AccountItem, AccountKind } from '../model.ts';

/** In the order in which they are said, and whether they are read. */
const KINDS: readonly (readonly [kind: AccountKind, isRead: boolean])[] = [
  ['paragraphs', true],
  ['tables', true],
  ['layoutTables', true],
  ['automaticNumbers', true],
  ['fields', true],
  ['insertions', true],
  ['textBoxes', true],
  ['deletions', false],
  ['hiddenText', false],
  ['contents', false],
  ['symbols', false],
  ['unknownNumbers', false],
  ['pictures', false],
  ['formulas', false],
  ['notes', false],
  ['comments', false],
  ['headersAndFooters', false],
  ['embeddedObjects', false],
  ['embeddedDocuments', false],
  ['macros', false],
  ['externalLinks', false],
];

export class Account {
  readonly #counts = new Map<AccountKind, number>();

  add(kind: AccountKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** What there is any of. */
  items(): readonly AccountItem[] {
    return KINDS.flatMap(([kind, isRead]) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [{ kind, count, isRead }];
    });
  }
}
