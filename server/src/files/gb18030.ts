/**
 * Writing GB18030. The platform only reads it, so its reader is asked once what every sequence of bytes means
 * and the answers are turned round.
 */
import { LossyEncodingError } from './failure.ts';

const ASCII_END = 0x80;
const BASIC_PLANE_END = 0x10000;
let table: ReadonlyMap<string, readonly number[]> | null = null;

/** @throws LossyEncodingError for what is no character: half of a surrogate pair */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  table ??= buildEncoder();
  const bytes: number[] = [];
  for (const character of text) bytes.push(...encodeCharacter(character, table));
  return Uint8Array.from(bytes);
}

function encodeCharacter(
  character: string,
  known: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const codePoint = character.codePointAt(0)!;
  if (codePoint < ASCII_END) return [codePoint];
  if (codePoint >= BASIC_PLANE_END) return encodeBeyondBasicPlane(codePoint - BASIC_PLANE_END);
  const bytes = known.get(character);
  if (bytes === undefined) throw new LossyEncodingError('gb18030');
  return bytes;
}

/** Beyond the basic plane the sequences simply count upwards from 90 30 81 30. */
function encodeBeyondBasicPlane(index: number): readonly number[] {
  const digit = (weight: number, base: number): number => Math.floor(index / weight) % base;
  return [0x90 + digit(12600, 126), 0x30 + digit(1260, 10), 0x81 + digit(10, 126), 0x30 + digit(1, 10)];
}

function buildEncoder(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  // Two bytes last: where both can write a character, GBK's form is the one in use.
  for (const bytes of [...fourByteSequences(), ...twoByteSequences()]) {
    const character = decoder.decode(Uint8Array.from(bytes));
    const isOne = character.length === 1 && character !== '\ufffd';
    if (isOne) found.set(character, bytes);
  }
  return found;
}

function* twoByteSequences(): Generator<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail];
  }
}

/** The basic plane ends with lead byte 0x84. */
function* fourByteSequences(): Generator<readonly number[]> {
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) yield [first, second, third, fourth];
      }
    }
  }
}
