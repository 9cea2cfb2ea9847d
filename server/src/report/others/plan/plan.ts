/** `disclosure-report.json`: which reports of a folder add up to which. */
import { forms } from '../../form/index.ts';
import type { Message, MessageArguments, Span, TableId, TextKey } from '../../model/index.ts';
import { message } from '../../model/message.ts';
import { type JsonNode, type JsonObject, JsonSyntaxError, readJson } from './jsonTree.ts';

/** The name of the file, in whatever folder it stands. */
export const PLAN_NAME = 'disclosure-report.json';

export interface Plan {
  readonly aggregates: readonly Aggregate[];
}

/** That the reports of the members add up to the parent's, each for the same year. */
export interface Aggregate {
  readonly parent: ReportPattern;
  readonly members: readonly ReportPattern[];
  /** `null` for every year. */
  readonly years: readonly number[] | null;
  /** `null` for all. */
  readonly tables: readonly TableId[] | null;
}

/** Reports by their issuer, by their files, or by both. */
export interface ReportPattern {
  readonly issuer: string | null;
  /** A file pattern, from the folder of the plan. */
  readonly files: string | null;
  /** Where the plan says so. */
  readonly span: Span;
}

/** Something in a plan that cannot be taken as it is. */
export interface PlanProblem {
  readonly span: Span;
  readonly message: Message;
}

const TABLES: readonly TableId[] = [...new Set(forms.flatMap(({ tables }) => tables.map(({ id }) => id)))];

/** A plan, as far as it can be read, and everything that is wrong with its text. Never throws. */
export function readPlan(text: string): { readonly plan: Plan; readonly problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = [];
  try {
    const reader = new PlanReader(problems);
    return { plan: { aggregates: reader.readPlan(readJson(text.replace(/^\ufeff/, ' '))) }, problems };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const span = { start: error.start, end: Math.min(error.start + 1, text.length) };
    const key = error.expected === null ? 'plan.syntax.end' : 'plan.syntax';
    problems.push({ span, message: message(key, { expected: error.expected ?? '' }) });
    return { plan: { aggregates: [] }, problems };
  }
}

type Members = ReadonlyMap<string, JsonNode>;

class PlanReader {
  readonly #problems: PlanProblem[];

  constructor(problems: PlanProblem[]) {
    this.#problems = problems;
  }

  readPlan(node: JsonNode): Aggregate[] {
    const members = this.#members(node, ['$schema', 'aggregates']);
    return this.#items(members?.get('aggregates')).flatMap((each) => this.#aggregate(each) ?? []);
  }

  #aggregate(node: JsonNode): Aggregate | null {
    const members = this.#members(node, ['parent', 'members', 'years', 'tables']);
    if (members === null) return null;
    const parent = this.#pattern(this.#required(node, members, 'parent'));
    const list = this.#list(this.#required(node, members, 'members'));
    const patterns = list.map((each) => this.#pattern(each));
    if (parent === null || patterns.length === 0 || patterns.includes(null)) return null;
    return {
      parent,
      members: patterns as ReportPattern[],
      years: members.has('years')
        ? this.#items(members.get('years')).flatMap((each) => this.#year(each))
        : null,
      tables: members.has('tables')
        ? this.#items(members.get('tables')).flatMap((each) => this.#table(each))
        : null,
    };
  }

  /** The members, of which there has to be one. */
  #list(node: JsonNode | null): readonly JsonNode[] {
    const items = this.#items(node);
    if (node?.kind === 'array' && items.length === 0) this.#complain(node, 'plan.pattern');
    return items;
  }

  /** A name, or an object with an issuer, files or both. */
  #pattern(node: JsonNode | null): ReportPattern | null {
    if (node === null) return null;
    if (node.kind === 'string') return this.#named(node, node.value, null);
    const members = this.#members(node, ['issuer', 'files']);
    if (members === null) return null;
    const [issuer, files] = ['issuer', 'files'].map((key) => this.#text(members.get(key)));
    return this.#named(node, issuer ?? null, files ?? null);
  }

  #named({ start, end }: JsonNode, issuer: string | null, files: string | null): ReportPattern | null {
    if ((issuer ?? files ?? '').trim() !== '') return { issuer, files, span: { start, end } };
    return this.#complain({ start, end }, 'plan.pattern');
  }

  #text(node: JsonNode | undefined): string | null {
    if (node === undefined || node.kind === 'string') return node?.value ?? null;
    return this.#complain(node, 'plan.type', { expected: '"…"' });
  }

  #year(node: JsonNode): number[] {
    if (node.kind === 'number' && Number.isInteger(node.value)) return [node.value as number];
    return this.#complain(node, 'plan.type', { expected: '2025' }) ?? [];
  }

  #table(node: JsonNode): TableId[] {
    const table = TABLES.find((id) => node.kind === 'string' && id === node.value);
    if (table !== undefined) return [table];
    return this.#complain(node, 'plan.type', { expected: TABLES.map((id) => `"${id}"`).join(', ') }) ?? [];
  }

  #items(node: JsonNode | null | undefined): readonly JsonNode[] {
    if (node == null) return [];
    if (node.kind === 'array') return node.items;
    return this.#complain(node, 'plan.type', { expected: '[' }) ?? [];
  }

  #members(node: JsonNode, keys: readonly string[]): Members | null {
    if (node.kind !== 'object') return this.#complain(node, 'plan.type', { expected: '{' });
    for (const { key } of node.members) {
      if (!keys.includes(key.value))
        this.#complain(key, 'plan.unknownKey', { key: key.value, choices: keys.join(', ') });
    }
    return new Map(node.members.map(({ key, value }) => [key.value, value]));
  }

  #required(node: JsonNode, members: Members, key: string): JsonNode | null {
    return members.get(key) ?? this.#complain(openingOf(node as JsonObject), 'plan.missingKey', { key });
  }

  #complain({ start, end }: Span, key: TextKey, args: MessageArguments = {}): null {
    this.#problems.push({ span: { start, end }, message: message(key, args) });
    return null;
  }
}

/** The brace that opens an object: what it lacks stands nowhere else. */
function openingOf({ start }: JsonObject): Span {
  return { start, end: start + 1 };
}
