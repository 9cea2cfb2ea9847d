/** Sees to the headers that stand in front of each message: one that is malformed would leave the server waiting for ever. */
import type { Readable } from 'node:stream';

/** A client sends some forty bytes; what goes on for longer without an end is something else. */
const LONGEST_HEADER = 4096;

/** No longer text fits into one string of the engine. */
const LONGEST_MESSAGE = 500_000_000;

const HEADER_END = '\r\n\r\n';

/** Calls `refuse` with the reason when what comes in is no message of the base protocol (LSP, "Base Protocol"). */
export function watchFraming(input: Readable, refuse: (reason: string) => void): void {
  let header = '';
  let left = 0;
  const take = (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length; ) {
      const skipped = Math.min(left, chunk.length - at);
      left -= skipped;
      at += skipped;
      if (at === chunk.length) return;
      const before = header.length;
      header += chunk.toString('latin1', at, at + LONGEST_HEADER);
      const end = header.indexOf(HEADER_END);
      const length = lengthIn(header, end);
      if (typeof length === 'string') {
        input.off('data', take);
        refuse(length);
        return;
      }
      if (length === null) return;
      at += end + HEADER_END.length - before;
      left = length;
      header = '';
    }
  };
  input.on('data', take);
}

/** The length of the message behind a header, `null` while the header is not complete, or what is wrong with it. */
function lengthIn(header: string, end: number): number | string | null {
  const known = end < 0 ? header : header.slice(0, end);
  const lines = known.split('\r\n');
  const complete = end < 0 ? lines.slice(0, -1) : lines;
  const odd = complete.find((line) => !/^[\w-]+:/.test(line)) ?? /^[^\n]*\n|^[^\w]/.exec(lines.at(-1)!)?.[0];
  if (odd !== undefined) return `expected a header such as "Content-Length: 20", found "${odd.trim()}"`;
  if (end < 0)
    return known.length < LONGEST_HEADER ? null : `expected a header of less than ${LONGEST_HEADER} bytes`;
  const [, value] = /^content-length:[ \t]*(.*?)[ \t]*$/im.exec(known) ?? [];
  if (value === undefined) return 'expected a header Content-Length, found none';
  const length = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return length >= 0 && length <= LONGEST_MESSAGE
    ? length
    : `Content-Length: expected a number of bytes up to ${LONGEST_MESSAGE}, found "${value}"`;
}
