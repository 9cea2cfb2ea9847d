/** What a paragraph has said so far: of which year, of whom, of what. */
import type { SectionId, TableId, TopicId } from '../model/index.ts';
import type { Word } from './dictionary.ts';
import { type Background, isPopulation, type Meaning, noBackground, remember } from './meanings.ts';
import { has, isAside, isWord, type Phrase } from './phrases.ts';

export interface Context {
  readonly isOtherYear: boolean;
  readonly isPartOfYear: boolean;
  readonly isForeign: boolean;
  /** A number of another body came before. */
  readonly isOfForeign: boolean;
  /** A number of something unknown came before, and what follows may be a part of that. */
  readonly isOther: boolean;
  /** Applications for information, proceedings about them, are what is spoken of. */
  readonly hasPopulation: boolean;
  readonly hasProceedings: boolean;
  readonly section: SectionId | null;
  readonly topic: TopicId | null;
  readonly background: Background;
}

/** The context at a paragraph's beginning. */
export function contextOf(section: SectionId | null, topic: TopicId | null): Context {
  return {
    isOtherYear: false,
    isPartOfYear: false,
    isForeign: false,
    isOfForeign: false,
    isOther: false,
    hasPopulation: topic === 'onRequest' || section === 'applications',
    hasProceedings: section === 'proceedings',
    section,
    topic,
    background: noBackground,
  };
}

/** At a sentence's beginning. One that begins with the year or the body is about the whole again. */
export function atSentence(context: Context, first: Word | null): Context {
  const isAfresh = first !== null && isWord(first, 'thisYear', 'period', 'subject');
  const isOfForeign = context.isOfForeign && !isAfresh;
  return {
    ...context,
    isPartOfYear: false,
    hasProceedings: context.section === 'proceedings',
    isOther: context.isOther && !isAfresh,
    isOfForeign,
    isForeign: isOfForeign,
    background: { ...context.background, hasArisen: false },
  };
}

/** Behind words that tell a time or a subject. */
export function behindWords(context: Context, phrase: Phrase): Context {
  const { words } = phrase;
  const tellsTime = !has(phrase, 'compare');
  let { isOtherYear, isPartOfYear, isForeign } = context;
  let hasUnknown = false;
  for (let index = 0; index < words.length; index++) {
    for (const kind of words[index]!.kinds) {
      if (kind === 'foreign') isForeign = true;
      else if (kind === 'subject') isForeign = false;
      else if (kind === 'unknown') hasUnknown = true;
      else if (!tellsTime) continue;
      else if (kind === 'otherYear') isOtherYear = true;
      else if (kind === 'thisYear') isOtherYear = false;
      else if (kind === 'lastYear' || kind === 'nextYear') isOtherYear ||= !has(phrase, 'carry');
      else if (kind === 'date') isPartOfYear = true;
      else if (kind === 'elsewhen') isPartOfYear ||= !isSinceThisYear(words, index);
    }
  }
  // 在生态环境领域，…: what follows is about a part of the work.
  isForeign ||= hasUnknown && isWord(words.at(-1)!, 'field');
  return { ...context, isOtherYear, isPartOfYear, isForeign };
}

/** 2025年以来 in the report for 2025. */
function isSinceThisYear(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  return isWord(words[index]!, 'since') && before !== undefined && isWord(before, 'thisYear');
}

/** Whether a phrase with a meaning can be about nothing else than the tables of this report. */
export function isSure(context: Context, phrase: Phrase, { table }: Meaning): boolean {
  if (isElsewhere(context, phrase)) return false;
  if (table === 'proactive') return true;
  if (context.isOther && !isAfresh(context, phrase, table)) return false;
  if (table === 'applications') return context.hasPopulation || isPopulation(phrase);
  if (has(phrase, 'receive', 'process', 'handle') && !has(phrase, 'negation')) return false;
  // None at all is none about disclosure either.
  return context.hasProceedings || has(phrase, 'information', 'onRequest', 'negation');
}

/** Proceedings that came about, told where applications are: about disclosure, if the applications are the table's. */
export function isLikely(context: Context, phrase: Phrase, { table }: Meaning): boolean {
  if (table !== 'proceedings' || context.topic !== 'onRequest') return false;
  if (isElsewhere(context, phrase) || has(phrase, 'receive', 'process', 'handle')) return false;
  return has(phrase, 'arise') || context.background.hasArisen;
}

function isElsewhere(context: Context, phrase: Phrase): boolean {
  if (context.isOtherYear || context.isPartOfYear || context.isForeign) return true;
  return has(phrase, 'rest', 'elsewhen');
}

/** Applications that were received or handled: not a part of what was unknown. */
function isAfresh(context: Context, phrase: Phrase, table: TableId): boolean {
  if (table === 'proactive' || isElsewhere(context, phrase)) return false;
  return isPopulation(phrase) && has(phrase, 'receive', 'handle', 'process');
}

/** Behind applications that were received or handled: what follows is no part of something unknown. */
export function withoutOther(context: Context, phrase: Phrase, meaning: Meaning): Context {
  return isAfresh(context, phrase, meaning.table) ? { ...context, isOther: false } : context;
}

/** Behind a number that means something. */
export function behindMeaning(
  context: Context,
  phrase: Phrase,
  meaning: Meaning,
  isCertain: boolean,
): Context {
  const isOfProceedings = meaning.table === 'proceedings';
  return {
    ...context,
    background: remember(context.background, phrase, meaning),
    hasProceedings: context.hasProceedings || (isOfProceedings && isCertain),
    hasPopulation: context.hasPopulation || (!isOfProceedings && isCertain && isPopulation(phrase)),
  };
}

/** Behind a number of something unknown: what follows may be a part of that. */
export function behindUnknown(context: Context, phrase: Phrase): Context {
  return { ...context, isOther: context.isOther || !(isAside(phrase) || has(phrase, 'share')) };
}
