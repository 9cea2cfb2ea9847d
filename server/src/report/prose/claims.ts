/** Numbers of the prose held against the cells that they can mean. */

import { sumsTo, termsOf } from '../form/equationForms.ts';
import { isEmpty } from '../model/cells.ts';
import type {
  BalanceFault,
  Claim,
  ClaimTerm,
  Evidence,
  Reading,
  Span,
  Table,
  TableForm,
  TableId,
} from '../model/index.ts';
import { message } from '../model/message.ts';
import { nameOfCell } from '../model/names.ts';
import { sumAt, sumOf } from '../text/sums.ts';
import type { Sum } from './cellSums.ts';
import type { Item } from './clauses.ts';
import type { Meaning } from './meanings.ts';
import { type Paragraph, sourceSpan } from './plainParagraph.ts';
import type { Quantity } from './quantities.ts';

/** A claim before it is known whether the tables are right. */
export interface Draft {
  readonly item: Item;
  readonly span: Span;
  readonly meaning: Meaning;
  readonly readings: readonly Reading[];
  /** Whether it can be about nothing else than the tables. */
  readonly isCertain: boolean;
}

/** The place of an item in the source. */
export function spanOf({ paragraph, start, end }: Item): Span {
  return sourceSpan(paragraph, start, end);
}

/** The items that speak of a table's cells; a table that is there twice, has rows twice or is blank says nothing. */
export function draftClaims(
  paragraphs: readonly { readonly items: readonly Item[] }[],
  tables: readonly Table[],
): Draft[] {
  const clear = clearTables(tables);
  return paragraphs.flatMap(({ items }) => {
    const drafts = items.flatMap((item) => draftOf(item, clear));
    // 收到申请 16 件…引发行政复议 6 件: beside a number that is the table's the other is about the tables, too.
    const isOfTables = drafts.some(
      ({ item, readings }) => item.isCertain && readings.some(({ value }) => value === item.quantity.value),
    );
    return isOfTables ? drafts.map(withLikely) : drafts;
  });
}

function draftOf(item: Item, tables: ReadonlyMap<TableId, Table>): Draft[] {
  const { meaning, quantity, isCertain } = item;
  if (meaning === null || quantity.unit === '%') return [];
  const table = tables.get(meaning.table);
  const readings = table === undefined ? [] : readingsOf(meaning, table);
  return readings.length === 0 ? [] : [{ item, span: spanOf(item), meaning, readings, isCertain }];
}

function withLikely(draft: Draft): Draft {
  return { ...draft, isCertain: draft.isCertain || draft.item.isLikely };
}

function readingsOf({ sums }: Meaning, table: Table): Reading[] {
  const readings: Reading[] = [];
  for (const sum of sums) {
    const reading = readingOf(sum, table);
    if (reading !== null) readings.push(reading);
  }
  return readings;
}

/** The tables by id that stand once, with each row once and something in their cells. */
function clearTables(tables: readonly Table[]): Map<TableId, Table> {
  const byId = new Map<TableId, Table>();
  for (const table of tables) byId.set(table.form.id, table);
  for (const table of tables) {
    const { id } = table.form;
    if (byId.get(id) !== table || table.duplicates.length > 0 || isBlank(table)) byId.delete(id);
  }
  return byId;
}

/** Whether a table is a form still to be filled in. */
function isBlank(table: Table): boolean {
  return !table.isFlawless && table.cells.every(({ state }) => state === 'blank' || state === 'unknown');
}

/** A sum's cells in a table; `null` where the form has no such row or column. */
export function readingOf(sum: Sum, table: Table): Reading | null {
  const terms = termsIn(table.form, sum);
  return terms === null ? null : { table, terms, value: sumOfTerms(table, terms) };
}

type Terms = readonly ClaimTerm[];

/** Where the cells of a sum stand in a form. */
function termsIn(form: TableForm, sum: Sum): Terms | null {
  const cells = cellsByName(form);
  const found = sum.map(({ row, column, sign }) =>
    (cells.get(`${row} ${column}`) ?? []).map((index) => ({ index, sign })),
  );
  return found.some(({ length }) => length === 0) ? null : found.flat();
}

const namesByForm = new WeakMap<TableForm, ReadonlyMap<string, readonly number[]>>();

/** By row and column the index of a cell; by the first part of its rows' ids, those of a group: refused. */
function cellsByName(form: TableForm): ReadonlyMap<string, readonly number[]> {
  const known = namesByForm.get(form);
  if (known) return known;
  const names = new Map<string, number[]>();
  for (const { row, column, index } of form.cells) {
    const parts = row.split('.');
    for (let count = 1; count <= parts.length; count++) {
      const name = `${parts.slice(0, count).join('.')} ${column}`;
      const own = names.get(name);
      if (own) own.push(index);
      else names.set(name, [index]);
    }
  }
  namesByForm.set(form, names);
  return names;
}

/** Numbers of cells by their index. */
type Corrections = ReadonlyMap<number, number>;
const asWritten: Corrections = new Map();

function sumOfTerms(table: Table, terms: Terms, corrected = asWritten): number | null {
  const counts = terms.map(({ index, sign }) => {
    const count = corrected.get(index) ?? countOf(table, index);
    return count === null ? null : sign * count;
  });
  return sumOf(counts);
}

/** What a cell counts for; where it is an empty total, the sum of its row. */
export function countOf(table: Table, index: number): number | null {
  const { form, values } = table;
  const value = values[index]!;
  if (value !== null || !isEmpty(table.cells[index]!)) return value;
  const row = sumsTo(form, index).find(({ rule }) => rule.endsWith('row-total'));
  return row ? sumAt(row.left, values) : null;
}

/** What the prose says of single cells: of the one that it agrees with, else of each that it can mean. */
export function evidenceOf(drafts: readonly Draft[]): Evidence[] {
  return drafts.flatMap(({ item, span, readings, isCertain }) => {
    if (!isCertain) return [];
    const { value } = item.quantity;
    const agreeing = readings.filter((reading) => reading.value === value);
    const meant = agreeing.length > 0 ? agreeing : readings;
    return meant.filter(({ terms }) => terms.length === 1).map((reading) => saidOf(reading, span, value));
  });
}

function saidOf({ table, terms }: Reading, span: Span, value: number): Evidence {
  const cell = table.cells[terms[0]!.index]!;
  const args = { value, name: nameOfCell(table.form, cell.form) };
  return { cell, expected: value, source: { span, message: message('related.prose', args) } };
}

/**
 * The claims, once it is known which cells of the tables are wrong: a claim agrees with a cell as it is, or as it is
 * to be corrected. Of those that agree with none, the ones that cannot be meant otherwise are kept.
 */
export function settleClaims(drafts: readonly Draft[], faults: readonly BalanceFault[]): Claim[] {
  const settled = drafts
    .map((draft): Settled => ({ draft, reading: agreeingReading(draft, faults) }))
    .filter(({ draft, reading }) => reading !== null || draft.isCertain);
  const suspects = settled.filter((claim) => isSuspect(claim, faults));
  const wrong = suspects.length === 0 ? new Set() : new Set(suspects.filter(isFirstOfItsKind(settled)));
  return settled.map((claim) => {
    const { item, span, readings } = claim.draft;
    const { value, unit } = item.quantity;
    const isStatement = unit === '';
    return { span, value, isStatement, readings, reading: claim.reading, isWrong: wrong.has(claim) };
  });
}

/** Whether a claim agrees with nothing, and everything that it could agree with is known. */
function isSuspect({ draft: { readings }, reading }: Settled, faults: readonly BalanceFault[]): boolean {
  if (reading !== null || readings.some(({ value }) => value === null)) return false;
  return !readings.some((candidate) => isUnsettled(candidate, faults));
}

interface Settled {
  readonly draft: Draft;
  readonly reading: Reading | null;
}

/**
 * 收到 30 件，受理 28 件: where one number of a family agrees, or several differ, the others may be parts of it. A wrong
 * number that is repeated in a paragraph is told once.
 */
function isFirstOfItsKind(settled: readonly Settled[]): (claim: Settled) => boolean {
  const families = new Map<Paragraph, Map<string, Settled[]>>();
  for (const claim of settled) {
    const { item, meaning } = claim.draft;
    const own = families.get(item.paragraph) ?? new Map<string, Settled[]>();
    families.set(item.paragraph, own);
    const alike = own.get(meaning.family);
    if (alike) alike.push(claim);
    else own.set(meaning.family, [claim]);
  }
  return (claim) => {
    const alike = families.get(claim.draft.item.paragraph)!.get(claim.draft.meaning.family)!;
    return alike[0] === claim && alike.every((other) => isSameError(other, claim));
  };
}

function isSameError(a: Settled, b: Settled): boolean {
  return a.reading === null && a.draft.item.quantity.value === b.draft.item.quantity.value;
}

function agreeingReading(
  { item: { quantity }, readings }: Draft,
  faults: readonly BalanceFault[],
): Reading | null {
  const isMeant = (value: number | null): boolean => value !== null && agrees(quantity, value);
  const asItIs = readings.find(({ value }) => isMeant(value));
  if (asItIs !== undefined || faults.length === 0) return asItIs ?? null;
  return readings.find((reading) => correctedValues(reading, faults).some(isMeant)) ?? null;
}

/** A number near another one is no more than a tenth away. */
const NEAR = 0.1;

function agrees({ value, isApproximate }: Quantity, found: number): boolean {
  return isApproximate ? Math.abs(found - value) <= NEAR * value : found === value;
}

/** With more equally good explanations than this nothing is said of the numbers they would change. */
const MOST_WEIGHED = 50;

function isInexplicable({ best, supported }: BalanceFault): boolean {
  return best === null && (supported.length === 0 || supported.length > MOST_WEIGHED);
}

/** What a reading would give once its table is corrected, by the best explanation or by any of several equal ones. */
function correctedValues({ table, terms }: Reading, faults: readonly BalanceFault[]): (number | null)[] {
  const own = faults.filter((fault) => fault.table === table && !isInexplicable(fault));
  return own
    .flatMap(({ best, supported }) => (best === null ? supported : [best]))
    .map(({ changes }) => new Map(changes.map(({ cell, to }) => [cell.form.index, to])))
    .filter((corrected) => terms.some(({ index }) => corrected.has(index)))
    .map((corrected) => sumOfTerms(table, terms, corrected));
}

/** Whether a reading needs a number of equations that are broken beyond explanation. */
function isUnsettled({ table, terms }: Reading, faults: readonly BalanceFault[]): boolean {
  const own = new Set(terms.map(({ index }) => index));
  return faults
    .filter((fault) => fault.table === table && isInexplicable(fault))
    .flatMap(({ equations }) => equations)
    .some(({ form }) => termsOf(form).some((index) => own.has(index)));
}
