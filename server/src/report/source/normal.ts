/** The normal form that labels are matched on. */

/** Radicals that NFKC lacks or maps to another character; PDF text layers carry them. */
const radicals: Readonly<Record<string, string>> = {
  '\u2ea0': '民',
  '\u2ec5': '见',
  '\u2ed4': '门',
  '\u2ed3': '长',
  '\u2f3e': '户',
};
const RADICAL = /[\u2ea0\u2ec5\u2ed3\u2ed4\u2f3e]/g;
const DROPPED = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const ORDINAL_MARK = /^([(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]?)[、.,．]/;
const QUOTES = /[“”„‟"'‘’]/g;

const CACHE_LIMIT = 4096;
const LONGEST_CACHED = 80;
const cache = new Map<string, string>();

/**
 * The normal form of a label: NFKC and the radicals it lacks, no white space, one kind of quotation mark, and
 * one mark after a leading ordinal ("1、", "1." and "１．" are "1."; "一." is "一、").
 */
export function normalize(text: string): string {
  if (text.length > LONGEST_CACHED) return computeNormal(text);
  let normal = cache.get(text);
  if (normal === undefined) {
    normal = computeNormal(text);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(text, normal);
  }
  return normal;
}

function computeNormal(text: string): string {
  return text
    .replace(RADICAL, (radical) => radicals[radical]!)
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(QUOTES, '"')
    .replace(ORDINAL_MARK, (_, ordinal: string) => ordinal + (/\d/.test(ordinal) ? '.' : '、'));
}

/** A label's normal form without its leading ordinal: "（一）予以公开" and "1.予以公开" are both "予以公开". */
export function withoutOrdinal(normal: string): string {
  return normal.replace(
    /^(?:[(][一二三四五六七八九十\d]{1,3}[)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、])[.、]?/,
    '',
  );
}
