/** The statutory forms. A new year's form is a new file here and one line in `forms`. */

import { form2019 } from './form2019.ts';
import { form2021 } from './form2021.ts';
import type { StatutoryForm } from './formModel.ts';

/** The forms that this project knows, newest first. */
export const forms: readonly StatutoryForm[] = [form2021, form2019];

/**
 * The forms that a text can be on by the kind of report that it is: those whose report title has the words of a given
 * form's, or, where no form is given, the words that the text speaks of, or those of the first form.
 */
export function formsOfKind(
  all: readonly StatutoryForm[],
  text: string,
  known: StatutoryForm | null,
): readonly StatutoryForm[] {
  const [first] = all;
  const wordsOf = (form: StatutoryForm): string => form.reportTitle.words;
  if (all.every((form) => wordsOf(form) === wordsOf(first!))) return all;
  const words = wordsOf(known ?? all.find((form) => text.includes(wordsOf(form))) ?? first!);
  return all.filter((form) => wordsOf(form) === words);
}

/** The form that a report for a year must use; the newest where the year is not known or no form's. */
export function formForYear(year: number | null, all: readonly StatutoryForm[]): StatutoryForm {
  const inForce = all.find(
    ({ years: [first, last] }) => year !== null && first <= year && (last === null || year <= last),
  );
  return inForce ?? all[0]!;
}
