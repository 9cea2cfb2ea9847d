/** Bytes to text and back, in the encodings that offices use. Of the platform it needs only `TextDecoder`. */
import { LossyEncodingError, NotTextError } from './failure.ts';
import { encodeGb18030 } from './gb18030.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text and how it was written. Its byte order mark is no part of the text. */
export interface Decoded {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  /** Where bytes stand that are no character: in the text each is a U+FFFD, as in an editor. */
  readonly damage: readonly number[];
}

/** So many characters for each damaged one must be more than ASCII, or the bytes are something else. */
const SOUND_FOR_DAMAGED = 10;

const REPLACEMENT = '\ufffd';

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads UTF-8 and UTF-16 with their marks or without, and GB18030 (with GBK in it) where the bytes are none of these. Bytes
 * that are no character are passed over, where the rest is text.
 *
 * @throws NotTextError for bytes that are none of these
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? encodingOf(bytes);
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  const isSound = canDecode(content, encoding);
  const text = isSound ? decodeContent(content, encoding) : decodeDamaged(content, encoding);
  // No text has such a character in it; programs and archives do.
  if (text === null || text.includes('\0')) throw new NotTextError();
  const damage = isSound ? [] : [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
  return { text, bytes, encoding, hasMark: mark !== undefined, damage };
}

/** A text of which a few bytes are no characters; `null` where there is more damage than text. */
function decodeDamaged(bytes: Uint8Array, encoding: Encoding): string | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const [damaged, sound] = [text.split(REPLACEMENT).length - 1, text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0];
  return sound >= SOUND_FOR_DAMAGED * damaged ? text : null;
}

/** The encoding of bytes without a mark. Only UTF-16 has zero bytes in a text. */
function encodingOf(bytes: Uint8Array): Encoding {
  // Damaged UTF-8 can often be read as GB18030, and then makes no sense; the other way round it hardly can.
  if (!bytes.includes(0)) return decodeDamaged(bytes, 'utf-8') === null ? 'gb18030' : 'utf-8';
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => hasLines(bytes, encoding)) ?? 'utf-8';
}

function canDecode(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    decodeContent(bytes, encoding);
    return true;
  } catch {
    return false;
  }
}

/** A text read in the wrong order of bytes has no line ends. */
function hasLines(bytes: Uint8Array, encoding: Encoding): boolean {
  return /[\r\n]/.test(decodeDamaged(bytes, encoding) ?? '');
}

function decodeContent(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTextError();
  }
}

/**
 * Writes an edited text the way the document it came from was written.
 *
 * @throws LossyEncodingError where the new bytes would not read as the text, or would differ in untouched places, as they
 * do where bytes are damaged
 */
export function encode(text: string, original: Decoded): Uint8Array<ArrayBuffer> {
  const bytes = encodeAs(text, original);
  const isFaithful =
    decode(bytes).text === text && areSameBytes(encodeAs(original.text, original), original.bytes);
  if (!isFaithful) throw new LossyEncodingError(original.encoding);
  return bytes;
}

function areSameBytes(bytes: Uint8Array, others: Uint8Array): boolean {
  return bytes.length === others.length && bytes.every((byte, index) => byte === others[index]);
}

function encodeAs(text: string, { encoding, hasMark }: Decoded): Uint8Array<ArrayBuffer> {
  return encodeContent(hasMark ? `\ufeff${text}` : text, encoding);
}

function encodeContent(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(text, encoding === 'utf-16le');
    case 'gb18030':
      return encodeGb18030(text);
  }
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const units = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index++)
    units.setUint16(2 * index, text.charCodeAt(index), isLittleEndian);
  return new Uint8Array(units.buffer);
}
