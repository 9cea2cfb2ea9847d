/** Bytes to text, in any of the encodings that Chinese offices write. Pure: no VS Code. */

/** So many characters for each damaged one must be more than ASCII, or the bytes are in another encoding. */
const SOUND_FOR_DAMAGED = 10;

/** A file, or its head, which may end in the middle of a character. Bytes that are no character become U+FFFD. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be');
  const text = read(bytes, 'utf-8');
  return isMostlySound(text) ? text : read(bytes, 'gb18030');
}

function isMostlySound(text: string): boolean {
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return sound >= SOUND_FOR_DAMAGED * damaged;
}

function read(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
