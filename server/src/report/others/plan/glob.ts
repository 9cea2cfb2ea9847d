/**
 * File patterns: `*` and `?` within a name, `**` for any folders. Matched without regular expressions, in time
 * bounded by pattern times path.
 */

/** Whether a path with `/` matches a pattern as a whole. */
export function matchesGlob(pattern: string, path: string): boolean {
  const names = pattern.replace(/^\.\//, '').split('/');
  return matches(names, path.split('/'), (name) => name === '**', matchesName);
}

function matchesName(pattern: string, name: string): boolean {
  return matches(
    [...pattern.normalize('NFC')],
    [...name.normalize('NFC')],
    (character) => character === '*',
    (character, other) => character === '?' || character === other,
  );
}

/** Items against a pattern in which stars stand for any run of items; only the last star is ever taken back. */
function matches<Item>(
  pattern: readonly Item[],
  items: readonly Item[],
  isStar: (item: Item) => boolean,
  isOne: (item: Item, other: Item) => boolean,
): boolean {
  let [at, item, star, taken] = [0, 0, -1, 0];
  while (item < items.length) {
    if (at < pattern.length && isStar(pattern[at]!)) {
      star = at++;
      taken = item;
    } else if (at < pattern.length && isOne(pattern[at]!, items[item]!)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++taken;
    } else return false;
  }
  while (at < pattern.length && isStar(pattern[at]!)) at++;
  return at === pattern.length;
}
