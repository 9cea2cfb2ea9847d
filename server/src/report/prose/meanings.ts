/** What a phrase beside a number means: the sums of cells that it can stand for. */
import type { TableId } from '../model/index.ts';
import { has, namesOf, type Phrase } from './phrases.ts';
import { kind } from './words.ts';

/** A row or a group of rows in a column, added or taken away. */
export interface Term {
  /** A row's id, or what the ids of a group's rows begin with. */
  readonly row: string;
  readonly column: string;
  readonly sign: 1 | -1;
}

/** Cells that are added up. */
export type Sum = readonly Term[];

export interface Meaning {
  readonly table: TableId;
  /** What it is about: two numbers of one family in a paragraph shed light on each other. */
  readonly family: string;
  /** The likeliest first. */
  readonly sums: readonly Sum[];
}

/** What was said before in the paragraph. */
export interface Background {
  /** The groups of proceedings last spoken of. */
  readonly proceedings: readonly string[] | null;
  readonly document: string | null;
  readonly hasDecisions: boolean;
  /** The columns of the applicants last spoken of. */
  readonly applicants: readonly string[] | null;
}

const TOTAL = 'total';
const GROUPS = ['review', 'directSuit', 'suitAfterReview'];

const of = (row: string, column: string = TOTAL): Term => ({ row, column, sign: 1 });
const less = (row: string, column: string = TOTAL): Term => ({ row, column, sign: -1 });
const each = (rows: readonly string[], columns: readonly string[]): Sum =>
  rows.flatMap((row) => columns.map((column) => of(row, column)));

const receivedSums: readonly Sum[] = [[of('received')], [of('received'), of('carriedIn')]];
const handledSums: readonly Sum[] = [
  [of('handledTotal')],
  [of('handledTotal'), less('carriedIn')],
  [of('received'), less('carriedForward')],
];
/** Some count as answered only what was not closed in another way: withdrawn, not completed, not paid for. */
const answeredSums: readonly Sum[] = [
  ...handledSums,
  [of('handledTotal'), less('otherHandling')],
  [of('handledTotal'), less('otherHandling.other')],
];

const received = meaning('received', receivedSums);
const answered = meaning('handled', answeredSums);
const either = meaning('received handled', [...receivedSums, ...handledSums]);
const receivedAndCarriedIn = meaning('received', receivedSums.slice(1));
/** 依申请公开政府信息 57 件 may be those that were disclosed. */
const any = meaning('received handled', [
  ...receivedSums,
  ...handledSums,
  [of('granted')],
  [of('granted'), of('partlyGranted')],
]);
const disclosed = meaning('granted', [[of('granted')], [of('granted'), of('partlyGranted')]]);
const carriedIn = meaning('carriedIn', [[of('carriedIn')]]);
const carriedForward = meaning('carriedForward', [[of('carriedForward')]]);
const carried = meaning('carried', [[of('carriedIn')], [of('carriedForward')]]);

/** The meaning of a phrase all of whose words are known; `null` if it has none here. */
export function meaningOf(phrase: Phrase, background: Background): Meaning | null {
  if (has(phrase, kind.proceeding | kind.outcome)) return proceedingsMeaning(phrase, background);
  if (has(phrase, kind.document | kind.stage)) return documentMeaning(phrase, background);
  if (has(phrase, kind.decision)) return decisionMeaning(phrase, background);
  return applicationMeaning(phrase, background);
}

const NOT_OF_PROCEEDINGS = kind.result | kind.carry | kind.document | kind.decision | kind.applicant;

function proceedingsMeaning(phrase: Phrase, background: Background): Meaning | null {
  if (has(phrase, NOT_OF_PROCEEDINGS)) return null;
  const named = groupsOf(phrase);
  const groups = named.length > 0 ? named : (background.proceedings ?? []);
  if (groups.length === 0) return null;
  const outcomes = namesOf(phrase, kind.outcome);
  const columns = outcomes.length > 0 ? outcomes : [TOTAL];
  const sums = [each(groups, columns)];
  // 行政诉讼 may be the suits of one kind only, and what was closed in the year leaves out what is pending.
  const isOfAnySuit = groups.length === 2 && !groups.includes('review');
  if (isOfAnySuit) sums.push(...groups.map((group) => each([group], columns)));
  if (outcomes.length === 0)
    sums.push([...each(groups, columns), ...groups.map((group) => less(group, 'pending'))]);
  return { table: 'proceedings', family: `${groups.join()} ${columns.join()}`, sums };
}

/** The groups that a phrase names: 复议后起诉 is narrower than 行政诉讼 beside it. */
function groupsOf(phrase: Phrase): readonly string[] {
  const named = phrase.words.filter((word) => (word.kind & kind.proceeding) !== 0).map(({ names }) => names);
  if (named.length < 2) return named[0] ?? [];
  const isNarrow = (names: readonly string[]): boolean => names.length === 1 && names[0] !== 'review';
  const narrow = named.some(isNarrow) ? named.filter((names) => names.length === 1) : named;
  const groups = new Set(narrow.flat());
  return GROUPS.filter((group) => groups.has(group));
}

const NOT_OF_DOCUMENTS =
  kind.receive |
  kind.handle |
  kind.process |
  kind.carry |
  kind.request |
  kind.onRequest |
  kind.published |
  kind.result |
  kind.information |
  kind.cause |
  kind.decide;

function documentMeaning(phrase: Phrase, background: Background): Meaning | null {
  if (has(phrase, NOT_OF_DOCUMENTS)) return null;
  const columns = namesOf(phrase, kind.stage);
  const rows = namesOf(phrase, kind.document);
  const [column] = columns;
  // 印发文件 may be any paper, 废止 after the 规范性文件 that were made is of these.
  const row = rows[0] ?? (column === 'issued' ? null : background.document);
  if (column === undefined || columns.length > 1 || rows.length > 1 || row === null) return null;
  return cellMeaning(row, column);
}

const cellMeanings = new Map<string, Meaning>();

/** The meaning of one cell of table `proactive`; made once. */
function cellMeaning(row: string, column: string): Meaning {
  const family = `${row} ${column}`;
  const known = cellMeanings.get(family) ?? { table: 'proactive', family, sums: [[of(row, column)]] };
  cellMeanings.set(family, known);
  return known;
}

const NOT_OF_DECISIONS =
  kind.receive | kind.handle | kind.process | kind.published | kind.result | kind.information | kind.file;

function decisionMeaning(phrase: Phrase, background: Background): Meaning | null {
  if (!has(phrase, kind.decide) && !background.hasDecisions) return null;
  if (has(phrase, NOT_OF_DECISIONS)) return null;
  const rows = namesOf(phrase, kind.decision);
  return { table: 'proactive', family: rows.join(), sums: [each(rows, ['decisions'])] };
}

function applicationMeaning(phrase: Phrase, background: Background): Meaning | null {
  if (has(phrase, kind.carry)) return carriedMeaning(phrase);
  if (has(phrase, kind.lastYear | kind.nextYear)) return null;
  if (has(phrase, kind.result)) return resultMeaning(phrase, background);
  if (has(phrase, kind.cause | kind.file)) return null;
  // 收到公开政府信息申请: what was applied for.
  const isAppliedFor = has(phrase, kind.receive) && has(phrase, kind.request);
  if (has(phrase, kind.published) && !isAppliedFor) return publishedMeaning(phrase);
  if (has(phrase, kind.applicant)) return applicantMeaning(phrase);
  const isReceived = has(phrase, kind.receive);
  const isHandled = has(phrase, kind.handle);
  if (isReceived && !isHandled && !has(phrase, kind.process)) return received;
  // 共办理回复 6 件（含上年结转 3 件）: those that were dealt with, whether they are closed or not.
  const isProcessed = has(phrase, kind.process);
  if (isHandled && !isReceived && !isProcessed) return answered;
  if (isReceived || isProcessed) return either;
  return isPopulation(phrase) ? any : null;
}

/** 政府信息公开申请, 依申请公开: nothing else is applied for in these words. */
export function isPopulation(phrase: Phrase): boolean {
  return has(phrase, kind.onRequest) || (has(phrase, kind.request) && has(phrase, kind.information));
}

function carriedMeaning(phrase: Phrase): Meaning | null {
  if (has(phrase, kind.result | kind.applicant | kind.published)) return null;
  const isIn = has(phrase, kind.lastYear);
  const isForward = has(phrase, kind.nextYear);
  if (isIn && isForward) return null;
  // 新收和上年结转共 194 件
  if (has(phrase, kind.receive)) return isIn ? receivedAndCarriedIn : null;
  if (isIn) return carriedIn;
  return isForward ? carriedForward : carried;
}

function resultMeaning(phrase: Phrase, { applicants }: Background): Meaning | null {
  if (has(phrase, kind.published | kind.applicant)) return null;
  const named = namesOf(phrase, kind.result);
  const rows = namesExample(phrase) ? groupsOfExamples(named) : named;
  if (rows.length === 0) return null;
  if (rows.length === 1 && !applicants) return rowMeaning(rows[0]!);
  const choices = choicesOf(rows);
  // Behind 自然人申请 132 件 the results may be those of natural persons.
  const columns = applicants ? [[TOTAL], applicants] : [[TOTAL]];
  return meaning(
    rows.join(),
    columns.flatMap((own) => choices.map((choice) => each(choice, own))),
  );
}

const rowMeanings = new Map<string, Meaning>();

/** The meaning of a row or a group of rows; made once. */
function rowMeaning(row: string): Meaning {
  const known = rowMeanings.get(row) ?? meaning(row, [[of(row)]]);
  rowMeanings.set(row, known);
  return known;
}

const isIn = (row: string, group: string): boolean => row.startsWith(`${group}.`);

const isOfGroup = (row: string): boolean => row.includes('.');

/** 因本机关不掌握等原因无法提供: 等 behind the row of a group makes it one of the causes that are meant. */
function namesExample({ words }: Phrase): boolean {
  let isBehindRow = false;
  for (const { kind: own, names, text } of words) {
    if ((own & kind.result) !== 0) isBehindRow = names.some(isOfGroup);
    else if (isBehindRow && text.startsWith('等')) return true;
  }
  return false;
}

/** The groups whose examples are named; nothing where an example stands alone: which others are meant is not said. */
function groupsOfExamples(rows: readonly string[]): readonly string[] {
  const groups = rows.filter((row) => !isOfGroup(row));
  const isTold = (row: string): boolean => !isOfGroup(row) || groups.some((group) => isIn(row, group));
  return rows.every(isTold) ? groups : [];
}

/** 因本机关不掌握无法提供: the row alone, or all of its group. */
function choicesOf(rows: readonly string[]): (readonly string[])[] {
  const narrow = rows.filter((group) => !rows.some((row) => isIn(row, group)));
  const broad = rows.filter((row) => !rows.some((group) => isIn(row, group)));
  return narrow.length === rows.length ? [rows] : [narrow, broad];
}

/** 公开 alone; 公开政府信息 is what the body disclosed of its own accord. */
function publishedMeaning(phrase: Phrase): Meaning | null {
  if (has(phrase, kind.information | kind.applicant)) return null;
  // 公开答复 274 件 may be all that were answered.
  return has(phrase, kind.receive | kind.handle | kind.process) ? any : disclosed;
}

const applicantsThatCame = new WeakMap<readonly string[], Meaning>();
const applicantsAnswered = new WeakMap<readonly string[], Meaning>();

const ANYONE = '公民';

/** The meaning of columns of applicants; made once for the names that one word has. */
function applicantMeaning(phrase: Phrase): Meaning {
  const columns = namesOf(phrase, kind.applicant);
  // 收到公民向我局提交的申请 3 件: whoever applied.
  if (phrase.words.some(({ text }) => text === ANYONE))
    return meaning(ANYONE, [each(['received'], columns), ...any.sums]);
  const isAnswered = has(phrase, kind.handle);
  const made = isAnswered ? applicantsAnswered : applicantsThatCame;
  let own = made.get(columns);
  if (own === undefined) {
    const came = [each(['received'], columns), each(['received', 'carriedIn'], columns)];
    const left = [each(['handledTotal'], columns)];
    own = meaning(`applicants ${columns.join()}`, isAnswered ? [...left, ...came] : [...came, ...left]);
    made.set(columns, own);
  }
  return own;
}

function meaning(family: string, sums: readonly Sum[]): Meaning {
  return { table: 'applications', family, sums };
}

/** What a phrase with unknown words may be about: 合并办理后实际受理 300 件. */
export function guessOf(phrase: Phrase): Meaning | null {
  return has(phrase, kind.receive) && !has(phrase, kind.compare | kind.proceeding) ? received : null;
}

/** What a phrase with a number leaves behind for the next ones. */
export function remember(background: Background, phrase: Phrase, { table }: Meaning): Background {
  if (!has(phrase, kind.proceeding | kind.document | kind.decide | kind.applicant)) return background;
  const groups = groupsOf(phrase);
  const [document] = namesOf(phrase, kind.document);
  const applicants = namesOf(phrase, kind.applicant);
  return {
    proceedings: groups.length > 0 ? groups : background.proceedings,
    document: document ?? background.document,
    hasDecisions: background.hasDecisions || (table === 'proactive' && has(phrase, kind.decide)),
    applicants: applicants.length > 0 ? applicants : background.applicants,
  };
}

/** What a statement denies; which of two carried-over numbers 无结转 means is not said. */
export function noneOf(meant: Meaning | null): Meaning | null {
  if (meant === null || meant.family === 'carried') return null;
  const family = meant.family === 'received handled' ? 'received' : meant.family;
  return { ...meant, family, sums: meant.sums.slice(0, 1) };
}
