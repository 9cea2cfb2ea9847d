/** Every word a form prints, by its normal form: what a cell's text can be. */

import { normalize } from '../text/normal.ts';
import { marksBegin } from '../text/notes.ts';
import { isDigits } from '../text/number.ts';
import type { BlockForm, ColumnForm, LineForm, StatutoryForm, TableForm } from './formModel.ts';

export type Wording = 'form' | 'accepted' | 'other';

export type Word =
  | { readonly kind: 'line'; readonly table: TableForm; readonly line: LineForm; readonly wording: Wording }
  | { readonly kind: 'group'; readonly table: TableForm; readonly label: string }
  | { readonly kind: 'title'; readonly table: TableForm; readonly block: number }
  | { readonly kind: 'column'; readonly table: TableForm; readonly columns: readonly ColumnForm[] }
  | { readonly kind: 'caption'; readonly table: TableForm };

/** Words that decide which table a line belongs to; a label such as 其他 or 总计 stands in several. */
export interface Vocabulary {
  readonly form: StatutoryForm;
  readonly words: ReadonlyMap<string, readonly Word[]>;
  /** The longest word, so that prose is never looked up. */
  readonly longest: number;
  /** Every text that a word begins with, words included; made when it is first asked for. */
  readonly beginnings: ReadonlySet<string>;
}

function build(form: StatutoryForm): Vocabulary {
  const words = new Map<string, Word[]>();
  const add = (text: string, own: Word): void => {
    const word = inOneShape(own);
    const key = normalize(text);
    const present = words.get(key);
    if (!present) words.set(key, [word]);
    else if (!present.some((other) => other.kind === word.kind && other.table === word.table))
      present.push(word);
  };
  for (const table of form.tables) {
    table.blocks.forEach((block, index) => {
      addBlock(add, table, block, index);
    });
    for (const line of table.lines) addLine(add, table, line);
    for (const caption of table.captions) add(caption, { kind: 'caption', table });
  }
  const longest = Math.max(...[...words.keys()].map((key) => key.length));
  let beginnings: Set<string> | undefined;
  return {
    form,
    words,
    longest,
    get beginnings() {
      beginnings ??= beginningsOf(words.keys());
      return beginnings;
    },
  };
}

const blank = { line: undefined, wording: undefined, label: undefined, block: undefined, columns: undefined };

/** Every cell's words are asked for their kind and table, which is quick where all are objects of one shape. */
function inOneShape(word: Word): Word {
  return { ...blank, ...word };
}

function beginningsOf(words: Iterable<string>): Set<string> {
  const beginnings = new Set<string>();
  for (const word of words) for (let end = 1; end <= word.length; end++) beginnings.add(word.slice(0, end));
  return beginnings;
}

type Add = (text: string, word: Word) => void;

function addBlock(add: Add, table: TableForm, block: BlockForm, index: number): void {
  if (block.title) {
    for (const title of [block.title, ...block.accepted]) add(title, { kind: 'title', table, block: index });
  }
  for (const caption of [block.corner, block.top]) if (caption) add(caption, { kind: 'caption', table });
  for (const column of block.columns) {
    const columns = table.blocks
      .flatMap((other) => other.columns)
      .filter((other) => other.label === column.label);
    for (const label of [column.label, ...column.accepted]) add(label, { kind: 'column', table, columns });
    for (const group of column.groups) add(group, { kind: 'caption', table });
  }
}

function addLine(add: Add, table: TableForm, line: LineForm): void {
  if (line.row === null) return;
  const tail = line.groups.join('');
  add(line.label, { kind: 'line', table, line, wording: 'form' });
  for (const label of line.accepted) add(label, { kind: 'line', table, line, wording: 'accepted' });
  for (const label of line.recognised) add(label, { kind: 'line', table, line, wording: 'other' });
  for (const group of line.groups) add(group, { kind: 'group', table, label: group });
  if (tail) add(tail + line.label, { kind: 'line', table, line, wording: 'accepted' });
  if (line.groups.length > 1)
    add(line.groups.at(-1)! + line.label, { kind: 'line', table, line, wording: 'accepted' });
}

const vocabularies = new WeakMap<StatutoryForm, Vocabulary>();

/** The vocabulary of a form; built once. */
export function vocabularyOf(form: StatutoryForm): Vocabulary {
  let vocabulary = vocabularies.get(form);
  if (!vocabulary) {
    vocabulary = build(form);
    vocabularies.set(form, vocabulary);
  }
  return vocabulary;
}

/** What a cell's text can be in a form; empty for anything that is not printed there. */
export function lookUp(vocabulary: Vocabulary, normal: string): readonly Word[] {
  if (normal.length > vocabulary.longest + LONGEST_NOTE) return none;
  return vocabulary.words.get(normal) ?? (isDressed(normal) ? undressed(vocabulary, normal) : none);
}

const none: readonly Word[] = [];
const LONGEST_NOTE = 60;
/** （件）, （含补正）, not the ordinal in front. */
const NOTES = /(?!^)\([^()]*\)/g;
const LAST_NOTE = /(?!^)\([^()]*\)$/;
const END = /(?:备?注[:：].*|[:：])$/;
/** What stands behind a word: the end of a note or its mark, a quotation mark, a number whose separator was lost. */
const ENDS = new Set('):]】〕*^~#†‡§※"/-—–0123456789');
const NUMBERS_BEHIND = /[\d.,/—–-]+$/;

/** Whether a text can be a word with something behind it, or around it, that is none of the form's. */
function isDressed(normal: string): boolean {
  if (isDigits(normal)) return false;
  return normal.indexOf('(', 1) !== -1 || ENDS.has(normal.at(-1) ?? '');
}

/** A word without the quotation marks of a spreadsheet, the marks of notes, notes, and numbers that run into it. */
function undressed(vocabulary: Vocabulary, normal: string): readonly Word[] {
  const bare = withoutQuotes(normal);
  const plain = bare.slice(0, marksBegin(bare));
  const words = plain === normal ? undefined : vocabulary.words.get(plain);
  if (words) return words.map(asAccepted);
  const noted = withoutNotes(vocabulary, plain);
  return noted.length > 0 ? noted : withNumberBehind(vocabulary, plain);
}

const QUOTED = /^"(.+)"$/;

/** A spreadsheet writes quotation marks around a cell of several lines, and those in it twice. */
function withoutQuotes(normal: string): string {
  return QUOTED.exec(normal)?.[1]?.replaceAll('""', '"') ?? normal;
}

function asAccepted(word: Word): Word {
  return word.kind === 'line' && word.wording === 'form' ? { ...word, wording: 'accepted' } : word;
}

/** Only a row's label is still known where a number has run into it. */
function withNumberBehind(vocabulary: Vocabulary, normal: string): readonly Word[] {
  const bare = normal.replace(NUMBERS_BEHIND, '');
  if (bare === normal || bare === '') return none;
  const words = vocabulary.words.get(bare) ?? withoutNotes(vocabulary, bare);
  return words.flatMap((word): Word[] => (word.kind === 'line' ? [{ ...word, wording: 'other' }] : []));
}

const UNIT = /\((?:单位:)?(?:[件条次宗起个项]|万?元)\)$/;

/** A row's label is the same with a note behind it, and still known with one inside; a column's only with a unit, which must be the form's where that has one. */
function withoutNotes(vocabulary: Vocabulary, normal: string): readonly Word[] {
  const bare = [normal.replace(LAST_NOTE, ''), normal.replace(NOTES, '').replace(END, '')].find(
    (rest) => rest !== normal && vocabulary.words.has(rest),
  );
  const words = bare === undefined ? undefined : vocabulary.words.get(bare);
  if (bare === undefined || !words) return none;
  const wording = normal.startsWith(bare) ? 'accepted' : 'other';
  return words.flatMap((word): Word[] => {
    if (word.kind === 'line') return [word.wording === 'form' ? { ...word, wording } : word];
    if (word.kind === 'column') return hasItsUnit(normal, word.columns[0]!) ? [word] : [];
    return word.kind === 'group' ? [word] : [];
  });
}

function hasItsUnit(normal: string, { label }: ColumnForm): boolean {
  const own = UNIT.exec(normalize(label));
  return UNIT.test(normal) && (!own || normal.includes('万') === own[0].includes('万'));
}
