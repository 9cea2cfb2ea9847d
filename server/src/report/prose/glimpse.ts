/** A quick look at prose: most of it says nothing of a number, and is not read. */
import { characters, is } from './characters.ts';
import { Dictionary } from './dictionary.ts';
import type { Characters } from './numbers.ts';

/** Without any of these a sentence is about no table and no list of parts. */
const ABOUT_TABLES =
  '申请 公开 受理 办理 处理 收 复议 诉讼 起诉 结转 文件 规章 许可 处罚 强制 占 其他 其余 办结 答复 提供 维持 纠正 自然人 法人';
const aboutTables = new Dictionary(
  ABOUT_TABLES.split(' ').map((text) => ({ text })),
  is.aboutTables,
);
/** What a report can say that there was none of. */
const DENIABLE = /申请|复议|诉讼|结转|规范|规章|行政[许处强]/;

/** What a sentence may hold: a number with its unit, a word that says that there was none. */
const glimpse = { number: 1, none: 2 } as const;

/** What `glimpseAt` is to be asked about. */
const TELLING = is.digit | is.numeral | is.none;

const HAVE = '有'.charCodeAt(0);

/** What a character tells by what stands behind it, one of `glimpse` or 0. */
function glimpseAt(own: number, next: number, afterNext: number, isLast: boolean): number {
  // A line may end between a number and its unit.
  if (isLast && (own & is.digit) !== 0) return glimpse.number;
  const isHave = (own & is.none) !== 0 && next === HAVE;
  const behind = characters[isHave ? afterNext : next] ?? 0;
  if ((own & is.digit) !== 0 && (behind & is.behindDigit) !== 0) return glimpse.number;
  if ((own & is.numeral) !== 0 && (behind & is.behindNumeral) !== 0) return glimpse.number;
  return (own & is.none) !== 0 && (behind & is.behindNone) !== 0 ? glimpse.none : 0;
}

/** Whether a line may speak of a number, or say that there was none. */
export function mayTell(text: string): boolean {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const own = characters[text.charCodeAt(at)]!;
    if ((own & TELLING) === 0) continue;
    const isLast = at + 1 === length;
    if (glimpseAt(own, text.charCodeAt(at + 1), text.charCodeAt(at + 2), isLast) !== 0) return true;
  }
  return false;
}

interface Sentence {
  readonly end: number;
  /** Whether it has a number, or says that there was none, and may be about tables or a list of parts. */
  readonly isOfInterest: boolean;
}

/** The sentence that begins at a place. */
export function sentenceAt({ text, codes }: Characters, start: number): Sentence {
  const { length } = text;
  let seen = 0;
  let isAboutTables = false;
  let at = start;
  for (; at < length; at++) {
    const own = characters[codes[at]!]!;
    if ((own & (TELLING | is.aboutTables | is.end)) === 0) continue;
    if ((own & is.end) !== 0) break;
    if ((own & TELLING) !== 0) {
      const isLast = at + 1 === length || (characters[codes[at + 1]!]! & is.end) !== 0;
      seen |= glimpseAt(own, codes[at + 1]!, codes[at + 2]!, isLast);
    }
    isAboutTables ||= (own & is.aboutTables) !== 0 && aboutTables.wordAt(codes, at) !== undefined;
  }
  if ((seen & glimpse.number) === 0)
    return { end: at, isOfInterest: seen !== 0 && DENIABLE.test(text.slice(start, at)) };
  return { end: at, isOfInterest: isAboutTables || text.startsWith('其中', at + 1) };
}
