/** Lists of parts: 共 100 条，其中 40 条、30 条，其他 20 条. Where they begin and end, and what they are of. */
import type { Item, Separator } from './clauses.ts';
import { has, isFiller, isWord } from './phrases.ts';

/** A longer list is no sentence. */
const MOST_PARTS = 40;

export interface PartsList {
  readonly whole: Item;
  readonly parts: readonly Item[];
  /** The items before it that its parts may be of as well: those of its unit. */
  readonly before: readonly Item[];
  /** The items of its unit that follow in its sentence, in the same brackets. */
  readonly behind: readonly Item[];
}

/** The lists of parts among the items of one paragraph. */
export function* listsOf(items: readonly Item[]): Generator<PartsList> {
  for (let first = 1; first < items.length; first++) {
    const start = items[first]!;
    if (start.opening === null || !isPart(start)) continue;
    const before = items.slice(Math.max(0, first - MOST_PARTS), first);
    const whole = wholeOf(start, before);
    if (whole === null) continue;
    const following = items.slice(first + 1, first + 2 * MOST_PARTS).filter((item) => isLike(item, start));
    const parts = partsFrom(start, items.slice(first + 1, first + MOST_PARTS));
    const last = parts.at(-1)!;
    yield {
      whole,
      parts,
      before: before.filter(({ quantity }) => quantity.unit === start.quantity.unit),
      behind: following.slice(following.indexOf(last) + 1),
    };
  }
}

function isPart({ quantity, head }: Item): boolean {
  return quantity.unit !== '' && quantity.unit !== '%' && !has(head, 'compare');
}

/** Whether an item can stand in a list with another. */
function isLike(item: Item, start: Item): boolean {
  const isBeside = item.sentence === start.sentence && item.depth === start.depth;
  return isBeside && item.quantity.unit === start.quantity.unit && isPart(item);
}

/** The number that a list is of: the last one of its unit before it. */
function wholeOf({ quantity, sentence, depth }: Item, before: readonly Item[]): Item | null {
  for (const item of before.toReversed()) {
    if (sentence - item.sentence > 1 || item.quantity.unit === '') return null;
    if (item.quantity.unit !== quantity.unit || item.depth > depth) continue;
    return isExact(item) ? item : null;
  }
  return null;
}

export function isExact({ quantity }: Item): boolean {
  return !quantity.isApproximate && quantity.decimals === 0;
}

/** The numbers of one unit from the first on, in the same brackets, up to 其他, another 其中 or where the marks change. */
function partsFrom(start: Item, following: readonly Item[]): Item[] {
  const parts = [start];
  if (closes(start)) return parts;
  let separator: Separator = 'none';
  for (const item of following) {
    if (item.sentence !== start.sentence || item.depth < start.depth) break;
    if (item.depth > start.depth || item.quantity.unit === '%' || has(item.head, 'compare')) continue;
    if (!isLike(item, start) || item.opening !== null || isApart(item, start, separator)) break;
    parts.push(item);
    if (closes(item)) break;
    if (separator === 'none') separator = item.separator;
  }
  return parts;
}

/** Whether the marks in front of an item, or its words, end the list. */
function isApart(item: Item, start: Item, separator: Separator): boolean {
  // 其中动态 400 条；微信发布 300 条: behind a semicolon comes something else, unless it stands between all parts.
  if (item.separator === 'semicolon' && !start.isBehindColon) return true;
  if (closes(item)) return false;
  const isOther = separator !== 'none' && item.separator !== 'none' && item.separator !== separator;
  return isOther || (item.separator !== 'and' && begins(item));
}

/** 同时, 全年, 我局: words that begin another thought. */
function begins({ head }: Item): boolean {
  return has(head, 'anew', 'subject', 'period', 'thisYear', 'elsewhen');
}

/** 其他, 其他信息, 其余: the last part of a list that is complete. 其他重点信息 is one of several. */
export function closes({ head }: Item): boolean {
  const words = head.words.filter((word) => !isFiller(word) && !isWord(word, 'and'));
  const [first] = words;
  if (first === undefined || !isWord(first, 'rest')) return false;
  return words.every((word) =>
    isWord(word, 'rest', 'information', 'file', 'category', 'request', 'published'),
  );
}

export function total(items: readonly Item[]): number {
  return items.reduce((sum, { quantity }) => sum + quantity.value, 0);
}
