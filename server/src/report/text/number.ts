/** The numbers of a cell: what is written, and whether it is what the form asks for. */
import { simplify } from './normal.ts';

/** What kind of number the form asks for. `signed` occurs in the 2019 form only (增/减). */
export type NumberKind = 'count' | 'amount' | 'signed';

export interface ParsedNumber {
  readonly state: 'number' | 'blank' | 'dash' | 'invalid';
  readonly value: number | null;
  /** Plain digits for a number written in another way (full-width, separators, spaces); else `null`. */
  readonly plain: string | null;
}

const DASH = /^[-—–－/／\\─]{1,3}$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
/** Further apart than letter-spaced digits, by a tab, or on two lines: 13    2 in a cell with two paragraphs is not 132. */
const TWO_NUMBERS = /[\d０-９](?:\s{3}|[ ]?[\t\r\n])/;
/** No number goes on behind a 0 in front: 0 753 are two that lost what held them apart. */
const PARTED_ZERO = /^[0０]\s+[\d０-９]/;
/** As far apart. */
const GAP = '   ';
/** Raised, lowered or circled, a digit is the mark of a note: 6① is not 61. */
const NOTE_MARK = /[²³¹⁰-₉①-⓿❶-➓]/;
/** What a spreadsheet writes behind a whole number: 12.0. */
const NO_FRACTION = /(?<=\d)\.00?$/;
/** +3, 减2, 增加3, ↓1. */
const SIGN = '(?:[+\\-−—–↑↓增减]|增加|新增|减少)?';
const SIGNED = new RegExp(`^${SIGN}\\d+$`);
const SIGNED_BEGINNING = new RegExp(`^${SIGN}[\\d０-９]`);
/** Beyond this an integer is no longer exact. */
const MOST_DIGITS = 15;

/** Characters of no width, which a number is read without. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2062\u2064-\u206f\ufeff]|\u200d/g;

const INVISIBLE_BEGINNING = new RegExp(`^(?:${INVISIBLE.source})`);

/** A text with each character of no width as its name: 1U+200B6. */
export function nameInvisible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

const blank: ParsedNumber = { state: 'blank', value: null, plain: null };
const dash: ParsedNumber = { state: 'dash', value: null, plain: null };
const invalid: ParsedNumber = { state: 'invalid', value: null, plain: null };
/** Most cells hold one digit. */
const digits: readonly ParsedNumber[] = Array.from({ length: 10 }, (_, value) => ({
  state: 'number',
  value,
  plain: null,
}));

/** Reads a cell's trimmed text as a number of the kind asked for. Linear; exact for counts up to 15 digits. */
export function parseNumber(text: string, kind: NumberKind): ParsedNumber {
  if (text === '') return blank;
  if (text.length === 1) {
    const digit = digits[text.charCodeAt(0) - 48];
    if (digit) return digit;
  }
  if (text.length <= MOST_DIGITS && isDigits(text))
    return { state: 'number', value: Number(text), plain: null };
  if (DASH.test(text)) return dash;
  if (text.length > 40) return invalid;
  return parseUnusual(text, kind);
}

function parseUnusual(text: string, kind: NumberKind): ParsedNumber {
  if (kind === 'amount' && isDecimal(text)) return { state: 'number', value: Number(text), plain: null };
  if (TWO_NUMBERS.test(text) || NOTE_MARK.test(text)) return invalid;
  if (PARTED_ZERO.test(text)) return invalid;
  const folded = simplify(text.normalize('NFKC')).replace(/\s+/g, '').replace(INVISIBLE, '');
  if (kind === 'signed' && SIGNED.test(folded))
    return { state: 'number', value: parseSigned(folded), plain: null };
  const whole = kind === 'amount' ? folded : folded.replace(NO_FRACTION, '');
  const plain = GROUPED.test(whole) ? whole.replaceAll(',', '') : whole;
  const fits = kind === 'amount' ? isDecimal(plain) : isDigits(plain) && plain.length <= MOST_DIGITS;
  return fits ? { state: 'invalid', value: Number(plain), plain } : invalid;
}

function isDecimal(text: string): boolean {
  return DECIMAL.test(text) && text.length <= MOST_DIGITS + 1;
}

function parseSigned(text: string): number {
  const size = Number(text.replace(/^\D+/, ''));
  return /^[-−—–↓减]/.test(text) ? -size : size;
}

/** Whether a text is digits and nothing else. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
}

/** Whether a text stands where a number belongs: it begins like one and is no numbered label ("1.属于国家秘密"). */
export function looksLikeNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0xad && INVISIBLE_BEGINNING.test(text)) return looksLikeNumber(text.replace(INVISIBLE, ''));
  if (code >= 48 && code <= 57) return isDigits(text) || !/^\d{1,2}\s*[.、．][^\d]/.test(text);
  if (DASH.test(text)) return true;
  return SIGNED_BEGINNING.test(text) && !/^[０-９]{1,2}\s*[.、．][^\d０-９]/.test(text);
}

/**
 * What belongs between two lines or paragraphs of a cell: nothing where a label goes on, a gap where a number would, since
 * a page's number can stand in front of the next cell's.
 */
export function gapBetween(before: string, after: string): string {
  return /[\d０-９]\s*$/.test(before) && /^\s*[\d０-９]/.test(after) ? GAP : '';
}
