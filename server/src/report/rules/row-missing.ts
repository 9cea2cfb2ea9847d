import { writeNumbers } from '../fixes.ts';
import type { LineForm, Span, Table, TableLine, TextEdit } from '../model.ts';
import type { Report } from '../report.ts';
import { nameOfLine } from './names.ts';
import { otherPlaces } from './repeated.ts';
import { type Breach, fix, insert, message, type Rule } from './rule.ts';

/** Every row of the form is there. */
export const rowMissing: Rule = {
  id: 'row-missing',
  severity: 'error',
  fix: 'offered',
  example: { right: '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n', wrong: '' },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.tables) {
      if (table.unlabelled.rows.length > 0) yield labelsMissing(table);
      const missing = missingLines(table);
      const [first] = missing;
      if (!first || table.form.lines[0]!.row === null) continue;
      const names = missing.map(nameOfLine);
      const args = { row: names[0]!, count: names.length, rows: names.join('、') };
      const edits = insertions(report, table);
      yield {
        span: neighbourOf(table, first)?.span ?? { start: table.span.start, end: table.span.start },
        message: message(names.length === 1 ? 'finding.row-missing' : 'finding.row-missing.many', args),
        fixes: edits.length > 0 ? [fix('fix.insert-rows', args, false, edits)] : [],
      };
    }
  },
};

/** Without those that a row without a label may be. */
function missingLines({ missingLines: missing, unlabelled }: Table): readonly LineForm[] {
  return missing.filter((line) => !unlabelled.lines.includes(line));
}

/** Numbers without a label: the row is there, its label is not. */
function labelsMissing({ unlabelled: { rows } }: Table): Breach {
  const first = rows[0]!;
  const names = rows.map(({ form }) => nameOfLine(form));
  const args = { row: names[0]!, count: names.length, rows: names.join('、') };
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

/** Each missing row written like a whole row beside it, with its own label and zeros. */
function insertions(report: Report, table: Table): TextEdit[] {
  const edits = new Map<number, string>();
  for (const missing of missingLines(table)) {
    const neighbour = neighbourOf(table, missing);
    const model = neighbour && modelFor(table, missing, neighbour);
    if (!neighbour || !model) return [];
    const row = writeLike(report, model, missing);
    const isBelow = neighbour.form.index < missing.index;
    const place = placeOf(report, neighbour);
    const at = isBelow ? place.end : place.start;
    edits.set(at, (edits.get(at) ?? '') + (isBelow ? `\n${row}` : `${row}\n`));
  }
  return [...edits].map(([at, text]) => insert(at, text));
}

/** The nearest whole row with as many numbers and one label cell on a line of its own. */
function modelFor(table: Table, missing: LineForm, neighbour: TableLine): TableLine | undefined {
  const candidates = table.lines.filter(
    (line) =>
      line.complete &&
      line.label.length === 1 &&
      line.form.cells.length === missing.cells.length &&
      line.form.block === missing.block,
  );
  const distance = (line: TableLine): number =>
    Math.abs(line.form.index - neighbour.form.index) +
    (line.form.groups.length === missing.groups.length ? 0 : 100);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

function writeLike(report: Report, model: TableLine, missing: LineForm): string {
  const { start, end } = placeOf(report, model);
  const parts = [
    ...model.groups.map((span) => ({ span, text: '' })),
    { span: model.label[0]!, text: missing.label },
    ...writeNumbers(model.cells.map((cell) => ({ cell, number: 0 }))).map((edit) => ({
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

/** Its whole lines, white space included; only itself where others stand on them (HTML without line breaks). */
function placeOf({ source }: Report, { span }: TableLine): Span {
  const start = source.lineStarts[source.lineAt(span.start)]!;
  const end = source.lineEnd(source.lineAt(span.end));
  const isAlone = (source.text.slice(start, span.start) + source.text.slice(span.end, end)).trim() === '';
  return isAlone ? { start, end } : span;
}
