/**
 * A zip file's central directory (APPNOTE.TXT 4.3), read with suspicion: whatever two programs could read differently is
 * refused.
 */
import { FormatError } from '../error.ts';

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Packed and unpacked, in bytes, as the directory says. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header and its data begin, and where the next entry or the directory does. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** Its record in the central directory. */
  readonly record: { readonly start: number; readonly end: number };
}

export interface Directory {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  readonly start: number;
  /** Where what follows the directory's records begins, and the record that ends it. */
  readonly end: number;
  readonly endRecord: number;
}

const MOST_ENTRIES = 4096;
const MOST_UNPACKED = 256 * 1024 * 1024;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_RECORD = 0x02014b50;
const END_RECORD = 0x06054b50;
const LOCAL_HEADER_SIZE = 30;
const CENTRAL_RECORD_SIZE = 46;
const END_RECORD_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Stand where the true number is in a zip64 record. */
const ZIP64_COUNT = 0xffff;
const ZIP64_SIZE = 0xffffffff;
/** Bits of an entry's flags: encrypted, and strongly so. */
const ENCRYPTED = 0x41;

/** @throws FormatError for what is no sound, plain zip file */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endRecord = findEndRecord(view);
  const count = view.getUint16(endRecord + 10, true);
  const start = view.getUint32(endRecord + 16, true);
  const end = start + view.getUint32(endRecord + 12, true);
  if (count === ZIP64_COUNT || start === ZIP64_SIZE) throw unsafe('zip64');
  if (view.getUint16(endRecord + 8, true) !== count) throw unsafe('volumes');
  if (count > MOST_ENTRIES) throw new FormatError('tooLarge', { most: `${MOST_ENTRIES} parts` });
  if (end > endRecord) throw new FormatError('damaged', { detail: 'zip directory' });
  const entries = readRecords(view, { start, end }, count);
  refuseBadNames(entries);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_UNPACKED) throw new FormatError('tooLarge', { most: `${MOST_UNPACKED >> 20} MiB` });
  return { entries: withEnds(entries, start), start, end, endRecord };
}

/** The record that ends the file; what may follow it is a comment, whose length it says. */
function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_RECORD_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    const isRecord = view.getUint32(at, true) === END_RECORD;
    if (isRecord && at + END_RECORD_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new FormatError('truncated');
}

type Record = ZipEntry['record'];

function readRecords(view: DataView, { start, end }: Record, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_RECORD_SIZE > end || view.getUint32(at, true) !== CENTRAL_RECORD)
      throw new FormatError('damaged', { detail: 'zip directory' });
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + CENTRAL_RECORD_SIZE + lengths.reduce((sum, length) => sum + length);
    if (next > end) throw new FormatError('damaged', { detail: 'zip directory' });
    entries.push(readEntry(view, { start: at, end: next }, start));
    at = next;
  }
  return entries;
}

function readEntry(view: DataView, record: Record, directory: number): ZipEntry {
  const at = record.start;
  const name = readName(view, at + CENTRAL_RECORD_SIZE, view.getUint16(at + 28, true));
  const flags = view.getUint16(at + 8, true);
  const [packedSize, size, start] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (flags & ENCRYPTED) throw new FormatError('passwordProtected');
  if (packedSize === undefined || size === undefined || start === undefined) throw unsafe('zip64');
  if ([packedSize, size, start].includes(ZIP64_SIZE)) throw unsafe('zip64');
  const entry = { name, flags, packedSize, size, start, record, end: directory };
  const method = view.getUint16(at + 10, true);
  const dataStart = readLocalHeader(view, { ...entry, method }, directory);
  return { ...entry, method, crc: view.getUint32(at + 16, true), dataStart };
}

type Described = Pick<ZipEntry, 'name' | 'method' | 'start' | 'packedSize'>;

/** Where an entry's data begins. Its own header must not tell another story than the directory. */
function readLocalHeader(view: DataView, entry: Described, directory: number): number {
  const { start, name, method, packedSize } = entry;
  const detail = { detail: name };
  if (start + LOCAL_HEADER_SIZE > directory || view.getUint32(start, true) !== LOCAL_HEADER)
    throw new FormatError('damaged', detail);
  const nameLength = view.getUint16(start + 26, true);
  const dataStart = start + LOCAL_HEADER_SIZE + nameLength + view.getUint16(start + 28, true);
  if (dataStart + packedSize > directory) throw new FormatError('damaged', detail);
  const isSame =
    readName(view, start + LOCAL_HEADER_SIZE, nameLength) === name &&
    view.getUint16(start + 8, true) === method;
  if (!isSame) throw unsafe(name);
  return dataStart;
}

function readName(view: DataView, start: number, length: number): string {
  if (start + length > view.byteLength) throw new FormatError('truncated');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // In an older encoding: which one does not matter, but different names must stay different.
    return String.fromCharCode(...bytes);
  }
}

/** Two parts of one name would be two documents for two programs; names that climb have no business here. */
function refuseBadNames(entries: readonly ZipEntry[]): void {
  const known = new Set<string>();
  for (const { name } of entries) {
    // Names of parts are compared without case (ECMA-376 part 2, 6.3.5).
    const key = name.replaceAll('\\', '/').toLowerCase();
    const climbs = key.split('/').includes('..') || /^(?:\/|[a-z]:)/.test(key) || key.includes('\0');
    if (climbs || known.has(key)) throw unsafe(name);
    known.add(key);
  }
}

/** Each entry ends where the next begins: what stands between, a data descriptor say, belongs to it. */
function withEnds(entries: readonly ZipEntry[], directory: number): ZipEntry[] {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  const ends = new Map(inOrder.map((entry, index) => [entry, inOrder[index + 1]?.start ?? directory]));
  return entries.map((entry) => {
    const end = ends.get(entry) ?? directory;
    if (entry.dataStart + entry.packedSize > end) throw unsafe(entry.name);
    return { ...entry, end };
  });
}

function unsafe(detail: string): FormatError {
  return new FormatError('unsafe', { detail });
}
