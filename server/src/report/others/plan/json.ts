/**
 * JSON with places. The platform's reader tells neither where a value stands nor, in every version, where a
 * mistake is. Linear; nesting has a bound.
 */
import type { Span } from '../../model/index.ts';

interface JsonString extends Span {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

interface JsonScalar extends Span {
  readonly kind: 'number' | 'literal';
  readonly value: number | boolean | null;
}

export type JsonNode = JsonString | JsonObject | JsonArray | JsonScalar;

/** Something else stands where `expected` should be; `null`: where the text should end. */
export class JsonSyntaxError extends Error {
  readonly start: number;
  readonly expected: string | null;

  constructor(start: number, expected: string | null) {
    super(`${expected ?? 'the end'} expected`);
    this.start = start;
    this.expected = expected;
  }
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const MOST_NESTING = 50;

/** @throws JsonSyntaxError at the first place that is not as it should be */
export function readJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.readValue(0);
  reader.expectEnd();
  return node;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#match(SPACE);
  }

  readValue(depth: number): JsonNode {
    const start = this.#at;
    const first = this.#text[start];
    if (depth < MOST_NESTING) {
      if (first === '{') return { kind: 'object', members: this.#readMembers(depth), ...this.#since(start) };
      if (first === '[') return { kind: 'array', items: this.#readItems(depth), ...this.#since(start) };
    }
    if (first === '"') return this.#readString();
    const scalar = this.#match(SCALAR);
    if (scalar === null) throw new JsonSyntaxError(start, depth === 0 ? '{' : '"…"');
    const value = JSON.parse(scalar);
    return { kind: typeof value === 'number' ? 'number' : 'literal', value, ...this.#since(start) };
  }

  expectEnd(): void {
    if (this.#at < this.#text.length) throw new JsonSyntaxError(this.#at, null);
  }

  #readMembers(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    this.#expect('{');
    if (this.#take('}')) return members;
    do {
      const key = this.#readString();
      this.#expect(':');
      members.push({ key, value: this.readValue(depth + 1) });
    } while (this.#take(','));
    this.#expect('}');
    return members;
  }

  #readItems(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#expect('[');
    if (this.#take(']')) return items;
    do items.push(this.readValue(depth + 1));
    while (this.#take(','));
    this.#expect(']');
    return items;
  }

  #readString(): JsonString {
    const start = this.#at;
    const text = this.#match(STRING);
    if (text === null) throw new JsonSyntaxError(start, '"…"');
    return { kind: 'string', value: JSON.parse(text), ...this.#since(start) };
  }

  #take(punctuation: string): boolean {
    if (this.#text[this.#at] !== punctuation) return false;
    this.#at++;
    this.#match(SPACE);
    return true;
  }

  #expect(punctuation: string): void {
    if (!this.#take(punctuation)) throw new JsonSyntaxError(this.#at, punctuation);
  }

  /** What a pattern matches here; the place moves behind it and the space that follows. */
  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    if (pattern !== SPACE) this.#match(SPACE);
    return found[0];
  }

  /** From a place to the end of what was read last, the space behind it not included. */
  #since(start: number): Span {
    let end = this.#at;
    while (end > start && ' \t\r\n'.includes(this.#text[end - 1]!)) end--;
    return { start, end };
  }
}
