/** Chinese ordinals as headings use them. */

const DIGITS = '一二三四五六七八九';

/** 一 is 1, 十二 is 12, 二十 is 20; `null` for anything that is no number from 1 to 99. */
export function parseChineseOrdinal(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? DIGITS.indexOf(first) + 1 : null;
  return (first ? DIGITS.indexOf(first) + 1 : 1) * 10 + (last ? DIGITS.indexOf(last) + 1 : 0);
}

/** The inverse, for 1 to 99. */
export function formatChineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens - 1]}十`;
  return head + (units === 0 ? '' : DIGITS[units - 1]);
}
