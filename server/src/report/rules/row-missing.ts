import { writeNumbers } from '../edit/fixes.ts';
import { termsOf } from '../form/equationForms.ts';
import type {
  Fix,
  LineForm,
  Message,
  Reach,
  Report,
  Span,
  Table,
  TableLine,
  TextEdit,
  TextKey,
  UnlabelledRow,
} from '../model/index.ts';
import { nameOfLine } from '../model/names.ts';
import { whatFollows } from '../tables/repair/follow.ts';
import { sumAt } from '../text/sums.ts';
import { type Breach, fix, insert, message, type RepeatedBreach, type Rule, repeating } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';
import { RowReach } from './support/rowReach.ts';

const MOST_NAMED = 6;

/** Every row of the form is there. */
export const rowMissing: Rule = {
  id: 'row-missing',
  severity: 'error',
  fix: 'offered',
  example: { right: '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n', wrong: '' },
  *check(report: Report): Iterable<Breach | RepeatedBreach> {
    for (const table of report.flawedTables) {
      const unlabelled = repeating<UnlabelledRow>((rows) => [labelsMissing(rows)]);
      for (const row of table.unlabelled.rows) yield unlabelled(row.span, row);
      const missing = missingLines(table);
      const [first] = missing;
      if (!first || table.form.lines[0]!.row === null) continue;
      const names = missing.map(nameOfLine);
      const neighbour = neighbourOf(table, first);
      yield {
        span: neighbour ? labelOf(neighbour) : { start: table.span.start, end: table.span.start },
        message: neighbour && names.length === 1 ? oneMissing(first, neighbour) : severalMissing(names),
        fixes: insertionFixes(report, table, missing),
      };
    }
  },
};

/** With the numbers that a single missing row must have, and with zeros. */
function insertionFixes(report: Report, table: Table, missing: readonly LineForm[]): Fix[] {
  const proved = missing.length === 1 ? provedNumbers(table, missing[0]!) : null;
  const count = missing.length;
  const offers: readonly { readonly key: TextKey; readonly edits: readonly TextEdit[] }[] = [
    { key: 'fix.insert-row.proved', edits: proved ? rowInsertions(report, table, proved) : [] },
    { key: 'fix.insert-rows', edits: rowInsertions(report, table, []) },
  ];
  return offers
    .filter(({ edits }) => edits.length > 0)
    .map(({ key, edits }) => fix(key, { count }, false, edits));
}

/** What a row's numbers must be for the table to balance; `null` where that cannot be told, or where they are all 0. */
function provedNumbers(table: Table, { cells }: LineForm): readonly number[] | null {
  const numbers = cells.map(({ index }) => whatFollows(table, index)?.number ?? null);
  if (!numbers.every((number) => number !== null) || numbers.every((number) => number === 0)) return null;
  const values = [...table.values];
  for (const [at, { index }] of cells.entries()) values[index] = numbers[at]!;
  const own = new Set(cells.map(({ index }) => index));
  const isBalanced = table.form.equations
    .filter((equation) => termsOf(equation).every((index) => own.has(index)))
    .every(({ left, right }) => sumAt(left, values) === sumAt(right, values));
  return isBalanced ? numbers : null;
}

function oneMissing(missing: LineForm, neighbour: TableLine): Message {
  const row = nameOfLine(missing);
  const side = neighbour.form.index < missing.index ? 'behind' : 'before';
  return message(`finding.row-missing.${side}`, { row, neighbour: nameOfLine(neighbour.form) });
}

/** Where most of a table is missing, a list of all of it would say no more. */
function severalMissing(names: readonly string[]): Message {
  const key = names.length > MOST_NAMED ? 'finding.row-missing.most' : 'finding.row-missing.many';
  return message(key, { count: names.length, rows: names.slice(0, MOST_NAMED).join('、') });
}

/** The label alone: nothing is wrong with the numbers of the row beside the missing one. */
function labelOf({ label, span }: TableLine): Span {
  return label[0] ?? span;
}

/** Without those that a row without a label may be. */
function missingLines({ missingLines: missing, unlabelled }: Table): readonly LineForm[] {
  return missing.filter((line) => !unlabelled.lines.includes(line));
}

/** Numbers without a label: the row is there, its label is not. */
function labelsMissing(rows: readonly [UnlabelledRow, ...UnlabelledRow[]]): Breach {
  const [first] = rows;
  const names = rows.map(({ form }) => nameOfLine(form));
  const args = { row: nameOfLine(first.form), count: names.length, rows: names.join('、') };
  const key = names.length === 1 ? 'finding.row-missing.label' : 'finding.row-missing.labels';
  const edits = rows.map(({ label }) => label);
  return {
    span: first.span,
    message: message(key, args),
    related: otherPlaces(
      rows,
      ({ span }) => span,
      ({ form }) => message('related.row-missing.label', { row: nameOfLine(form) }),
    ),
    fixes: [fix('fix.insert-labels', args, false, edits)],
  };
}

/** The row after which a missing one belongs, else the one before which it does. */
function neighbourOf(table: Table, missing: LineForm): TableLine | undefined {
  const before = table.lines.filter((line) => line.form.index < missing.index);
  return (
    before.reduce<TableLine | undefined>((a, b) => (a && a.form.index > b.form.index ? a : b), undefined) ??
    table.lines[0]
  );
}

/** Each missing row written like a whole row beside it, with its own label; zeros where it has more numbers than are given. */
function rowInsertions(report: Report, table: Table, numbers: readonly number[]): TextEdit[] {
  const edits = new Map<number, string>();
  const reach = new RowReach(table);
  for (const missing of missingLines(table)) {
    const neighbour = neighbourOf(table, missing);
    if (!neighbour) return [];
    const isBelow = neighbour.form.index < missing.index;
    const covering = reach.cover(missing, neighbour, isBelow);
    const model = modelFor(table, missing, neighbour, (line) => covering + reach.ownOf(line).length);
    if (!model) return [];
    const place = linesOfRow(report, neighbour);
    const gap = gapBetweenRows(report, neighbour, place);
    const own = writeLike(report, model, missing, numbers, reach.ownOf(model));
    const row = gap === '\n' ? own : own.trim();
    const at = isBelow ? place.end : place.start;
    edits.set(at, (edits.get(at) ?? '') + (isBelow ? gap + row : row + gap));
  }
  return [...[...edits].map(([at, text]) => insert(at, text)), ...reach.edits()];
}

/**
 * The nearest whole row with as many numbers and one label cell on a line of its own.
 *
 * @param mergedFor how many merged group cells stand in front of a row written like this one
 */
function modelFor(
  table: Table,
  missing: LineForm,
  neighbour: TableLine,
  mergedFor: (line: TableLine) => number,
): TableLine | undefined {
  const candidates = table.lines.filter(
    (line) =>
      line.complete &&
      line.label.length === 1 &&
      line.cells.every(({ isCovered }) => !isCovered) &&
      line.form.cells.length === missing.cells.length &&
      line.form.block === missing.block,
  );
  const isMerged = candidates.some((line) => mergedFor(line) > 0);
  const distance = (line: TableLine): number =>
    Math.abs(line.form.index - neighbour.form.index) +
    (line.form.groups.length === missing.groups.length ? 0 : 100) +
    (isMerged && mergedFor(line) !== missing.groups.length ? 1000 : 0);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

/** A merged cell of the model's covers the new row alone. */
function writeLike(
  report: Report,
  model: TableLine,
  missing: LineForm,
  numbers: readonly number[],
  reaches: readonly Reach[],
): string {
  const { start, end } = linesOfRow(report, model);
  const parts = [
    ...reaches.map(({ place }) => ({ span: place, text: '1' })),
    ...model.groups.map((span) => ({ span, text: '' })),
    { span: model.label[0]!, text: missing.label },
    ...writeNumbers(model.cells.map((cell, at) => ({ cell, number: numbers[at] ?? 0 }))).map((edit) => ({
      span: edit.span,
      text: edit.newText,
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  let row = '';
  let at = start;
  for (const { span, text } of parts) {
    row += report.source.text.slice(at, span.start) + text;
    at = span.end;
  }
  return row + report.source.text.slice(at, end);
}

/** What holds rows apart: the white space around a row where others stand on its line. */
function gapBetweenRows({ source }: Report, { span }: TableLine, place: Span): string {
  if (place !== span) return '\n';
  const before = source.text.slice(source.lineStarts[source.lineAt(span.start)]!, span.start);
  const behind = source.text.slice(span.end, source.lineEnd(source.lineAt(span.end)));
  const gap =
    before.slice(before.trimEnd().length) || behind.slice(0, behind.length - behind.trimStart().length);
  return gap === '' ? '\n' : gap;
}

/** Its whole lines, white space included; only itself where others stand on them (HTML without line breaks). */
function linesOfRow({ source }: Report, { span }: TableLine): Span {
  const start = source.lineStarts[source.lineAt(span.start)]!;
  const end = source.lineEnd(source.lineAt(span.end));
  const isAlone = (source.text.slice(start, span.start) + source.text.slice(span.end, end)).trim() === '';
  return isAlone ? { start, end } : span;
}
