/** What putting one text in the place of another would take away. */
import { countBreaks } from '../text/lines.ts';
import { simplify, unifyRadicals } from '../text/normal.ts';

/** Marks whose width, shape or number may change: they carry no word. Those of notes and of markup are none of them. */
const PLAIN_MARKS = /[\s\u00ad\u200b-\u200d\u2060\ufeff、，。．；：！？·,.;:!?"“”„‟‘’'「」『』()《》〈〉]+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DASHES = /[—–－─]/g;
const BETWEEN_DIGITS = /(?<=\d)[^\d]+(?=\d)/g;
const DIGITS = /^\d+$/;
/** Digits of one number, set apart singly or by thousands. */
const ONE_NUMBER = /^(?:\d(?:[ \u00a0\u3000]\d)+|\d{1,3}(?:[, \u00a0\u3000]\d{3})+(?:\.\d+)?)$/;

/** Whether every word, digit and line of a text stands in the other, in the same order; widths and shapes of marks aside. */
export function keepsAll(before: string, after: string): boolean {
  return keepsLines(before, after) && isWithin(wordsAndDigits(before), wordsAndDigits(after));
}

/** What nobody may lose: words and digits, and marks that stand for something. */
function wordsAndDigits(text: string): string {
  const half = halfWidth(text);
  if (ONE_NUMBER.test(half)) return half.replace(/[,\s]/g, '');
  return half.replace(BETWEEN_DIGITS, keptGap).replace(PLAIN_MARKS, '');
}

/** Whether a text is one number, in whatever writing, and nothing else. */
export function isOneNumber(text: string): boolean {
  const half = halfWidth(text);
  return DIGITS.test(half) || ONE_NUMBER.test(half);
}

function halfWidth(text: string): string {
  return simplify(unifyRadicals(text))
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .trim();
}

const APART = '\u0000';
const MARKED = '\u0001';

/** What stands between two digits without a word stays: they are two numbers, or the places of one. */
function keptGap(gap: string): string {
  const words = gap.replace(PLAIN_MARKS, '');
  if (words !== '') return words;
  return gap.trim() === '' ? APART : MARKED;
}

/** Whether one text's characters stand in the other in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    const found = whole.indexOf(character, at);
    if (found === -1) return false;
    at = found + character.length;
  }
  return true;
}

/** Whether one text has as many line breaks as the other. */
export function keepsLines(before: string, after: string): boolean {
  return countBreaks(before) <= countBreaks(after);
}
