/** Patterns that are tried from a place on. */

/** What a pattern with the flag `g` finds next, or one with `y` right there; stateless, and cheaper than `matchAll`. */
export function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** All that a pattern with the flag `g` finds, each when it is asked for; it never finds nothing. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  for (
    let match = matchFrom(pattern, text, 0);
    match;
    match = matchFrom(pattern, text, match.index + match[0].length)
  )
    yield match;
}
