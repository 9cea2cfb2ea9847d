/** The sheets that say what a table says: in the form's shape, and row by row as it was read. */
import type { StatutoryForm, Table, TableCell, TableLine } from '../model/index.ts';
import { accountFor } from './account.ts';
import type { RowComments } from './comments.ts';
import { formSheet } from './formSheet.ts';
import { cell, type Sheet } from './sheet.ts';
import type { Wording } from './wording.ts';
import type { FormWords } from './wordReader.ts';

/** What of a table stands in none of its cells. */
export interface Beside {
  readonly words: FormWords;
  readonly comments: RowComments;
}

/** The sheets that lose no word, the best first. */
export function sheetsOf(table: Table, form: StatutoryForm, wording: Wording, beside: Beside): Sheet[] {
  const inForm = sheetInForm(table, form, wording, beside);
  const asRead = beside.words.places.size === 0 ? sheetAsRead(table, wording, beside.comments) : null;
  return [inForm, asRead].filter((sheet) => sheet !== null);
}

/** `null` where words have no place in the form's shape, or its headers would be more than the text says. */
function sheetInForm(table: Table, form: StatutoryForm, wording: Wording, beside: Beside): Sheet | null {
  if (table.missingColumns.length > 0) return null;
  const { entries, isWhole, words } = accountFor(table, form, wording.labelOf, beside.comments.of);
  if (!isWhole) return null;
  const named = new Set(table.header.filter(({ kind }) => kind === 'column').map(({ block }) => block));
  if (!entries.every((entry) => entry.kind === 'other' || named.has(blockOf(entry)))) return null;
  const said = new Set<string>();
  const say = wording.sayIn(words);
  const sheet = formSheet(table.form, entries, (label, accepted) => {
    said.add(label);
    return say(label, accepted);
  });
  // A group without a row, as at the end of a text that was cut off, has no place.
  return [...words.found, ...beside.words.found].every((label) => said.has(label)) ? sheet : null;
}

function blockOf(
  entry: { kind: 'block'; block: number } | { kind: 'line'; form: { block: number } },
): number {
  return entry.kind === 'block' ? entry.block : entry.form.block;
}

function sheetAsRead(table: Table, wording: Wording, comments: RowComments): Sheet {
  const lines = new Map<number, TableLine>();
  for (const line of table.lines) if (line.label.length === 1) lines.set(line.label[0]!.start, line);
  const textOf = ({ text, span }: TableCell): string =>
    wording.textOf(text, table.form, lines.get(span.start));
  return {
    comments: new Map(table.rows.map((row, index) => [index, comments.of(row)])),
    rows: table.rows.map(({ cells }) => {
      const [first] = cells;
      // A word alone on a line is no row for sure where nothing but tabs makes one.
      const isAlone = cells.length === 1 && !lines.has(first!.span.start);
      return cells.flatMap((read) => cell(textOf(read), isAlone ? 2 : 1));
    }),
  };
}
