/** What the lines of a text tell before its tables are read: its form, its headings, its title. */
import { formForYear, formsOfKind } from '../form/index.ts';
import { recognizeForm } from '../form/recognizeForm.ts';
import { lookUp, vocabularyOf } from '../form/vocabulary.ts';
import type { StatutoryForm, Title } from '../model/index.ts';
import type { Page } from '../tables/layouts/page.ts';
import { joinSeen } from '../text/unseen.ts';
import { readSections, type SectionHeading } from './sections.ts';
import { readTitle } from './title.ts';

export interface Outline {
  readonly form: StatutoryForm;
  /** The forms of its kind of report. */
  readonly forms: readonly StatutoryForm[];
  readonly isFormRecognized: boolean;
  readonly headings: readonly SectionHeading[];
  readonly title: Title | null;
}

/** Reads headings and title, and tells the form from headers, words and, where these are silent, the title's year. */
export function readOutline(page: Page, allForms: readonly StatutoryForm[]): Outline {
  const { lines } = page;
  const words = joinSeen(page.shown.text);
  const recognized = recognizeForm(words, allForms);
  const forms = formsOfKind(allForms, words, recognized);
  const assumed = recognized ?? formForYear(null, forms);
  const headings = headingsOf(page, assumed);
  const title = readTitle(lines, headings[0]?.line.index ?? lines.length, assumed.reportTitle);
  const form = recognized ?? formForYear(title?.year ?? null, forms);
  return { form, forms, isFormRecognized: recognized !== null, headings, title };
}

function headingsOf(page: Page, form: StatutoryForm): SectionHeading[] {
  const vocabulary = vocabularyOf(form);
  return readSections(page, form, (normal) => lookUp(vocabulary, normal).length > 0);
}
