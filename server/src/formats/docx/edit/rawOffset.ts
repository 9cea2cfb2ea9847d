/** Where in the source of a text a character stands. */

/** A reference to a character, a line end of two characters, or any one character. */
const UNIT = /&(#x[0-9a-f]+|#\d+|\w+);|\r\n|[\s\S]/giy;

/**
 * The offset in raw characters of an offset in the characters that they mean; `null` inside of a character's reference, or
 * where anything but characters (a comment, CDATA) stands among them.
 */
export function rawOffset(raw: string, offset: number): number | null {
  if (raw.includes('<')) return null;
  if (!raw.includes('&') && !raw.includes('\r')) return offset;
  let meant = 0;
  UNIT.lastIndex = 0;
  while (meant < offset) {
    const unit = UNIT.exec(raw);
    if (unit === null) return null;
    meant += lengthOf(unit[1]);
  }
  return meant === offset ? UNIT.lastIndex : null;
}

/** A character beyond the basic plane counts as two. */
function lengthOf(reference: string | undefined): number {
  const code = /^#x([0-9a-f]+)$/i.exec(reference ?? '')?.[1];
  const decimal = /^#(\d+)$/.exec(reference ?? '')?.[1];
  const value = code ? Number.parseInt(code, 16) : Number(decimal ?? 0);
  return value > 0xffff ? 2 : 1;
}
