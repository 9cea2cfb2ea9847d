/** How numbers are shown, as far as it makes them something else: a date, a share. */
import { walkXml } from '../xml/walk.ts';

export type NumberLook = 'plain' | 'date' | 'percent';

/** Formats that every workbook has without saying so (ECMA-376 part 1, 18.8.30), the Chinese ones included. */
const DATE_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const PERCENT_IDS = new Set([9, 10]);
/** What a format only quotes, or says of colours, currencies and conditions. */
const ASIDE = /"[^"]{0,200}"|\\.|\[[^\]]{0,100}\]|_./g;

/** The looks by the numbers that cells name; a number without one is plain. */
export function readLooks(source: string, part: string): NumberLook[] {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let isCellFormat = false;
  walkXml(source, part, {
    open({ id, attribute }) {
      if (id === 's:numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (id === 's:cellXfs') isCellFormat = true;
      if (id === 's:xf' && isCellFormat) looks.push(lookOf(Number(attribute('numFmtId') ?? 0), codes));
    },
    close({ id }) {
      if (id === 's:cellXfs') isCellFormat = false;
    },
  });
  return looks;
}

function lookOf(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id)?.replace(ASIDE, '') ?? '';
  if (DATE_IDS.has(id) || /[yd]/i.test(code)) return 'date';
  return PERCENT_IDS.has(id) || code.includes('%') ? 'percent' : 'plain';
}

const MILLISECONDS_OF_DAY = 86_400_000;
/** Day 0; Excel counts a 29 February 1900 that never was, so earlier days are not told. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;
/** Excel keeps so many digits; what stands behind is an artefact of binary numbers. */
const DIGITS = 15;

/** A stored number as its reader sees it. @param epoch in which year the workbook's days begin */
export function shownNumber(stored: string, look: NumberLook, epoch: 1900 | 1904): string {
  const value = Number(stored);
  if (stored.trim() === '' || Number.isNaN(value)) return stored;
  if (look === 'percent') return `${Number((value * 100).toPrecision(DIGITS))}%`;
  if (look === 'date' && value >= FIRST_DAY && value <= LAST_DAY) return shownDate(value, epoch);
  return String(Number(value.toPrecision(DIGITS)));
}

function shownDate(days: number, epoch: 1900 | 1904): string {
  const date = new Date(DAY_0[epoch] + Math.floor(days) * MILLISECONDS_OF_DAY);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
