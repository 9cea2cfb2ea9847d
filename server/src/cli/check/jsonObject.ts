/**
 * JSON of the one shape that a configuration has: objects, nested at most one deep, with strings in them.
 * The platform's reader tells neither where a value stands nor, in every version, where a mistake is.
 */

export interface JsonToken {
  readonly start: number;
  readonly value: string;
}

/** Something else stands where `expected` should be. */
export class JsonObjectError extends Error {
  readonly start: number;
  readonly expected: string;

  constructor(start: number, expected: string) {
    super(`${expected} expected`);
    this.start = start;
    this.expected = expected;
  }
}

/** Told of every member: an outer one as its object opens, an inner one with its value. */
export type Visit = (path: readonly JsonToken[], value: JsonToken) => void;

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.skipSpace();
  }

  take(punctuation: string): boolean {
    if (this.text[this.at] !== punctuation) return false;
    this.at++;
    this.skipSpace();
    return true;
  }

  expect(punctuation: string): JsonToken {
    const start = this.at;
    if (!this.take(punctuation)) throw new JsonObjectError(start, punctuation);
    return { start, value: punctuation };
  }

  expectString(): JsonToken {
    const start = this.at;
    STRING.lastIndex = start;
    const match = STRING.exec(this.text);
    if (match === null) throw new JsonObjectError(start, '"…"');
    this.at = STRING.lastIndex;
    this.skipSpace();
    return { start, value: JSON.parse(match[0]) };
  }

  expectEnd(): void {
    if (this.at < this.text.length) throw new JsonObjectError(this.at, 'EOF');
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }
}

/** @throws JsonObjectError at the first place that is not as it should be */
export function readJsonObject(text: string, visit: Visit): void {
  const reader = new Reader(text);
  readMembers(reader, (outer) => {
    visit([outer], outer);
    readMembers(reader, (inner) => visit([outer, inner], reader.expectString()));
  });
  reader.expectEnd();
}

function readMembers(reader: Reader, readValue: (key: JsonToken) => void): void {
  reader.expect('{');
  if (reader.take('}')) return;
  do {
    const key = reader.expectString();
    reader.expect(':');
    readValue(key);
  } while (reader.take(','));
  reader.expect('}');
}
