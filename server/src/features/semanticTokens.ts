/** Colours with a meaning: headings, labels, numbers, totals, and totals that do not add up. */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensRangeParams,
} from 'vscode-languageserver-protocol';
import type { ReportAnalysis, Span, Table } from '../report/model.ts';
import type { GivenTokens } from '../workspace/tokenHistory.ts';
import type { Context, Feature } from './feature.ts';
import { isPlaced } from './places.ts';
import { toSpan } from './toProtocol.ts';

const types = ['section', 'topic', 'rowLabel', 'groupLabel', 'columnLabel', 'number', 'total'] as const;
type TokenType = (typeof types)[number];

const UNBALANCED = 1;
const INTEGERS_OF_A_TOKEN = 5;

export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: ['unbalanced'] };

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: number;
}

/** Every token of the report, as LSP encodes them. */
export function allTokens({ report }: Context): number[] {
  return encode(report.analysis, readTokens(report.analysis));
}

export const tokensInRange: Feature<SemanticTokensRangeParams, SemanticTokens> = (context, { range }) => {
  const { analysis } = context.report;
  const { start, end } = toSpan(context, range);
  const tokens = readTokens(analysis).filter(({ span }) => span.end > start && span.start < end);
  return { data: encode(analysis, tokens) };
};

/** The change from what the client has to what is true now: one edit between the common beginning and end. */
export function tokensDelta(before: GivenTokens, after: GivenTokens): SemanticTokensDelta {
  return { resultId: after.resultId, edits: differ(before.data, after.data) };
}

function differ(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return [{ start, deleteCount: before.length - start - same, data: after.slice(start, after.length - same) }];
}

function readTokens(analysis: ReportAnalysis): Token[] {
  const tokens: Token[] = [];
  const add = (span: Span, type: TokenType, modifiers = 0): void => {
    if (span.end > span.start) tokens.push({ span, type, modifiers });
  };
  for (const section of analysis.sections) {
    add(section.span, 'section');
    for (const topic of section.topics) add(topic.span, 'topic');
  }
  for (const table of analysis.tables) addTable(analysis, table, add);
  return withoutOverlaps(tokens);
}

function addTable(analysis: ReportAnalysis, table: Table, add: (span: Span, type: TokenType, modifiers?: number) => void): void {
  const totals = new Set(table.form.equations.map((equation) => equation.total));
  const unbalanced = new Set(
    analysis.equations.filter((equation) => equation.table === table && equation.holds === false).map(({ form }) => form.total),
  );
  for (const label of table.header) add(label.span, label.kind === 'column' ? 'columnLabel' : 'groupLabel');
  for (const line of [...table.lines, ...table.duplicates.map((duplicate) => duplicate.line)]) {
    for (const group of line.groups) add(group, 'groupLabel');
    for (const piece of line.label) add(piece, 'rowLabel');
    for (const cell of line.cells) {
      const { index } = cell.form;
      if (!isPlaced(cell)) continue;
      add(cell.span, totals.has(index) ? 'total' : 'number', unbalanced.has(index) ? UNBALANCED : 0);
    }
  }
}

function withoutOverlaps(tokens: readonly Token[]): Token[] {
  let end = 0;
  return tokens
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** Five integers a token: lines and characters as distances, length, type, modifiers. No token leaves its line. */
function encode({ source }: ReportAnalysis, tokens: readonly Token[]): number[] {
  const data = new Array<number>(tokens.length * INTEGERS_OF_A_TOKEN);
  let at = 0;
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = source.positionAt(span.start);
    data[at++] = line - lastLine;
    data[at++] = line === lastLine ? character - lastCharacter : character;
    data[at++] = Math.min(span.end, source.lineEnd(line)) - span.start;
    data[at++] = types.indexOf(type);
    data[at++] = modifiers;
    lastLine = line;
    lastCharacter = character;
  }
  return data;
}
