/** Prose against tables: what a report says of its numbers in words. */
import type {
  BalanceFault,
  ProseParagraph,
  SectionId,
  StatutoryForm,
  Table,
  Title,
  Verdict,
} from '../model/index.ts';
import { wrongBreakdowns } from './breakdowns.ts';
import { type Draft, draftClaims, settleClaims } from './claims.ts';
import { type Item, readItems } from './clauses.ts';
import { dictionaryOf } from './formWords.ts';
import { ownNamesOf } from './issuerNames.ts';
import { type Paragraph, readParagraph } from './plainParagraph.ts';
import { wrongShares } from './shares.ts';
import type { Language } from './tokenize.ts';

/** A paragraph with its numbers, as a later reading of the document can take it over. */
export interface ReadParagraph {
  /** As the document has it. */
  readonly raw: string;
  readonly paragraph: Paragraph;
  readonly items: readonly Item[];
  readonly language: Language;
}

/** The prose as it was read, before it is known which cells of the tables are wrong. */
export interface Narrative {
  readonly paragraphs: readonly ReadParagraph[];
  readonly drafts: readonly Draft[];
  readonly tables: readonly Table[];
}

interface Material {
  readonly text: string;
  readonly prose: readonly ProseParagraph[];
  readonly tables: readonly Table[];
  readonly form: StatutoryForm;
  readonly title: Title | null;
}

/**
 * Reads the prose outside tables. Linear; what is not understood says nothing.
 *
 * @param known paragraphs of an earlier reading of the same document; the outcome is the same without them
 */
export function readNarrative(
  { text, prose, tables, form, title }: Material,
  known: readonly ReadParagraph[],
): Narrative {
  const language: Language = {
    common: dictionaryOf(form),
    own: ownNamesOf(title?.issuer ?? null),
    year: title?.year ?? null,
  };
  // What a section says of problems and plans is about no table.
  const spoken = new Set<SectionId | null>(form.sections.filter(({ isPlan }) => !isPlan).map(({ id }) => id));
  const own = prose.filter(({ section }) => spoken.has(section));
  const paragraphs = own.map((paragraph, index) => {
    const raw = text.slice(paragraph.span.start, paragraph.span.end);
    // What was typed made the number of paragraphs differ, if at all, before or behind this one.
    const candidates = known.length === 0 ? [] : [known[index], known.at(index - own.length)];
    const same = candidates.find((candidate) => candidate && isSame(candidate, raw, paragraph, language));
    return same ? moveTo(paragraph.span.start, same) : readNumbers(raw, paragraph, language);
  });
  const drafts = draftClaims(paragraphs, tables);
  return { paragraphs, drafts, tables };
}

function readNumbers(raw: string, joined: ProseParagraph, language: Language): ReadParagraph {
  const paragraph = readParagraph(joined);
  return { raw, paragraph, items: readItems(paragraph, language), language };
}

function isSame(
  known: ReadParagraph,
  raw: string,
  { section, topic }: ProseParagraph,
  now: Language,
): boolean {
  const { language, paragraph } = known;
  if (paragraph.section !== section || paragraph.topic !== topic || known.raw !== raw) return false;
  return language.common === now.common && language.own === now.own && language.year === now.year;
}

function moveTo(start: number, known: ReadParagraph): ReadParagraph {
  if (known.paragraph.start === start) return known;
  const paragraph = { ...known.paragraph, start };
  return { ...known, paragraph, items: known.items.map((item) => ({ ...item, paragraph })) };
}

/** Judges the prose, the tables' own faults known: where a table is to be corrected, prose is held against that. */
export function judgeNarrative(
  { paragraphs, drafts, tables }: Narrative,
  faults: readonly BalanceFault[],
): Verdict {
  const claims = settleClaims(drafts, faults);
  const wrong = new Set(claims.filter(({ isWrong }) => isWrong).map(({ span }) => span.start));
  return {
    claims,
    breakdowns: paragraphs.flatMap(({ items }) => wrongBreakdowns(items, wrong)),
    shares: paragraphs.flatMap(({ items }) => wrongShares(items, wrong, tables)),
  };
}
