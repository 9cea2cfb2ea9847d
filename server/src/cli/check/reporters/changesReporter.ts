/** The list of changes: what is to be done by hand where somebody else keeps the document, a line a change. */
import { printable } from '../../../printable.ts';
import type { Finding, Span, TextEdit } from '../../../report/model/index.ts';
import { namePlace, sayPlace } from '../../places.ts';
import { translate } from '../../texts.ts';
import type { CheckedReport } from '../checkedReport.ts';
import { printableName, type Reporter, type ReporterSettings } from './reporter.ts';

const LONGEST_EXCERPT = 40;

interface Change {
  readonly edit: TextEdit;
  readonly isSafe: boolean;
}

/** By file, in order of their place; what is not certain says so. */
export function changesReporter({ locale }: ReporterSettings): Reporter {
  return {
    head: '',
    separator: '',
    render: (checked) => {
      const changes = changesOf(checked.analysis.findings);
      const lines = changes.map((change) => `  ${lineOf(change, checked, locale)}\n`);
      return lines.length === 0 ? [] : [`${printableName(checked.file)}\n`, ...lines];
    },
    tail: ({ isEmpty }) => (isEmpty ? `${translate({ key: 'cli.changes.none', args: {} }, locale)}\n` : ''),
  };
}

/** What the best fixes change, each place once. */
function changesOf(findings: readonly Finding[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { fixes } of findings) {
    const [best] = fixes;
    for (const edit of best?.edits ?? []) {
      const key = `${edit.span.start} ${edit.span.end}`;
      if (!changes.has(key)) changes.set(key, { edit, isSafe: best?.safe === true });
    }
  }
  return [...changes.values()].sort((a, b) => a.edit.span.start - b.edit.span.start);
}

function lineOf(
  { edit, isSafe }: Change,
  checked: CheckedReport,
  locale: ReporterSettings['locale'],
): string {
  const { text } = checked.analysis.source;
  const found = excerptOf(text.slice(edit.span.start, edit.span.end));
  const expected = excerptOf(edit.newText);
  const isInsertion =
    edit.newText.trim().includes('\n') ||
    (found === '' && checked.analysis.source.lineBreak === edit.newText);
  const key = isInsertion ? 'cli.changes.insert' : 'cli.changes.change';
  const blank = translate({ key: 'cli.changes.blank', args: {} }, locale);
  const args = {
    place: placeOf(edit.span, checked, locale),
    found: found || blank,
    expected: expected || blank,
  };
  const line = translate({ key, args }, locale);
  return printable(isSafe ? line : translate({ key: 'cli.changes.unsure', args: { line } }, locale));
}

function placeOf(
  { start }: Span,
  { analysis, placeOf }: CheckedReport,
  locale: ReporterSettings['locale'],
): string {
  const named = namePlace(placeOf?.(start) ?? {}, analysis, start);
  if (Object.keys(named).length > 0) return sayPlace(named, locale);
  const line = analysis.source.positionAt(start).line + 1;
  return translate({ key: 'cli.place.line', args: { value: line } }, locale);
}

/** The first line that says anything, made to fit. */
function excerptOf(text: string): string {
  const plain = text.trim().split('\n', 1)[0] ?? '';
  return plain.length > LONGEST_EXCERPT ? `${plain.slice(0, LONGEST_EXCERPT)}…` : plain;
}
