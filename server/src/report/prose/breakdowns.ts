/** Lists of parts held against their whole: 共 100 条，其中 40 条、30 条，其他 20 条. */
import type { Span, WrongBreakdown } from '../model/index.ts';
import { spanOf } from './claims.ts';
import type { Item } from './clauses.ts';
import { closes, isExact, listsOf, type PartsList, total } from './partLists.ts';
import { has } from './phrases.ts';

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

/** The lists of one paragraph that do not fit their whole; none with a number that is a wrong claim. */
export function wrongBreakdowns(items: readonly Item[], wrongClaims: ReadonlySet<number>): WrongBreakdown[] {
  return [...listsOf(items)].flatMap((list) => {
    // Most lists add up: that is the quickest to see.
    if (list.parts.length > 1 && total(list.parts) === list.whole.quantity.value) return [];
    const wrong = judge(list);
    if (wrong === null || [list.whole, ...wrong.parts].some((item) => wrongClaims.has(spanOf(item).start)))
      return [];
    const { fault, parts } = wrong;
    return [{ fault, whole: placed(list.whole), parts: parts.map(placed), sum: total(parts) }];
  });
}

interface Judgement {
  readonly fault: WrongBreakdown['fault'];
  readonly parts: readonly Item[];
}

function judge(list: PartsList): Judgement | null {
  const { parts } = list;
  if (parts.length > 1 && isComplete(list)) return fits(list) ? null : { fault: 'unequal', parts };
  return exceeding(list) ?? (isShort(list) ? { fault: 'short', parts } : null);
}

/** Whether a list claims to name all there are. */
function isComplete({ parts, behind }: PartsList): boolean {
  if (!parts.every(isExact)) return false;
  if (closes(parts.at(-1)!)) return behind[0]?.separator !== 'and';
  const names = parts.map(({ head }) => head.words.flatMap((word) => word.names));
  const named = new Set(names.flat());
  return names.every((own) => own.length > 0) && completeSets.some((set) => isSame(set, named));
}

function isSame(set: readonly string[], named: ReadonlySet<string>): boolean {
  return set.length === named.size && set.every((name) => named.has(name));
}

/** Whether a list, with what may belong to it, is its whole or another number before it, or two of them together. */
function fits({ whole, parts, before, behind }: PartsList): boolean {
  const sum = total(parts);
  // 动态 60 条、其他 30 条、通知 10 条: 其他 need not be the last.
  if (sumsFrom(sum, behind).includes(whole.quantity.value)) return true;
  if (wholesIn(before).includes(sum)) return true;
  // 网站 2000 条，动态 1500 条，其他 500 条: 其他 closes a list within the list.
  const values = parts.map(({ quantity }) => quantity.value).toReversed();
  return closes(parts.at(-1)!) && sumsFrom(0, parts.toReversed()).some((tail, at) => values[at + 1] === tail);
}

/** What a number gives with the first, the first two, … of the items added. */
function sumsFrom(start: number, items: readonly Item[]): number[] {
  let sum = start;
  return items.map(({ quantity }) => {
    sum += quantity.value;
    return sum;
  });
}

/** The numbers before a list, and any two of them together. */
function wholesIn(before: readonly Item[]): number[] {
  const values = before.map(({ quantity }) => quantity.value);
  return values.flatMap((value, index) => [value, ...values.slice(index + 1).map((other) => value + other)]);
}

/** What sets a number apart from the whole: compared, of another time, of several. */
const apart = [
  'compare',
  'unclear',
  'elsewhen',
  'lastYear',
  'nextYear',
  'otherYear',
  'share',
  'about',
] as const;

/** A first part that is larger than its whole, or parts that exceed it together. */
function exceeding({ whole, parts, before }: PartsList): Judgement | null {
  const first = parts[0]!;
  if (!isBound(whole, first, before) || has(whole.head, ...apart)) return null;
  const most = Math.max(...wholesIn(before));
  const sums = sumsFrom(0, parts);
  // Parts whose first ones are the whole: what follows is something else.
  if (sums.includes(whole.quantity.value)) return null;
  const count = first.quantity.value > most ? 1 : parts.length;
  const exceed = parts.slice(0, count);
  if (!exceed.every((part) => isExact(part) && isOfLike(part, whole))) return null;
  return total(exceed) > most ? { fault: 'exceeding', parts: exceed } : null;
}

/** 许可决定 1486 件，其中公开许可信息 1500 件: what is counted is another thing. */
function isOfLike({ head }: Item, whole: Item): boolean {
  if (has(head, ...apart)) return false;
  return !has(head, 'information', 'published') || has(whole.head, 'information', 'published');
}

/** Whether a list can be of nothing but its whole: the largest number before it, with 其中, a bracket or a colon behind. */
function isBound(whole: Item, first: Item, before: readonly Item[]): boolean {
  if (first.opening === 'loose' || before.some(({ quantity }) => quantity.value > whole.quantity.value))
    return false;
  return whole.sentence === first.sentence || first.opening === 'named';
}

const FEWEST_OF_LONG_LIST = 4;
/** A list that lacks no more than so many, or such a share of its whole, is likely to have been meant as complete. */
const LACKING = 2;
const LACKING_SHARE = 0.02;

function isShort(list: PartsList): boolean {
  const { whole, parts, before } = list;
  if (parts.length < FEWEST_OF_LONG_LIST || !isBound(whole, parts[0]!, before) || fits(list)) return false;
  const lacking = whole.quantity.value - total(parts);
  if (lacking <= 0 || lacking > Math.max(LACKING, LACKING_SHARE * whole.quantity.value)) return false;
  const isOpen = ({ head, tail }: Item): boolean =>
    has(head, 'others', 'main', ...apart) || has(tail, 'others', 'main');
  return ![whole, ...parts].some(isOpen) && parts.every(isExact);
}

function placed(item: Item): { span: Span; value: number } {
  return { span: spanOf(item), value: item.quantity.value };
}
