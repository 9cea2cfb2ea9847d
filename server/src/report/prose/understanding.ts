/** Whether a number, or a statement that there was none, is understood, and how surely. */
import { type Context, isLikely, isSure } from './context.ts';
import { caseUnits } from './lexicon.ts';
import { type Meaning, meaningOf, noneOf } from './meanings.ts';
import {
  has,
  hasOnly,
  isAside,
  isKnown,
  isOfSome,
  isWord,
  joined,
  namedByShare,
  namesItsWhole,
  nothing,
  type Phrase,
} from './phrases.ts';
import type { Quantity } from './quantities.ts';

export interface Understanding {
  readonly meaning: Meaning;
  /** Whether the sentence can be about nothing else than the tables of this report. */
  readonly isCertain: boolean;
  /** Whether that is so where the paragraph speaks of the tables otherwise. */
  readonly isLikely: boolean;
}

/** Whether a number counts cases. */
export function isCount({ unit, decimals }: Quantity): boolean {
  return caseUnits.has(unit) && decimals === 0;
}

/** What a number means by the words in front of it and behind it; `null` where that is not understood. */
export function understand(
  head: Phrase,
  tail: Phrase,
  quantity: Quantity,
  context: Context,
): Understanding | null {
  const isCounted = isCount(quantity);
  const named = isCounted ? head : quantity.unit === '%' ? namedByShare(head) : null;
  if (named === null || !isReadable(named) || isAside(head) || namesItsWhole(named)) return null;
  const understood = understandWords(named, isCounted ? tail : nothing, context);
  return understood === null || !quantity.isApproximate
    ? understood
    : { ...understood, isCertain: false, isLikely: false };
}

function isReadable(phrase: Phrase): boolean {
  return isKnown(phrase) && !has(phrase, 'negation');
}

/** The meaning of what stands before a number, or of that and what stands behind it: 另有 3 件结转下年度. */
function understandWords(head: Phrase, behind: Phrase, context: Context): Understanding | null {
  const { background } = context;
  const isClear = isReadable(behind);
  const whole = isClear ? joined(head, behind) : head;
  const ahead = meaningOf(head, background);
  const meaning = ahead ?? (whole === head ? null : meaningOf(whole, background));
  if (meaning === null) return null;
  const addsNothing = ahead === null ? isToldBehind(head, behind) : isHarmless(behind);
  const isPlain = isClear && addsNothing;
  return {
    meaning,
    isCertain: isPlain && isSure(context, whole, meaning),
    isLikely: isPlain && isLikely(context, whole, meaning),
  };
}

/**
 * 另有 3 件结转下年度, 57 件予以公开 are as good as the other way round. 废止1件、失效1件行政规范性文件 names what goes with
 * more than one number, 对 3 件申请作出答复 speaks of some.
 */
function isToldBehind(head: Phrase, behind: Phrase): boolean {
  return has(behind, 'carry', 'result') && !has(head, 'toward');
}

function isHarmless(phrase: Phrase): boolean {
  return hasOnly(phrase, 'information', 'onRequest', 'request', 'period', 'document', 'subject');
}

/** What a clause without a number says there was none of: 未收到申请, 未发生行政复议. */
export function understandNone(phrase: Phrase, context: Context): Understanding | null {
  const isOne = phrase.words.filter((word) => isWord(word, 'negation')).length === 1;
  if (!isOne || isAside(phrase) || !isKnown(phrase) || isOfSome(phrase)) return null;
  const meaning = noneOf(meaningOf(phrase, context.background));
  return meaning && { meaning, isCertain: isSure(context, phrase, meaning), isLikely: false };
}
