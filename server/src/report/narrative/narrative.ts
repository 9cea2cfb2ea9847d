/** Prose against tables: what a report says of its numbers in words. */
import type { Claim, Section, StatutoryForm, Table, Title } from '../model.ts';
import type { BalanceFault } from '../repair/localize.ts';
import type { Line } from '../source/lines.ts';
import { type WrongBreakdown, wrongBreakdowns } from './breakdowns.ts';
import { type Draft, draftClaims, settleClaims } from './claims.ts';
import { type Item, type Language, readItems } from './items.ts';
import { readParagraphs } from './passages.ts';
import { type WrongShare, wrongShares } from './shares.ts';
import { subjectsOf } from './subjects.ts';
import { Dictionary } from './tokens.ts';
import { wordsOf } from './words.ts';

/** The prose as it was read, before it is known which cells of the tables are wrong. */
export interface Narrative {
  /** By paragraph. */
  readonly items: readonly (readonly Item[])[];
  readonly drafts: readonly Draft[];
  readonly tables: readonly Table[];
}

/** What came of it. */
export interface Verdict {
  readonly claims: readonly Claim[];
  readonly breakdowns: readonly WrongBreakdown[];
  readonly shares: readonly WrongShare[];
}

interface Material {
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly form: StatutoryForm;
  readonly title: Title | null;
}

/** Reads the prose outside tables. Linear; what is not understood says nothing. */
export function readNarrative({ lines, sections, tables, form, title }: Material): Narrative {
  const language: Language = {
    common: dictionary(form),
    own: subjectsOf(title?.issuer ?? null),
    year: title?.year ?? null,
  };
  const items = readParagraphs(lines, sections, tables, form).map((paragraph) =>
    readItems(paragraph, language),
  );
  return { items, drafts: draftClaims(items.flat(), tables), tables };
}

/** Judges the prose, the tables' own faults known: where a table is to be corrected, prose is held against that. */
export function judgeNarrative(
  { items, drafts, tables }: Narrative,
  faults: readonly BalanceFault[],
): Verdict {
  const claims = settleClaims(drafts, faults);
  const wrong = new Set(claims.filter(({ isWrong }) => isWrong).map(({ span }) => span.start));
  return {
    claims,
    breakdowns: items.flatMap((own) => wrongBreakdowns(own, wrong)),
    shares: items.flatMap((own) => wrongShares(own, wrong, tables)),
  };
}

const dictionaries = new WeakMap<StatutoryForm, Dictionary>();

function dictionary(form: StatutoryForm): Dictionary {
  const own = dictionaries.get(form) ?? new Dictionary(wordsOf(form));
  dictionaries.set(form, own);
  return own;
}
