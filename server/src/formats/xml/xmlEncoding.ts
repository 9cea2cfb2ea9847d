/** Bytes of an XML part to text and back. Parts of Office files are UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.2). */
import { FormatError } from '../error.ts';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A part's text, without its byte order mark, and how it was written. */
export interface XmlText {
  readonly text: string;
  readonly encoding: XmlEncoding;
  readonly hasMark: boolean;
}

const MARKS: readonly (readonly [encoding: XmlEncoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Without a mark, the first character's zero byte tells ("<" is the first of every part). */
const STARTS: readonly (readonly [encoding: XmlEncoding, start: readonly number[]])[] = [
  ['utf-16le', [0x3c, 0]],
  ['utf-16be', [0, 0x3c]],
];

/** @throws FormatError for bytes that are no text */
export function decodeXml(bytes: Uint8Array, part: string): XmlText {
  const starts = (start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  const marked = MARKS.find(([, mark]) => starts(mark));
  const encoding = marked?.[0] ?? STARTS.find(([, start]) => starts(start))?.[0] ?? 'utf-8';
  const content = bytes.subarray(marked?.[1].length ?? 0);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
    return { text, encoding, hasMark: marked !== undefined };
  } catch (error) {
    throw new FormatError('damaged', { detail: part }, { cause: error });
  }
}

/** A text in the encoding of another. */
export function encodeXml(text: string, { encoding, hasMark }: XmlText): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++)
    view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}
