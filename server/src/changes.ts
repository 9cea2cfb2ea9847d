/** The list of changes: what is to be done by hand where somebody else keeps the document, a line a change. */
import type { Place } from './formats/model.ts';
import { type Locale, translate } from './l10n.ts';
import { namePlace, sayPlace } from './places.ts';
import { printable } from './printable.ts';
import type { Finding, ReportAnalysis, Span, TextEdit, TextKey } from './report/model/index.ts';
import { formatChineseOrdinal } from './report/text/chineseNumerals.ts';

/** A text that is to be changed. */
export interface ChangedText {
  readonly analysis: ReportAnalysis;
  /** Where an offset stands in the document that the text was read from; only of one that is no text itself. */
  readonly placeOf?: ((offset: number) => Place) | undefined;
}

const LONGEST_EXCERPT = 40;

interface Change {
  readonly edit: TextEdit;
  readonly isCertain: boolean;
}

/** What the best fixes change, each place once, in order of their place; what is not certain says so. */
export function listFixes(text: ChangedText, locale: Locale): readonly string[] {
  return fixedPlaces(text.analysis.findings).map((change) => sayChange(change, text, locale));
}

/**
 * What was changed already.
 *
 * @param edits of the text as it was, in order, each within a cell or paragraph or else over whole lines
 */
export function listEdits(text: ChangedText, edits: readonly TextEdit[], locale: Locale): readonly string[] {
  const { source } = text.analysis;
  return edits.map((edit) => {
    const whole = widened(source.text, edit);
    return sayChange({ edit: whole, isCertain: true }, text, locale);
  });
}

function fixedPlaces(findings: readonly Finding[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const { fixes } of findings) {
    const [best] = fixes;
    for (const edit of best?.edits ?? []) {
      const key = `${edit.span.start} ${edit.span.end}`;
      if (!changes.has(key)) changes.set(key, { edit, isCertain: best?.safe === true });
    }
  }
  return [...changes.values()].sort((a, b) => a.edit.span.start - b.edit.span.start);
}

function sayChange({ edit, isCertain }: Change, text: ChangedText, locale: Locale): string {
  const { source } = text.analysis;
  const found = shortened(source.text.slice(edit.span.start, edit.span.end));
  const expected = shortened(edit.newText);
  const key = kindOfChange(edit, found);
  const blank = translate({ key: 'changes.blank', args: {} }, locale);
  const place = sayWhere(edit.span, text, locale);
  const args = { place, found: found || blank, expected: expected || blank };
  const line = translate({ key, args }, locale);
  return printable(isCertain ? line : translate({ key: 'changes.unsure', args: { line } }, locale));
}

/** Lines that are put in are said so, one or several. */
function kindOfChange({ newText }: TextEdit, found: string): TextKey {
  if (newText.trim().includes('\n')) return 'changes.insert';
  return found === '' && newText.includes('\n') ? 'changes.insertLine' : 'changes.change';
}

/** By table, row and column; else by section, and the document's paragraph or the text's line. */
function sayWhere({ start }: Span, { analysis, placeOf }: ChangedText, locale: Locale): string {
  const named = namePlace(placeOf?.(start) ?? {}, analysis, start);
  if (named.table !== undefined) return sayPlace(named, locale);
  const line = { key: 'place.line', args: { value: analysis.source.positionAt(start).line + 1 } } as const;
  const place = Object.keys(named).length > 0 ? sayPlace(named, locale) : translate(line, locale);
  const section = analysis.sections.find(({ span, body }) => span.start <= start && start <= body.end);
  return section ? `${formatChineseOrdinal(section.ordinal)}、${section.title} · ${place}` : place;
}

/** The first line that says anything, made to fit. */
function shortened(text: string): string {
  const plain = text.trim().split('\n', 1)[0] ?? '';
  return plain.length > LONGEST_EXCERPT ? `${plain.slice(0, LONGEST_EXCERPT)}…` : plain;
}

const BORDER = /[\t\n]/;
const OF_NUMBER = /[\d.,%]/;

/** An edit of the whole cell or, in a paragraph, of the whole number: what a reader takes for one thing. */
function widened(text: string, { span, newText }: TextEdit): TextEdit {
  const isInRow = wholeLine(text, span).includes('\t');
  const goesOn = (mark: string | undefined): boolean =>
    mark !== undefined && mark !== '' && (isInRow ? !BORDER.test(mark) : OF_NUMBER.test(mark));
  let { start, end } = span;
  while (goesOn(text[start - 1])) start--;
  while (goesOn(text[end])) end++;
  const before = text.slice(start, span.start);
  return { span: { start, end }, newText: before + newText + text.slice(span.end, end) };
}

function wholeLine(text: string, { start, end }: Span): string {
  const next = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next);
}
