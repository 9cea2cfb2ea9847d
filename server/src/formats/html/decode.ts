/** The characters of a saved page. */
import { type Decoded, decode } from '../../files/encoding.ts';
import { FormatError } from '../error.ts';

/** A page's text, and how it can be written back; `null` for an encoding that is only read. */
export interface DecodedPage {
  readonly text: string;
  readonly original: Decoded | null;
}

/** Where a page names its encoding. */
const HEAD_LENGTH = 4096;
const CHARSET = /<meta\s[^>]{0,200}charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w-]{1,30})/i;
/** Encodings in which the bytes of another are hardly ever a text. */
const OTHER_SCRIPT = /^(?:big5|euc-|shift_jis|x-sjis|ks_c)/i;

/**
 * Decodes a page: by its mark; by its `<meta>` if that names an encoding of another script and the bytes are no UTF-8; else by
 * trial, since what pages say of UTF-8 and GB18030 is often wrong and their bytes never are both.
 *
 * @throws FormatError for bytes that are no text
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const named = namedEncoding(bytes);
  if (named !== null) return { text: named, original: null };
  try {
    const original = decode(bytes);
    return { text: original.text, original };
  } catch (cause) {
    throw new FormatError('damaged', { detail: 'HTML' }, { cause });
  }
}

/** The text in the encoding of another script that the page names, if it is in that. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
  const label = CHARSET.exec(head)?.[1];
  if (label === undefined || !OTHER_SCRIPT.test(label)) return null;
  return decodeAs(bytes, 'utf-8') === null ? decodeAs(bytes, label) : null;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
