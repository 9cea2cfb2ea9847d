/** Chinese numerals: ordinals as headings use them, years as titles write them. */

const DIGITS = '一二三四五六七八九';

/** 一 is 1, 十二 is 12, 二十 is 20; `null` for anything that is no number from 1 to 99. */
export function parseChineseOrdinal(text: string): number | null {
  const ten = text.indexOf('十');
  if (ten === -1) return digitOf(text);
  const tens = ten === 0 ? 1 : digitOf(text.slice(0, ten));
  const units = ten === text.length - 1 ? 0 : digitOf(text.slice(ten + 1));
  return tens === null || units === null ? null : tens * 10 + units;
}

function digitOf(character: string): number | null {
  const at = character.length === 1 ? DIGITS.indexOf(character) : -1;
  return at === -1 ? null : at + 1;
}

/** What a label's ordinal counts, whatever stands around it: 4 for （四）, 四、 and 4.; `null` where that is no number. */
export function parseOrdinal(ordinal: string): number | null {
  const numeral = ordinal.replace(/[^\d一二三四五六七八九十]/g, '');
  return /^\d+$/.test(numeral) ? Number(numeral) : parseChineseOrdinal(numeral);
}

/** The inverse, for 1 to 99. */
export function formatChineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens - 1]}十`;
  return head + (units === 0 ? '' : DIGITS[units - 1]);
}

const YEAR_DIGITS = '零一二三四五六七八九';

/** 二〇二五 is 2025; `null` for anything that is no year written so. */
export function parseChineseYear(text: string): number | null {
  let value = 0;
  for (const character of text.replace(/[〇○Ｏ]/g, '零')) {
    const digit = YEAR_DIGITS.indexOf(character);
    if (digit === -1) return null;
    value = value * 10 + digit;
  }
  return value;
}
