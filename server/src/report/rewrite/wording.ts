/** In which words a table is written anew: those it has, or the form's. */
import { vocabularyOf } from '../form/vocabulary.ts';
import type { StatutoryForm, TableForm, TableLine } from '../model/index.ts';
import { normalize } from '../text/normal.ts';
import { ownWords } from '../text/notes.ts';
import type { Say } from './formSheet.ts';
import type { FormWords } from './wordReader.ts';

export interface Wording {
  /** A row's label where its groups stand in cells of their own. */
  labelOf(line: TableLine): string;
  /** How headers and groups are to be written in a table in which these words were found. */
  sayIn(words: FormWords): Say;
  /** What a cell becomes that stays where it is; `line` is the row whose label it is. */
  textOf(text: string, table: TableForm, line: TableLine | undefined): string;
}

/** The text's own words; the form's only for labels that it cut into pieces or left out. */
export const writtenWording: Wording = {
  labelOf: ownLabel,
  sayIn:
    ({ written }) =>
    (label, accepted = []) => {
      const found = [label, ...accepted].map((word) => written.get(normalize(word)));
      return found.find((word) => word !== undefined) ?? label;
    },
  textOf: (text) => text,
};

/** The form's words for whatever means the same; a label that is only like the form's keeps its own. */
export function tidyWording(form: StatutoryForm): Wording {
  const words = new Map(form.tables.map((table) => [table, printedWords(table)]));
  const labelOf = (line: TableLine): string => tidyLabel(line, form) ?? ownLabel(line);
  return {
    labelOf,
    sayIn: () => (label) => label,
    textOf: (text, table, line) => {
      if (line) return hasGroups(line) ? text : labelOf(line);
      return words.get(table)?.get(normalize(text)) ?? text;
    },
  };
}

/** A row's label, without the groups that some texts write in front of it: （三）不予公开1.属于国家秘密. */
export function ownLabel(line: TableLine): string {
  return hasGroups(line) ? line.form.label : line.labelText;
}

function hasGroups({ form, labelText }: TableLine): boolean {
  if (form.groups.length === 0) return false;
  const fronts = [form.groups.join(''), form.groups.at(-1)!];
  return fronts.some((front) => normalize(front + form.label) === normalize(labelText));
}

/** The form's label, with the notes that stand behind the text's; `null` where the text's is another. */
function tidyLabel({ form: line, labelText }: TableLine, form: StatutoryForm): string | null {
  const own = ownWords(labelText, line.label.endsWith('）'));
  const words = vocabularyOf(form).words.get(normalize(labelText.slice(own.start, own.end))) ?? [];
  if (!words.some((word) => word.kind === 'line' && word.line === line)) return null;
  return labelText.slice(0, own.start) + line.label + labelText.slice(own.end);
}

/** Headers and groups as the form prints them, by their normal form. */
function printedWords(table: TableForm): Map<string, string> {
  const columns = table.blocks.flatMap((block) => block.columns);
  const words = [
    ...table.blocks.flatMap(({ title, corner, top }) => [title, corner, top]),
    ...columns.flatMap((column) => [...column.groups, column.label]),
    ...table.lines.flatMap((line) => line.groups),
  ];
  return new Map(words.filter((word) => word !== '').map((word) => [normalize(word), word]));
}
