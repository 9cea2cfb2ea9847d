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
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  const reading = mark ? readAs(content, mark.encoding) : readUnmarked(content);
  // No text has such a character in it; programs and archives do.
  if (reading === null || reading.text.includes('\0')) throw new NotTextError();
  return { ...reading, bytes, hasMark: mark !== undefined };
}

type Reading = Pick<Decoded, 'text' | 'encoding' | 'damage'>;

/** Only UTF-16 has zero bytes in a text. */
function readUnmarked(bytes: Uint8Array): Reading | null {
  // Damaged UTF-8 can often be read as GB18030, and then makes no sense; the other way round it hardly can.
  if (!bytes.includes(0)) return readAs(bytes, 'utf-8') ?? readAs(bytes, 'gb18030');
  const readings = (['utf-16le', 'utf-16be'] as const).map((encoding) => readAs(bytes, encoding));
  // A text read in the wrong order of bytes has no line ends.
  return readings.find((reading) => reading && /[\r\n]/.test(reading.text)) ?? null;
}

/** A text in an encoding, of which a few bytes may be no characters; `null` where there is more damage than text. */
function readAs(bytes: Uint8Array, encoding: Encoding): Reading | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding, damage: [] };
  } catch {
    return readDamaged(bytes, encoding);
  }
}

function readDamaged(bytes: Uint8Array, encoding: Encoding): Reading | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const damage = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return sound >= SOUND_FOR_DAMAGED * damage.length ? { text, encoding, damage } : null;
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
