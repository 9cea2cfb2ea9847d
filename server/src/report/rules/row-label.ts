import type { Report, TableLine, TextEdit } from '../model/index.ts';
import { normalize, withoutOrdinal } from '../text/normal.ts';
import { ownWords } from '../text/notes.ts';
import { type Breach, fix, message, type RepeatedBreach, type Rule, repeating, replace } from './rule.ts';
import { partsOf, rewriteParts } from './support/parts.ts';
import { otherPlaces } from './support/repeated.ts';

/** A row's label is the form's, but for spaces, brackets and the mark after its number. */
export const rowLabel: Rule = {
  id: 'row-label',
  severity: 'hint',
  fix: 'safe',
  example: { right: '2.其他法律行政法规禁止公开', wrong: '2.其他法律法规禁止公开' },
  *check(report: Report): Iterable<Breach | RepeatedBreach> {
    for (const table of report.flawedTables) {
      const misnumbered = repeating<TableLine>((lines) =>
        lines.length >= FEWEST_TOGETHER
          ? [manyLabels(report, lines)]
          : lines.map((line) => oneLabel(report, line)),
      );
      for (const line of table.lines) {
        if (line.wording !== 'other' || line.label.length === 0) continue;
        yield differsInOrdinal(line) ? misnumbered(line.label[0]!, line) : oneLabel(report, line);
      }
    }
  },
};

/** So many labels with other numbers in front, or none, have one cause. */
const FEWEST_TOGETHER = 3;

function differsInOrdinal({ labelText, form }: TableLine): boolean {
  return withoutNumber(labelText) === withoutNumber(form.label);
}

function withoutNumber(label: string): string {
  return withoutOrdinal(normalize(label)).replace(/^\d/, '');
}

function oneLabel(report: Report, line: TableLine): Breach {
  const args = { expected: line.form.label, found: line.labelText };
  const edits = labelEdits(report, line);
  return {
    span: line.label[0]!,
    message: message('finding.row-label', args),
    fixes: edits.length > 0 ? [fix('fix.replace', args, true, edits)] : [],
  };
}

function manyLabels(report: Report, lines: readonly [TableLine, ...TableLine[]]): Breach {
  const say = ({ form, labelText }: TableLine): { expected: string; found: string } => ({
    expected: form.label,
    found: labelText,
  });
  const [first] = lines;
  const edits = lines.flatMap((line) => labelEdits(report, line));
  return {
    span: first.label[0]!,
    message: message('finding.row-label.many', { ...say(first), count: lines.length }),
    related: otherPlaces(
      lines,
      ({ label }) => label[0]!,
      (line) => message('finding.row-label', say(line)),
    ),
    fixes: edits.length > 0 ? [fix('fix.row-labels', { count: lines.length }, true, edits)] : [],
  };
}

function labelEdits(report: Report, line: TableLine): TextEdit[] {
  return line.mayGoOn ? [] : rewording(report, line);
}

/** Edits that make a label the form's: of its own words only, where tags, numbers or notes stand beside them. */
function rewording(report: Report, { label, form }: TableLine): TextEdit[] {
  const parts = label.flatMap((span) => partsOf(report, span));
  const { source } = report;
  const text = parts.map(({ start, end }) => source.text.slice(start, end)).join('');
  const own = ownWords(text, form.label.endsWith('）'));
  const [first, ...others] = parts;
  if (!first) return [];
  if (others.length === 0)
    return [replace({ start: first.start + own.start, end: first.start + own.end }, form.label)];
  const wanted = (text.slice(0, own.start) + form.label + text.slice(own.end)).replace(/\s/g, '');
  return rewriteParts(source.text, parts, wanted);
}
