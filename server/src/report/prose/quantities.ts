/** Numbers with their units, in digits and in Chinese numerals. */

import { parseNumeral } from '../text/chineseNumerals.ts';
import { matchFrom } from '../text/match.ts';
import { countedInWords, noUnits, units, vague } from './lexicon.ts';
import { isNumeral } from './marks.ts';

export interface Quantity {
  readonly value: number;
  /** 180余件, 2万件, 约30件: near the value, not it. */
  readonly isApproximate: boolean;
  /** 件, 条, …; '%' for a share; '' where none follows. */
  readonly unit: string;
  /** Digits behind the point. */
  readonly decimals: number;
  /** Where the number ends and its unit begins. */
  readonly numberEnd: number;
}

/** 1.2025年 is the year behind a number of a list. */
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6}(?![\d年]))?/y;
const LONGEST_NUMERAL = 9;
/** 百余, 千余: about so many. */
const VAGUE_NUMERAL = /^[百千]/;
const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const ORDINAL = '第';

/** Where a number and its unit end. */
export function endOf({ numberEnd, unit }: Quantity): number {
  return numberEnd + unit.length;
}

/** The number that begins with the digit at a place. 第12期 counts nothing. */
export function numberAt(text: string, at: number): Quantity {
  const read = matchFrom(NUMBER, text, at)!;
  const decimals = (read[2]?.length ?? 1) - 1;
  const quantity = quantityAt(
    text,
    at + read[0].length,
    Number(read[0].replaceAll(',', '')),
    decimals,
    false,
  );
  return text[at - 1] === ORDINAL ? { ...quantity, unit: '' } : quantity;
}

/** The number that begins with the Chinese numeral at a place; `null` where nothing is counted. */
export function chineseNumberAt(text: string, at: number): Quantity | null {
  let end = at + 1;
  while (end < at + LONGEST_NUMERAL && isNumeral(text.charCodeAt(end))) end++;
  if (matchFrom(countedInWords, text, end) === null) return null;
  const numeral = text.slice(at, end);
  const value = parseNumeral(numeral);
  if (value === null) return null;
  const isVague = VAGUE_NUMERAL.test(numeral) || (at > 0 && vague.before.includes(text[at - 1]!));
  return quantityAt(text, end, value, 0, isVague);
}

/** The number that ends at a place, with what stands behind it. */
function quantityAt(text: string, end: number, read: number, decimals: number, isVague: boolean): Quantity {
  let unit = unitAt(text, end);
  let at = end;
  let scale = 1;
  let isMore = false;
  if (unit === '') {
    scale = scales[text[at]!] ?? 1;
    if (scale > 1) at++;
    isMore = at < text.length && vague.between.includes(text[at]!);
    if (isMore) at++;
    unit = unitAt(text, at);
  }
  const behind = at + unit.length;
  // 2万 is as round as 2.2万.
  const isApproximate =
    isVague || isMore || scale > 1 || vague.behind.some((word) => text.startsWith(word, behind));
  return { value: read * scale, isApproximate, unit, decimals, numberEnd: at };
}

const unitsByFirst: ReadonlyMap<string, readonly string[]> = new Map(
  units.map((unit) => [unit[0]!, units.filter((other) => other[0] === unit[0])]),
);

/** 件, 万元, %; '' where there is none. */
function unitAt(text: string, at: number): string {
  const unit = unitsByFirst.get(text[at]!)?.find((candidate) => text.startsWith(candidate, at));
  return unit === undefined || noUnits.some((word) => text.startsWith(word, at)) ? '' : unit;
}
