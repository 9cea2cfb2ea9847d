/** Tells the form that a text is on from the words it prints. */

import { simplify } from '../text/normal.ts';
import type { StatutoryForm } from './formModel.ts';

/** What a form prints, and which of it no other form does. */
interface Marks {
  readonly form: StatutoryForm;
  readonly columns: readonly string[];
  readonly ownColumns: readonly string[];
  readonly ownLines: readonly string[];
}

const cache = new WeakMap<readonly StatutoryForm[], readonly Marks[]>();

/**
 * The form that a text's header labels tell, in simplified or traditional characters; `null` where they do not tell.
 * Row labels decide between forms whose headers are the same.
 */
export function recognizeForm(text: string, forms: readonly StatutoryForm[]): StatutoryForm | null {
  let marks = cache.get(forms);
  if (!marks) {
    marks = readMarks(forms);
    cache.set(forms, marks);
  }
  const form = formOf(text, marks);
  const simplified = form === null ? simplify(text) : text;
  return simplified === text ? form : formOf(simplified, marks);
}

function readMarks(forms: readonly StatutoryForm[]): readonly Marks[] {
  return forms.map((form) => ({
    form,
    columns: columnLabels(form),
    ownColumns: ownOf(form, forms, columnLabels),
    ownLines: ownOf(form, forms, lineLabels),
  }));
}

/** The labels that stand in no label of another form. */
function ownOf(
  form: StatutoryForm,
  forms: readonly StatutoryForm[],
  labelsOf: (form: StatutoryForm) => readonly string[],
): readonly string[] {
  const others = forms.filter((other) => other !== form).flatMap(labelsOf);
  return labelsOf(form).filter((label) => !others.some((other) => other.includes(label)));
}

function columnLabels({ tables }: StatutoryForm): readonly string[] {
  const columns = tables.flatMap((table) => table.blocks.flatMap((block) => block.columns));
  return [...new Set(columns.map((column) => column.label))];
}

function lineLabels({ tables }: StatutoryForm): readonly string[] {
  const labels = tables.flatMap((table) => table.lines.map((line) => line.label));
  return [...new Set(labels.filter((label) => label !== ''))];
}

function formOf(text: string, marks: readonly Marks[]): StatutoryForm | null {
  const isThere = (label: string): boolean => text.includes(label);
  // A text with all of a form's own labels is on it, the newest such; nothing else need be searched for.
  const whole = marks.find(({ ownColumns }) => ownColumns.length > 0 && ownColumns.every(isThere));
  if (whole) return whole.form;
  const counts = marks.map((mark) => countThere(mark.ownColumns, isThere));
  if (counts.some((count) => count > 0)) return onlyBest(marks, counts);
  const printed = marks.filter(({ columns }) => columns.every(isThere));
  return onlyBest(
    printed,
    printed.map((mark) => countThere(mark.ownLines, isThere)),
  );
}

function countThere(labels: readonly string[], isThere: (label: string) => boolean): number {
  return labels.filter(isThere).length;
}

/** The one form that counts most. */
function onlyBest(marks: readonly Marks[], counts: readonly number[]): StatutoryForm | null {
  const most = Math.max(...counts);
  const best = marks.filter((_, index) => counts[index] === most);
  return best.length === 1 ? best[0]!.form : null;
}
