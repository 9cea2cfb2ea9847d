/** Bytes to text and back, in the encodings that offices use. */
import { isUtf8 } from 'node:buffer';
import { LossyEncodingError, NotTextError } from './failure.ts';
import { encodeGb18030 } from './gb18030.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text and how it was written. Its byte order mark is no part of the text. */
export interface Decoded {
  readonly text: string;
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
}

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads UTF-8 and UTF-16 with their marks or without, and GB18030 (with GBK in it) where the bytes are none of these.
 *
 * @throws NotTextError for bytes that are none of these
 */
export function decode(bytes: Buffer): Decoded {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? encodingOf(bytes);
  const text = decodeContent(bytes.subarray(mark?.bytes.length ?? 0), encoding);
  // No text has such a character in it; programs and archives do.
  if (text.includes('\0')) throw new NotTextError();
  return { text, bytes, encoding, hasMark: mark !== undefined };
}

/** The encoding of bytes without a mark. Only UTF-16 has zero bytes in a text. */
function encodingOf(bytes: Buffer): Encoding {
  if (!bytes.includes(0)) return isUtf8(bytes) ? 'utf-8' : 'gb18030';
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => hasLines(bytes, encoding)) ?? 'utf-8';
}

/** A text read in the wrong order of bytes has no line ends. */
function hasLines(bytes: Buffer, encoding: Encoding): boolean {
  try {
    return /[\r\n]/.test(decodeContent(bytes, encoding));
  } catch {
    return false;
  }
}

function decodeContent(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-8' && isUtf8(bytes)) return bytes.toString('utf8');
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTextError();
  }
}

/**
 * Writes an edited text the way the document it came from was written.
 *
 * @throws LossyEncodingError where the new bytes would not read as the text, or would differ in untouched places
 */
export function encode(text: string, original: Decoded): Buffer {
  const bytes = encodeAs(text, original);
  const isFaithful = decode(bytes).text === text && encodeAs(original.text, original).equals(original.bytes);
  if (!isFaithful) throw new LossyEncodingError(original.encoding);
  return bytes;
}

function encodeAs(text: string, { encoding, hasMark }: Decoded): Buffer {
  const mark = hasMark ? MARKS.find((each) => each.encoding === encoding)!.bytes : [];
  return Buffer.concat([Buffer.from(mark), encodeContent(text, encoding)]);
}

function encodeContent(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}
