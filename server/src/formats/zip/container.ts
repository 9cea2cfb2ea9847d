/**
 * A zip file whose parts can be read and replaced. Deflate is `fflate`'s; what stands around it is copied byte by byte, so
 * that an untouched part stays as it was, with its time, order and packing (docs/decisions/0010-zip.md).
 */
import { deflateSync, Inflate } from 'fflate';
import { FormatError } from '../error.ts';
import { crc32 } from './crc32.ts';
import { type Directory, readDirectory, type ZipEntry } from './directory.ts';

const MOST_PART_BYTES = 64 * 1024 * 1024;
/** How many times its packed size a part may have; small ones, nearly empty, reach more. */
const MOST_RATIO = 200;
const RATIO_FROM_BYTES = 1024 * 1024;
/** So much packed data is unpacked at a time: a part that lies about its size is given up soon. */
const STEP = 16 * 1024;

const STORED = 0;
const DEFLATED = 8;
/** A bit of an entry's flags: sizes and checksum follow the data. */
const HAS_DESCRIPTOR = 0x08;

/** Parts by their names, in bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export class ZipContainer {
  readonly #bytes: Uint8Array;
  readonly #directory: Directory;
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  /** @throws FormatError for what is no sound, plain zip file */
  constructor(bytes: Uint8Array) {
    // Not a Buffer of Node, whose `slice` shares its memory.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#directory = readDirectory(this.#bytes);
    this.#byName = new Map(this.#directory.entries.map((entry) => [entry.name, entry]));
  }

  get names(): readonly string[] {
    return this.#directory.entries.map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /**
   * A part's bytes, `null` where there is no such part.
   *
   * @throws FormatError where it is too large, packed too well to be true, or not what its size and checksum say
   */
  read(name: string): Uint8Array | null {
    const entry = this.#byName.get(name);
    if (entry === undefined) return null;
    const { size, packedSize, dataStart } = entry;
    if (size > MOST_PART_BYTES) throw new FormatError('tooLarge', { most: `${MOST_PART_BYTES >> 20} MiB` });
    if (size > RATIO_FROM_BYTES && size > packedSize * MOST_RATIO)
      throw new FormatError('unsafe', { detail: name });
    const bytes = unpack(this.#bytes.subarray(dataStart, dataStart + packedSize), entry);
    if (crc32(bytes) !== entry.crc) throw new FormatError('checksum', { detail: name });
    return bytes;
  }

  /** The file with some of its parts replaced: every other byte but places in the directory is as it was. */
  replace(parts: Parts): Uint8Array {
    const { entries, start, end, endRecord } = this.#directory;
    const inOrder = [...entries].sort((a, b) => a.start - b.start);
    const chunks = [this.#bytes.subarray(0, inOrder[0]?.start ?? start)];
    let at = chunks[0]?.length ?? 0;
    const records = new Map<ZipEntry, Uint8Array>();
    for (const entry of inOrder) {
      const part = parts.get(entry.name);
      const [local, record] = part ? this.#rewrite(entry, part) : this.#copy(entry);
      setUint32(record, 42, at);
      records.set(entry, record);
      chunks.push(...local);
      at += lengthOf(local);
    }
    const tail = this.#bytes.slice(end);
    const directory = entries.flatMap((entry) => records.get(entry) ?? []);
    setUint32(tail, endRecord - end + 12, lengthOf(directory));
    setUint32(tail, endRecord - end + 16, at);
    return concatenate([...chunks, ...directory, tail]);
  }

  #copy({ start, end, record }: ZipEntry): [Uint8Array[], Uint8Array] {
    return [[this.#bytes.subarray(start, end)], this.#bytes.slice(record.start, record.end)];
  }

  /** An entry with other content: names, times and attributes are kept. */
  #rewrite(
    { start, dataStart, record, method, flags }: ZipEntry,
    part: Uint8Array,
  ): [Uint8Array[], Uint8Array] {
    const packed = method === STORED ? part : deflateSync(part);
    const header = this.#bytes.slice(start, dataStart);
    const copy = this.#bytes.slice(record.start, record.end);
    for (const [bytes, at] of [[header, 6] as const, [copy, 8] as const]) {
      new DataView(bytes.buffer).setUint16(at, flags & ~HAS_DESCRIPTOR, true);
      setUint32(bytes, at + 8, crc32(part));
      setUint32(bytes, at + 12, packed.length);
      setUint32(bytes, at + 16, part.length);
    }
    return [[header, packed], copy];
  }
}

/** @throws FormatError where the data is none, or more or less than it says */
function unpack(packed: Uint8Array, { method, size, name }: ZipEntry): Uint8Array {
  if (method !== STORED && method !== DEFLATED) throw new FormatError('unsafe', { detail: name });
  const bytes = method === STORED ? packed.slice() : inflate(packed, size, name);
  if (bytes.length !== size) throw new FormatError('checksum', { detail: name });
  return bytes;
}

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new FormatError('unsafe', { detail: name });
    bytes.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP)
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof FormatError
      ? error
      : new FormatError('damaged', { detail: name }, { cause: error });
  }
  return bytes.subarray(0, filled);
}

function setUint32(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, true);
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
