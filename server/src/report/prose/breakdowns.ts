/** Lists of parts that claim to be complete and do not add up: 共 100 条，其中 40 条、30 条，其他 20 条. */
import type { Span, WrongBreakdown } from '../model/index.ts';
import { spanOf } from './claims.ts';
import type { Item } from './items.ts';
import { has } from './phrases.ts';
import { kind } from './words.ts';

/** Sets of results, applicants and outcomes that are all there are. */
const completeSets: readonly (readonly string[])[] = [
  ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'otherHandling'],
  ['upheld', 'corrected', 'otherResult', 'pending'],
  [
    'naturalPerson',
    'commercialEnterprise',
    'researchInstitution',
    'socialOrganization',
    'legalService',
    'otherOrganization',
  ],
];
/** A longer list is no sentence. */
const MOST_PARTS = 40;

/** The breakdowns of one paragraph whose parts are not their whole; none with a number that is a wrong claim. */
export function wrongBreakdowns(items: readonly Item[], wrongClaims: ReadonlySet<number>): WrongBreakdown[] {
  const found: WrongBreakdown[] = [];
  for (let first = 1; first < items.length; first++) {
    if (!items[first]!.opensParts) continue;
    const list = partsFrom(items, first);
    if (list.length < 2) continue;
    const whole = wholeBefore(items, first);
    // Most lists add up: that is the quickest to see.
    if (!whole || sumOf(list) === whole.quantity.value) continue;
    if (!isComplete(list) || fits(items, first, list, whole)) continue;
    if ([whole, ...list].some((item) => wrongClaims.has(spanOf(item).start))) continue;
    found.push({ whole: placed(whole), parts: list.map(placed), sum: sumOf(list) });
  }
  return found;
}

/** The numbers of one unit behind 其中, in the same brackets, up to 其他 or the end of the sentence. */
function partsFrom(items: readonly Item[], first: number): Item[] {
  const start = items[first]!;
  const list: Item[] = [];
  for (let index = first; index < Math.min(items.length, first + MOST_PARTS); index++) {
    const item = items[index]!;
    if (item.sentence !== start.sentence || item.depth < start.depth) break;
    if (item.depth > start.depth || item.quantity.unit === '%' || has(item.head, kind.compare)) continue;
    if (item.quantity.unit !== start.quantity.unit || (index > first && item.opensParts)) break;
    // 其中动态 400 条；微信发布 300 条: behind a semicolon comes something else, unless it stands between all parts.
    if (index > first && item.isBehindSemicolon && !start.isBehindColon) break;
    list.push(item);
    if (isRest(item)) break;
  }
  return list;
}

/** 其他信息, 其余: the words of the list's last part begin with it. */
function isRest({ head }: Item): boolean {
  const first = head.words.find((word) => word.kind !== kind.and && word.kind !== kind.filler);
  return first?.kind === kind.rest;
}

function isComplete(list: readonly Item[]): boolean {
  if (list.some(({ quantity }) => quantity.isApproximate || quantity.decimals > 0)) return false;
  if (isRest(list.at(-1)!)) return true;
  const names = list.map(({ head }) => head.words.flatMap((word) => word.names));
  const named = new Set(names.flat());
  return names.every((own) => own.length > 0) && completeSets.some((set) => isSame(set, named));
}

function isSame(set: readonly string[], named: ReadonlySet<string>): boolean {
  return set.length === named.size && set.every((name) => named.has(name));
}

/** The number that the list is of: the last one of its unit before it. */
function wholeBefore(items: readonly Item[], first: number): Item | null {
  const { quantity, sentence, depth } = items[first]!;
  for (let index = first - 1; index >= Math.max(0, first - MOST_PARTS); index--) {
    const item = items[index]!;
    if (sentence - item.sentence > 1 || item.quantity.unit === '') return null;
    if (item.quantity.unit !== quantity.unit || item.depth > depth) continue;
    return item.quantity.isApproximate || item.quantity.decimals > 0 ? null : item;
  }
  return null;
}

/** Whether the list, with what may belong to it, is any number before it, or two of them together. */
function fits(items: readonly Item[], first: number, list: readonly Item[], whole: Item): boolean {
  if (fitsWithMore(items, first, list, whole)) return true;
  const before = items
    .slice(Math.max(0, first - MOST_PARTS), first)
    .filter(({ quantity }) => quantity.unit === whole.quantity.unit)
    .map(({ quantity }) => quantity.value);
  const sum = sumOf(list);
  if (
    before.some(
      (value, index) => value === sum || before.slice(index + 1).some((other) => value + other === sum),
    )
  )
    return true;
  if (!isRest(list.at(-1)!)) return false;
  // 网站 2000 条，动态 1500 条，其他 500 条: 其他 closes a list within the list.
  const values = list.map(({ quantity }) => quantity.value);
  let tail = 0;
  for (let index = values.length - 1; index > 0; index--) {
    tail += values[index]!;
    if (values[index - 1] === tail) return true;
  }
  return false;
}

/** 动态 60 条、其他 30 条、通知 10 条: 其他 need not be the last. */
function fitsWithMore(items: readonly Item[], first: number, list: readonly Item[], whole: Item): boolean {
  const last = list.at(-1)!;
  let sum = sumOf(list);
  const end = first + 2 * MOST_PARTS;
  for (let index = items.indexOf(last, first) + 1; index < Math.min(items.length, end); index++) {
    const item = items[index]!;
    if (item.sentence !== last.sentence || item.depth < last.depth) return false;
    if (item.quantity.unit !== whole.quantity.unit || item.depth > last.depth) continue;
    sum += item.quantity.value;
    if (sum === whole.quantity.value) return true;
  }
  return false;
}

function sumOf(list: readonly Item[]): number {
  return list.reduce((sum, { quantity }) => sum + quantity.value, 0);
}

function placed(item: Item): { span: Span; value: number } {
  return { span: spanOf(item), value: item.quantity.value };
}
