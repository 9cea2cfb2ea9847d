/** What a body's name tells: what kind of body it is, of which rank, and whether it can make 规章. */
import {
  type BodyKind,
  CENTRAL,
  directCities,
  governments,
  kinds,
  NO_TERRITORY,
  OFFICE_OF_CENTRAL,
  offices,
  type Rank,
} from './kinds.ts';

export type { Rank } from './kinds.ts';

export interface Body {
  readonly kind: BodyKind;
  /** Whether it is the office of a government, which reports for it. */
  readonly isOffice: boolean;
  /** The ranks of the territories in its name, the widest first. */
  readonly ranks: readonly Rank[];
  /** Whether it is a central body, and no local office of one. */
  readonly isCentral: boolean;
}

const byLength = [...kinds].sort((a, b) => b.ending.length - a.ending.length);
const territories = byLength.filter(({ organ }) => organ === 'territory');
const TERRITORY = new RegExp(territories.map(({ ending }) => ending).join('|'), 'g');
const rankOf = new Map(territories.map(({ ending, rank }) => [ending, rank]));
/** （本级）, （汇总） behind a name. */
const NOTE = /[(（[【〔][^()（）]{1,8}[)）\]】〕]$/;

/** What a body's name tells; `null` where it does not end like a body's. */
export function readBody(name: string): Body | null {
  const whole = name.replace(NOTE, '');
  const [base, isOffice] = governmentOf(whole);
  const kind = kindEnding(base);
  if (kind === undefined || kind.organ === 'page') return null;
  const ranks = territoriesIn(base).map(({ rank }) => rank);
  const isLocal = ranks.length > 0 || kind.organ === 'branch' || OFFICE_OF_CENTRAL.test(whole);
  return { kind, isOffice, ranks, isCentral: !isLocal && CENTRAL.test(whole) };
}

function kindEnding(name: string): BodyKind | undefined {
  return byLength.find(({ ending }) => name.endsWith(ending));
}

/** The territory whose government, or its office, a name is that of; else the name. */
function governmentOf(name: string): readonly [base: string, isOffice: boolean] {
  const office = offices.find((ending) => name.endsWith(ending));
  for (const tail of office ? [office, ''] : ['']) {
    const rest = name.slice(0, name.length - tail.length);
    const government = governments.find((ending) => rest.endsWith(ending)) ?? '';
    const base = rest.slice(0, rest.length - government.length);
    if (kindEnding(base)?.organ === 'territory') return [base, tail !== ''];
  }
  return [name, false];
}

interface Territory {
  readonly rank: Rank;
  readonly end: number;
}

/** The territories in a name: 云岭市, 东澜区 in 云岭市东澜区教育局. */
export function territoriesIn(name: string): Territory[] {
  const masked = name.replace(NO_TERRITORY, (words) => '·'.repeat(words.length));
  const found: Territory[] = [];
  for (const { 0: ending, index } of masked.matchAll(TERRITORY)) {
    const end = index + ending.length;
    const before = found.at(-1)?.end ?? 0;
    // 新乡市: one name, and 市 says what it is.
    if (index === before && before > 0) found.pop();
    else if (index === before || masked[index - 1] === '·') continue;
    found.push({ rank: rankIn(name.slice(0, end), ending, found), end });
  }
  return found;
}

function rankIn(name: string, ending: string, before: readonly Territory[]): Rank {
  const rank = rankOf.get(ending)!;
  if (rank !== 'city') return rank;
  if (directCities.some((city) => name.endsWith(city))) return 'province';
  return before.some((wider) => wider.rank === 'city' || wider.rank === 'prefecture') ? 'county' : 'city';
}

/** Whether a body can make 规章; `null` where its name does not tell. */
export function canMakeRegulations(name: string): boolean | null {
  const body = readBody(name);
  if (body === null || body.isCentral) return null;
  const { kind, isOffice, ranks } = body;
  const lowest = ranks.at(-1);
  if (lowest === 'county' || lowest === 'township') return false;
  if (kind.organ === 'territory') return isOffice ? null : (kind.makesRegulations ?? null);
  if (kind.makesRegulations === false)
    return lowest === 'province' && kind.organ === 'department' ? null : false;
  return lowest === 'city' || lowest === 'prefecture' ? false : (kind.makesRegulations ?? null);
}

/** Whether a name is that of one body only: 渠县教育局 and 青禾海关 are, 教育局 and 县教育局 are not. */
export function isTellingName(name: string): boolean {
  return territoriesIn(name).length > 0 || CENTRAL.test(name) || kindEnding(name)?.isOneOfAKind === true;
}

/** A name without the superiors' in front: 东澜区教育局 for 云岭市东澜区教育局; a name with one territory keeps it. */
export function withoutSuperiors(name: string): string {
  const above = territoriesIn(name).at(-2);
  return above ? name.slice(above.end) : name;
}

/** Whether two names can be one body's: they are the same but for a superior's in front of one of them. */
export function mayBeSameBody(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.endsWith(short) && withoutSuperiors(long) === withoutSuperiors(short) && isTellingName(short);
}

/** Whether a name ends like that of a body. */
export function isBodyName(name: string): boolean {
  return readBody(name) !== null || [...governments, ...offices].some((ending) => name.endsWith(ending));
}

/** What stands behind 我, 本 or 全 where a body speaks of itself: 县, 局, 海关's 关. */
export const ownWords: ReadonlySet<string> = new Set(kinds.flatMap(({ calls }) => calls));
