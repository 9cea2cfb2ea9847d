/** Colours with a meaning: headings, labels, numbers, totals, and totals that do not add up. */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver-protocol';
import type { Cell, ReportAnalysis, Span, Table } from '../../report/model/index.ts';
import type { GivenTokens, TokenHistory } from '../../workspace/tokenHistory.ts';
import { toSpan } from '../toProtocol.ts';
import { isPlaced } from './elementsAt.ts';
import type { Feature } from './feature.ts';

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

/** Every token of the report; `history` keeps them for the next difference. */
export function fullTokens(history: TokenHistory): Feature<SemanticTokensParams, SemanticTokens> {
  return ({ report }) => toTokens(history.remember(report.uri, allTokens(report.analysis)));
}

/** What changed since the tokens the client has, or all where those are not known any more. */
export function changedTokens(
  history: TokenHistory,
): Feature<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta> {
  return ({ report }, { previousResultId }) => {
    const before = history.recall(report.uri, previousResultId);
    const after = history.remember(report.uri, allTokens(report.analysis));
    return before ? { resultId: after.resultId, edits: differ(before.data, after.data) } : toTokens(after);
  };
}

function toTokens({ resultId, data }: GivenTokens): SemanticTokens {
  return { resultId, data: [...data] };
}

function allTokens(analysis: ReportAnalysis): number[] {
  return encodeTokens(analysis, readTokens(analysis));
}

export const tokensInRange: Feature<SemanticTokensRangeParams, SemanticTokens> = (context, { range }) => {
  const { analysis } = context.report;
  const { start, end } = toSpan(context, range);
  const tokens = readTokens(analysis).filter(({ span }) => span.end > start && span.start < end);
  return { data: encodeTokens(analysis, tokens) };
};

/** One edit between the common beginning and the common end. */
function differ(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return [
    { start, deleteCount: before.length - start - same, data: after.slice(start, after.length - same) },
  ];
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
  const unbalanced = unbalancedTotals(analysis);
  for (const table of analysis.tables) addTokensOf(table, unbalanced, add);
  return withoutOverlaps(tokens);
}

function addTokensOf(
  table: Table,
  unbalanced: ReadonlySet<Cell>,
  add: (span: Span, type: TokenType, modifiers?: number) => void,
): void {
  const totals = new Set(table.form.equations.map((equation) => equation.total));
  for (const label of table.header) add(label.span, label.kind === 'column' ? 'columnLabel' : 'groupLabel');
  for (const line of [...table.lines, ...table.duplicates.map((duplicate) => duplicate.line)]) {
    for (const group of line.groups) add(group, 'groupLabel');
    for (const piece of line.label) add(piece, 'rowLabel');
    for (const cell of line.cells) {
      const { index } = cell.form;
      if (!isPlaced(cell)) continue;
      add(cell.span, totals.has(index) ? 'total' : 'number', unbalanced.has(cell) ? UNBALANCED : 0);
    }
  }
}

/** The totals of equations that do not hold. */
function unbalancedTotals({ equations }: ReportAnalysis): Set<Cell> {
  const broken = equations.filter(({ holds }) => holds === false);
  return new Set(broken.map(({ table, form }) => table.cells[form.total]!));
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
function encodeTokens({ source }: ReportAnalysis, tokens: readonly Token[]): number[] {
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
