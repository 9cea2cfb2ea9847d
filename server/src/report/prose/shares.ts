/** Shares in a sentence: 26 件，占比 89.6%. */
import { cellsOf } from '../model/cells.ts';
import type { Table, WrongShare } from '../model/index.ts';
import { parseSum } from './cellSums.ts';
import { readingOf, spanOf } from './claims.ts';
import type { Item } from './clauses.ts';
import type { Meaning } from './meanings.ts';
import { has } from './phrases.ts';

const MOST_DECIMALS = 4;
/** So many numbers before and behind a share are looked at. */
const REACH = 20;
/** What shares of applications are taken of. */
const wholes = ['handledTotal', 'received', 'received + carriedIn', 'handledTotal - carriedIn'].map(parseSum);

/** The wrong shares among the numbers of one paragraph. */
export function wrongShares(
  items: readonly Item[],
  wrongClaims: ReadonlySet<number>,
  tables: readonly Table[],
): WrongShare[] {
  if (!items.some(({ quantity }) => quantity.unit === '%')) return [];
  const own = tables.filter(({ form }) => form.id === 'applications');
  const table = own.length === 1 ? own[0]! : null;
  const totals = table === null ? [] : tableWholes(table);
  const found: WrongShare[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (item.quantity.unit !== '%') continue;
    if (table !== null && item.meaning?.table === 'applications') {
      found.push(...judgeByTable(item, item.meaning, table, totals));
      continue;
    }
    const part = items[index - 1];
    if (!part || !isShareOf(item, part) || wrongClaims.has(spanOf(part).start)) continue;
    const wrong = judge(item, part, index - 1, items, totals);
    if (wrong !== null) found.push(wrong);
  }
  return found;
}

/** 自然人申请占 70.6%: both numbers are the table's. */
function judgeByTable(
  share: Item,
  { sums, family }: Meaning,
  table: Table,
  totals: readonly (number | null)[],
): WrongShare[] {
  const { quantity } = share;
  const isExact = !quantity.isApproximate && quantity.decimals <= MOST_DECIMALS;
  if (!isExact || !share.isCertain) return [];
  const readings = sums.map((sum) => readingOf(sum, table)).filter((reading) => reading !== null);
  const parts = readings.map(({ value }) => value);
  const whole = totals[family.startsWith('applicants') ? 1 : 0] ?? null;
  const [part] = parts;
  if (part == null || whole === null || whole < part || whole === 0) return [];
  const isOpen = [...parts, ...totals].some((value) => value === null);
  const isRight = parts.some((one) =>
    totals.some((other) => other! > 0 && distanceOf(share, one!, other!) === 0),
  );
  if (isOpen || isRight) return [];
  return [
    wrongShare(share, { span: cellsOf(readings[0]!)[0]!.span, value: part }, { span: null, value: whole }),
  ];
}

function isShareOf(share: Item, part: Item): boolean {
  const { quantity } = share;
  return (
    !quantity.isApproximate &&
    quantity.decimals <= MOST_DECIMALS &&
    share.followsNumber &&
    has(share.head, 'share') &&
    part.quantity.unit !== '%' &&
    !part.quantity.isApproximate &&
    part.quantity.decimals === 0
  );
}

function judge(
  share: Item,
  part: Item,
  at: number,
  items: readonly Item[],
  totals: readonly (number | null)[],
): WrongShare | null {
  const whole = wholeOf(part, at, items);
  const isOfApplications = part.meaning?.table === 'applications' && part.isCertain;
  const wholeValue = whole?.quantity.value ?? (isOfApplications ? (totals[0] ?? null) : null);
  if (wholeValue === null || wholeValue < part.quantity.value || wholeValue === 0) return null;
  if (distanceOf(share, part.quantity.value, wholeValue) === 0) return null;
  if (isOfApplications && totals.includes(null)) return null;
  const near = valuesOf(items.slice(Math.max(0, at - REACH), at + REACH), part);
  const others = isOfApplications ? [...totals, ...near] : near;
  if (
    others.some((other) => other !== null && other > 0 && distanceOf(share, part.quantity.value, other) === 0)
  )
    return null;
  const placed = { span: whole ? spanOf(whole) : null, value: wholeValue };
  return wrongShare(share, { span: spanOf(part), value: part.quantity.value }, placed);
}

function wrongShare(share: Item, part: WrongShare['part'], whole: WrongShare['whole']): WrongShare {
  const { decimals } = share.quantity;
  const distance = distanceOf(share, part.value, whole.value);
  return {
    span: spanOf(share),
    found: textOf(share),
    expected: written(rounded(part.value * 10 ** (decimals + 2), whole.value), decimals),
    difference: written(Math.abs(distance), decimals),
    part,
    whole,
    isRounding: Math.abs(distance) === 1,
  };
}

/** The number before a list of parts that a part stands in: the last one of its unit in front of 其中, or the first. */
function wholeOf(part: Item, at: number, items: readonly Item[]): Item | null {
  let isBehindMark = part.opening !== null;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const item = items[index]!;
    if (item.sentence !== part.sentence) break;
    const isLike = item.quantity.unit === part.quantity.unit && !item.quantity.isApproximate;
    if (isBehindMark && isLike && item.depth <= part.depth) return item;
    isBehindMark ||= item.opening !== null;
  }
  return null;
}

/** Everything else that a share could be of: other numbers of the paragraph, and the parts added up. */
function valuesOf(items: readonly Item[], part: Item): number[] {
  const alike = items.filter(({ quantity }) => quantity.unit === part.quantity.unit);
  const values = alike.map(({ quantity }) => quantity.value);
  const siblings = alike.filter(({ sentence, depth }) => sentence === part.sentence && depth === part.depth);
  return [...values, siblings.reduce((sum, { quantity }) => sum + quantity.value, 0)];
}

function tableWholes(table: Table): (number | null)[] {
  return wholes.map((sum) => readingOf(sum, table)?.value ?? null);
}

/** By how many in its last digit a share is off; exact. */
function distanceOf({ quantity }: Item, part: number, whole: number): number {
  const unit = 10 ** (quantity.decimals + 2);
  return Math.round(quantity.value * 10 ** quantity.decimals) - rounded(part * unit, whole);
}

function rounded(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** A whole number of the last digit's units as a decimal number. */
function written(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function textOf({ paragraph, start, end }: Item): string {
  return paragraph.text.slice(start, end);
}
