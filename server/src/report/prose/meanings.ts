/** What a phrase beside a number means: the sums of cells that it can stand for. */
import type { TableId } from '../model/index.ts';
import { parseSum, type Sum, type Term } from './cellSums.ts';
import type { Kind } from './lexicon.ts';
import { has, isWord, namesOf, type Phrase } from './phrases.ts';

export interface Meaning {
  readonly table: TableId;
  /** What it is about: two numbers of one family in a paragraph shed light on each other. */
  readonly family: string;
  /** The likeliest first. */
  readonly sums: readonly Sum[];
}

/** What was said before in the paragraph. */
export interface Background {
  /** The groups of proceedings last spoken of, the document, the columns of applicants; nothing where none was. */
  readonly group: readonly string[];
  readonly document: readonly string[];
  readonly applicant: readonly string[];
  readonly hasDecisions: boolean;
  /** Whether proceedings in the same sentence are said to have come about. */
  readonly hasArisen: boolean;
}

export const noBackground: Background = {
  group: [],
  document: [],
  applicant: [],
  hasDecisions: false,
  hasArisen: false,
};

/** What the background adds to the kinds of a phrase. */
type Asked = Kind | 'afterApplicants' | 'afterDecisions' | 'afterArising';

interface Row {
  /** Of each of these lists a phrase fits one. */
  readonly pattern: readonly (readonly Condition[])[];
  /** No sums: numbers beside such a phrase are of none of the tables. */
  readonly sums: readonly Template[];
  /** The meaning where no sum has a place to fill; otherwise its sums are yet to come. */
  readonly meaning: Meaning;
}

/** That a phrase has a kind, or, written with a minus, lacks it. */
interface Condition {
  readonly kind: string;
  readonly isWanted: boolean;
}

/** A sum with places in it that a phrase's names fill. */
interface Template {
  readonly sum: Sum;
  readonly places: readonly string[];
}

function row(pattern: string, family = '', ...sums: readonly string[]): Row {
  return rowOf('applications', pattern, family, sums);
}

function proactive(pattern: string, family: string, ...sums: readonly string[]): Row {
  return rowOf('proactive', pattern, family, sums);
}

function proceedings(pattern: string, family: string, ...sums: readonly string[]): Row {
  return rowOf('proceedings', pattern, family, sums);
}

function rowOf(table: TableId, pattern: string, family: string, sums: readonly string[]): Row {
  const templates = sums.map(templateOf);
  return {
    pattern: pattern.split(' ').map((part) => part.split('|').map(conditionOf)),
    sums: templates,
    meaning: { table, family, sums: templates.map(({ sum }) => sum) },
  };
}

function conditionOf(written: string): Condition {
  const isWanted = !written.startsWith('-');
  return { kind: isWanted ? written : written.slice(1), isWanted };
}

const PLACE = /\{(\w+)\}/g;

function templateOf(written: string): Template {
  const places = [...written.matchAll(PLACE)].map(([, place]) => place!);
  return { sum: parseSum(written), places: [...new Set(places)] };
}

const received = ['received', 'received + carriedIn'];
const handled = ['handledTotal', 'handledTotal - carriedIn', 'received - carriedForward'];
/** Some count as answered only what was not closed in another way: withdrawn, not completed, not paid for. */
const answered = [...handled, 'handledTotal - otherHandling', 'handledTotal - otherHandling.other'];
const disclosed = ['granted', 'granted + partlyGranted'];
/** 依申请公开政府信息 57 件 may be those that were disclosed. */
const any = [...received, ...handled, ...disclosed];
const came = ['received@{applicant}', 'received@{applicant} + carriedIn@{applicant}'];
const left = ['handledTotal@{applicant}'];

/**
 * What phrases mean, all of whose words are known: the first row whose pattern fits. `{…}` stands for what the phrase
 * names; of a word that names several their cells are added up.
 */
const meanings: readonly Row[] = [
  row('proceeding|outcome result|carry|document|decision|applicant'),
  proceedings('outcome', '{group} {outcome}', '{group}@{outcome}', '{suit}@{outcome}'),
  proceedings('proceeding arise|afterArising', '{group} total', '{group}', '{suit}'),
  // What was closed in the year leaves out what is pending.
  proceedings('proceeding', '{group} total', '{group}', '{suit}', '{group} - {group}@pending'),
  row(
    'document|made|stage receive|handle|process|carry|request|onRequest|published|result|information|cause|decide',
  ),
  proactive('document made|stage', '{document} {stage}', '{document}@{stage}'),
  // 印发文件 may be any paper, 废止 after the 规范性文件 that were made is of these.
  proactive('stage', '{lastDocument} {stage}', '{lastDocument}@{stage}'),
  row('document|made'),
  row('decision receive|handle|process|published|result|information|file'),
  proactive('decision decide|afterDecisions', '{decision}', '{decision}@decisions'),
  row('decision'),
  row('carry result|applicant|published'),
  row('carry lastYear nextYear'),
  // 新收和上年结转共 194 件
  row('carry receive lastYear', 'received', 'received + carriedIn'),
  row('carry receive'),
  row('carry lastYear', 'carriedIn', 'carriedIn'),
  row('carry nextYear', 'carriedForward', 'carriedForward'),
  row('carry', 'carried', 'carriedIn', 'carriedForward'),
  row('lastYear|nextYear'),
  row('result published|applicant'),
  // Behind 自然人申请 132 件 the results may be those of natural persons.
  row('result afterApplicants', '{result}', '{result}', '{result}@{lastApplicant}'),
  row('result', '{result}', '{result}'),
  row('cause|file'),
  // 收到公开政府信息申请: what was applied for. 公开政府信息: what the body disclosed of its own accord.
  row('published -receive|-request information|applicant'),
  // 公开答复 274 件 may be all that were answered.
  row('published -receive|-request receive|handle|process', 'received handled', ...any),
  row('published -receive|-request', 'granted', ...disclosed),
  // 收到公民向我局提交的申请 3 件: whoever applied.
  row('anyone', 'anyone', 'received@{applicant}', ...any),
  row('applicant handle', 'applicants {applicant}', ...left, ...came),
  row('applicant', 'applicants {applicant}', ...came, ...left),
  row('receive -handle -process', 'received', ...received),
  row('handle -receive -process', 'handled', ...answered),
  // 共办理回复 6 件（含上年结转 3 件）: those that were dealt with, whether they are closed or not.
  row('receive|process', 'received handled', ...received, ...handled),
  row('onRequest|request onRequest|information', 'received handled', ...any),
];

/** The meaning of a phrase all of whose words are known; `null` if it has none here. */
export function meaningOf(phrase: Phrase, background: Background): Meaning | null {
  const kinds = kindsWith(phrase, background);
  const found = meanings.find(({ pattern }) => pattern.every((conditions) => fits(conditions, kinds)));
  return found === undefined || found.sums.length === 0 ? null : filledIn(found, phrase, background);
}

function kindsWith({ words }: Phrase, background: Background): ReadonlySet<string> {
  const all = new Set<Asked>();
  for (const { kinds } of words) for (const kind of kinds) all.add(kind);
  if (background.applicant.length > 0) all.add('afterApplicants');
  if (background.hasDecisions) all.add('afterDecisions');
  if (background.hasArisen) all.add('afterArising');
  return all;
}

function fits(conditions: readonly Condition[], kinds: ReadonlySet<string>): boolean {
  for (const { kind, isWanted } of conditions) if (kinds.has(kind) === isWanted) return true;
  return false;
}

/** What a place of a row can be filled with: one choice of names after the other. */
type Choices = readonly (readonly string[])[];

/** A row's meaning with the names that the phrase gives; `null` where it gives none. */
function filledIn({ sums, meaning }: Row, phrase: Phrase, background: Background): Meaning | null {
  if (sums.every(({ places: own }) => own.length === 0)) return meaning;
  const choices = new Map<string, Choices | null>();
  const choicesOf = (place: string): Choices | null => {
    if (!choices.has(place)) choices.set(place, places[place]!(phrase, background));
    return choices.get(place)!;
  };
  const filled: Sum[] = [];
  for (const sum of sums) {
    const own = fill(sum, choicesOf);
    if (own === null) return null;
    filled.push(...own);
  }
  const nameOf = (_: string, place: string): string => choicesOf(place)?.[0]?.join() ?? '';
  return { ...meaning, family: meaning.family.replace(PLACE, nameOf), sums: filled };
}

/** A sum for each choice of names. */
function fill(
  { sum, places: own }: Template,
  choicesOf: (place: string) => Choices | null,
): readonly Sum[] | null {
  let sums: readonly Sum[] = [sum];
  for (const place of own) {
    const choices = choicesOf(place);
    if (choices === null) return null;
    sums = sums.flatMap((each) => choices.map((names) => each.flatMap((term) => put(names, place, term))));
  }
  return sums;
}

function put(names: readonly string[], place: string, term: Term): Term[] {
  const mark = `{${place}}`;
  if (!term.row.includes(mark) && !term.column.includes(mark)) return [term];
  return names.map((name) => ({
    row: term.row.replace(mark, name),
    column: term.column.replace(mark, name),
    sign: term.sign,
  }));
}

const oneOf = (names: readonly string[]): Choices | null => (names.length === 1 ? [names] : null);
const someOf = (names: readonly string[]): Choices | null => (names.length > 0 ? [names] : null);

/** What stands for the places of a row. */
const places: Readonly<Record<string, (phrase: Phrase, background: Background) => Choices | null>> = {
  group: (phrase, background) => someOf(groupsOf(phrase, background)),
  suit: (phrase, background) => suitsOf(groupsOf(phrase, background)),
  outcome: (phrase) => someOf(namesOf(phrase, 'outcome')),
  document: (phrase) => oneOf(namesOf(phrase, 'document')),
  lastDocument: (_, { document }) => oneOf(document),
  stage: (phrase) => oneOf(namesOf(phrase, 'made', 'stage')),
  decision: (phrase) => someOf(namesOf(phrase, 'decision')),
  applicant: (phrase) => someOf(namesOf(phrase, 'applicant')),
  lastApplicant: (_, { applicant }) => someOf(applicant),
  result: (phrase) => resultsOf(phrase),
};

/** The groups that a phrase names, or those last named: 复议后起诉 is narrower than 行政诉讼 beside it. */
function groupsOf({ words }: Phrase, { group }: Background): readonly string[] {
  const named = words.filter((word) => isWord(word, 'proceeding')).map(({ names }) => names);
  if (named.length === 0) return group;
  const isNarrow = (names: readonly string[]): boolean => names.length === 1 && names[0] !== 'review';
  const narrow = named.some(isNarrow) ? named.filter((names) => names.length === 1) : named;
  return [...new Set(narrow.flat())];
}

/** 行政诉讼 may be the suits of one kind only. */
function suitsOf(groups: readonly string[]): Choices {
  return groups.length === 2 && !groups.includes('review') ? groups.map((group) => [group]) : [];
}

const isIn = (name: string, group: string): boolean => name.startsWith(`${group}.`);
const isOfGroup = (name: string): boolean => name.includes('.');

/** 因本机关不掌握无法提供: the row alone, or all of its group. */
function resultsOf(phrase: Phrase): Choices | null {
  const named = namesOf(phrase, 'result');
  const rows = namesExample(phrase) ? groupsOfExamples(named) : named;
  if (rows.length === 0) return null;
  const narrow = rows.filter((group) => !rows.some((other) => isIn(other, group)));
  const broad = rows.filter((own) => !rows.some((group) => isIn(own, group)));
  return narrow.length === rows.length ? [rows] : [narrow, broad];
}

/** 因本机关不掌握等原因无法提供: 等 behind the row of a group makes it one of the causes that are meant. */
function namesExample({ words }: Phrase): boolean {
  let isBehindRow = false;
  for (const word of words) {
    if (isWord(word, 'result')) isBehindRow = word.names.some(isOfGroup);
    else if (isBehindRow && isWord(word, 'others')) return true;
  }
  return false;
}

/** The groups whose examples are named; nothing where an example stands alone: which others are meant is not said. */
function groupsOfExamples(rows: readonly string[]): readonly string[] {
  const groups = rows.filter((name) => !isOfGroup(name));
  const isTold = (name: string): boolean => !isOfGroup(name) || groups.some((group) => isIn(name, group));
  return rows.every(isTold) ? groups : [];
}

/** 政府信息公开申请, 依申请公开: nothing else is applied for in these words. */
export function isPopulation(phrase: Phrase): boolean {
  return has(phrase, 'onRequest') || (has(phrase, 'request') && has(phrase, 'information'));
}

const guessed: Meaning = { table: 'applications', family: 'received', sums: received.map(parseSum) };

/** What a phrase with unknown words may be about: 合并办理后实际受理 300 件. */
export function guessOf(phrase: Phrase): Meaning | null {
  return has(phrase, 'receive') && !has(phrase, 'compare', 'proceeding') ? guessed : null;
}

/** What a phrase with a number leaves behind for the next ones. */
export function remember(background: Background, phrase: Phrase, { table }: Meaning): Background {
  const isHandled = has(phrase, 'receive', 'process', 'handle');
  const [document] = namesOf(phrase, 'document');
  const applicant = namesOf(phrase, 'applicant');
  return {
    group: groupsOf(phrase, background),
    document: document === undefined ? background.document : [document],
    applicant: applicant.length > 0 ? applicant : background.applicant,
    hasDecisions: background.hasDecisions || (table === 'proactive' && has(phrase, 'decide')),
    hasArisen: !isHandled && (background.hasArisen || (table === 'proceedings' && has(phrase, 'arise'))),
  };
}

/** What a statement denies; which of two carried-over numbers 无结转 means is not said. */
export function noneOf(meant: Meaning | null): Meaning | null {
  if (meant === null || meant.family === 'carried') return null;
  const family = meant.family === 'received handled' ? 'received' : meant.family;
  return { ...meant, family, sums: meant.sums.slice(0, 1) };
}
