/** What a file is by its first bytes. Names lie: a page saved as .doc is a page, a .docx with a password is no zip. */
import type { RefusalReason } from './error.ts';

/** A kind that is read, a zip whose parts have to tell, a kind that is refused, or `null`: perhaps text. */
export type Sniffed = 'zip' | 'pdf' | 'html' | RefusalReason | null;

const SIGNATURES: readonly (readonly [start: string, kind: Sniffed])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Names of streams in an OLE container, in the order in which they are asked for. */
const OLE_STREAMS: readonly (readonly [name: string, kind: RefusalReason])[] = [
  ['EncryptedPackage', 'passwordProtected'],
  ['WpsCustomData', 'wps'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
];

/** PDF allows so much before its mark; pages begin with marks, comments and white space. */
const HEAD_LENGTH = 1024;
const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const MHT_START = /^\s*(?:(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location)\s*:)/i;
const MHT_TYPE = /Content-Type:\s*multipart\/related/i;

/** What the bytes are; `null` where nothing says that they are no plain text. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  if (head.startsWith(OLE)) return oleKind(bytes);
  const signature = SIGNATURES.find(([start]) => head.startsWith(start));
  if (signature) return signature[1];
  if (head.includes('%PDF-')) return 'pdf';
  if (MHT_START.test(head) && MHT_TYPE.test(head)) return 'mht';
  return HTML_START.test(withoutMark(bytes, head)) ? 'html' : null;
}

/** A page in UTF-16 has a mark, and a zero byte beside each character of its tags. */
function withoutMark(bytes: Uint8Array, head: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return head.slice(3);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? head.slice(2).replaceAll('\0', '') : head;
}

function oleKind(bytes: Uint8Array): RefusalReason {
  const found = OLE_STREAMS.find(([name]) => includes(bytes, utf16(name)));
  return found?.[1] ?? 'ole';
}

/** Latin-1 keeps each byte a character, whatever it is. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function utf16(name: string): Uint8Array {
  return Uint8Array.from([...name].flatMap((character) => [character.charCodeAt(0), 0]));
}

/** A container's folder lies anywhere in it. */
function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
