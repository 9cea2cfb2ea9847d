/** Chinese numerals: the one place that reads and writes them. */

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const ANY_PLACE = /[十百千]/;

function digitOf(character: string): number | null {
  if (character === '两') return 2;
  const digit = DIGITS.indexOf(/[〇○Ｏ]/.test(character) ? '零' : character);
  return digit === -1 ? null : digit;
}

/** 二〇二五 is 2025; `null` for anything that is no row of digits. */
function parseDigits(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digitOf(character);
    if (digit === null) return null;
    value = value * 10 + digit;
  }
  return text === '' ? null : value;
}

/** 一百零三 is 103, 十二 is 12, 二〇 is 20; `null` for what is no number below ten thousand. */
export function parseNumeral(text: string): number | null {
  if (!ANY_PLACE.test(text)) return parseDigits(text);
  let value = 0;
  let digit: number | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const place = PLACES[character];
    if (place === undefined) {
      const next = digitOf(character);
      if (next === null || (digit !== null && digit !== 0)) return null;
      digit = next;
    } else {
      if (place >= lowest || (digit === null && value > 0)) return null;
      value += (digit ?? 1) * place;
      lowest = place;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}

/** 一 is 1, 十二 is 12, 二十 is 20; `null` for anything that is no ordinal from 1 to 99 as headings write it. */
export function parseChineseOrdinal(text: string): number | null {
  if (text.length > 3 || (text.length > 1 && !text.includes('十')) || !/^[一二三四五六七八九十]+$/.test(text))
    return null;
  return parseNumeral(text);
}

/** What a label's ordinal counts, whatever stands around it: 4 for （四）, 四、 and 4.; `null` where that is no number. */
export function parseOrdinal(ordinal: string): number | null {
  const numeral = ordinal.replace(/[^\d一二三四五六七八九十]/g, '');
  return /^[1-9]\d*$/.test(numeral) ? Number(numeral) : parseChineseOrdinal(numeral);
}

/** The inverse, for 1 to 99. */
export function formatChineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (units === 0 ? '' : DIGITS[units]);
}

/** 二〇二五 is 2025; `null` for anything that is no year written so. */
export function parseChineseYear(text: string): number | null {
  return text.includes('两') ? null : parseDigits(text);
}
