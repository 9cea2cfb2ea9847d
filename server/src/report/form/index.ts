/** The statutory forms. A new year's form is a new file here and one line in `forms`. */
import type { StatutoryForm } from '../model.ts';
import { simplify } from '../source/normal.ts';
import { form2019 } from './form2019.ts';
import { form2021 } from './form2021.ts';

/** Newest first. */
export const forms: readonly StatutoryForm[] = [form2021, form2019];

/** The form that a report for a year must use; the newest where the year is not known. */
export function formForYear(year: number | null): StatutoryForm {
  if (year === null) return form2021;
  return forms.find((form) => form.years[0] <= year && (form.years[1] ?? year) >= year) ?? form2021;
}

/** Header labels that only one form prints, by form. */
const marks = forms.map((form) => {
  const own = columnLabels(form);
  const others = forms.filter((other) => other !== form).flatMap(columnLabels);
  return { form, labels: own.filter((label) => !others.some((other) => other.includes(label))) };
});

function columnLabels(form: StatutoryForm): string[] {
  return [
    ...new Set(
      form.tables.flatMap((table) => table.blocks.flatMap((block) => block.columns.map((c) => c.label))),
    ),
  ];
}

/** The form whose own header labels a text has most of, in simplified or traditional characters; else `null`. */
export function recognizeForm(text: string): StatutoryForm | null {
  return formOf(text) ?? formOf(simplify(text));
}

function formOf(text: string): StatutoryForm | null {
  const [newest] = marks;
  // A text with all of the newest form's labels is on it; nothing else need be searched for.
  if (newest!.labels.every((label) => text.includes(label))) return newest!.form;
  const counts = marks.map(({ form, labels }) => ({
    form,
    count: labels.filter((label) => text.includes(label)).length,
  }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]!.count > counts[1]!.count ? counts[0]!.form : null;
}
