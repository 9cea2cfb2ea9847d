/** JSON with places: the tree, or the first place that is not as it should be. */
import { type JSONVisitor, visit } from 'jsonc-parser';
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

const MOST_NESTING = 50;
const STRING = '"…"';

/** @throws JsonSyntaxError at the first place that is not as it should be */
export function readJson(text: string): JsonNode {
  const builder = new TreeBuilder();
  visit(text, builder, { disallowComments: true });
  return builder.root ?? builder.refuse(text.length);
}

/** An object or a list that has not ended. */
interface OpenNode {
  readonly start: number;
  readonly members: JsonMember[] | null;
  readonly items: JsonNode[];
  key: JsonString | null;
}

/** Makes a tree of what the parser sees, and knows at each place what should come. */
class TreeBuilder implements JSONVisitor {
  root: JsonNode | null = null;
  readonly #open: OpenNode[] = [];
  #expected: string | null = '{';

  readonly onObjectBegin = (start: number): void => this.#begin(start, []);
  readonly onArrayBegin = (start: number): void => this.#begin(start, null);
  // The end of the text is told as an end without length.
  readonly onObjectEnd = (offset: number, length: number): void =>
    length === 0 ? this.refuse(offset) : this.#end(offset + length);
  readonly onArrayEnd = this.onObjectEnd;
  readonly onError = (_code: number, offset: number): never => this.refuse(offset);

  readonly onSeparator = (): void => {
    this.#expected = STRING;
  };

  readonly onObjectProperty = (value: string, start: number, length: number): void => {
    this.#open.at(-1)!.key = { kind: 'string', value, start, end: start + length };
    this.#expected = ':';
  };

  readonly onLiteralValue = (value: unknown, start: number, length: number): void => {
    const span = { start, end: start + length };
    if (typeof value === 'string') this.#add({ kind: 'string', value, ...span });
    else if (typeof value === 'number') this.#add({ kind: 'number', value, ...span });
    else this.#add({ kind: 'literal', value: value as boolean | null, ...span });
  };

  refuse(offset: number): never {
    throw new JsonSyntaxError(offset, this.#expected);
  }

  #begin(start: number, members: JsonMember[] | null): void {
    if (this.#open.length === MOST_NESTING) this.refuse(start);
    this.#open.push({ start, members, items: [], key: null });
    this.#expected = STRING;
  }

  #end(end: number): void {
    const { start, members, items } = this.#open.pop()!;
    this.#add(members ? { kind: 'object', members, start, end } : { kind: 'array', items, start, end });
  }

  #add(value: JsonNode): void {
    const parent = this.#open.at(-1);
    if (!parent) this.root = value;
    else if (parent.members && parent.key) parent.members.push({ key: parent.key, value });
    else parent.items.push(value);
    this.#expected = parent ? (parent.members ? '}' : ']') : null;
  }
}
