/**
 * The gate that every fix passes on its way to a finding. What changes nothing or contradicts itself is not offered; a fix
 * stays safe only where all that its edits take away is accounted for, whatever the rule says that offers it.
 */
import { applyEdits } from './edit/fixes.ts';
import { isOneNumber, keepsAll, keepsLines } from './edit/losses.ts';
import { vocabularyOf } from './form/vocabulary.ts';
import type {
  Cell,
  Equation,
  Fix,
  Report,
  Section,
  Shown,
  Span,
  TableLine,
  TextEdit,
} from './model/index.ts';
import { isTotal } from './tables/repair/slips.ts';
import { parseOrdinal } from './text/chineseNumerals.ts';
import { normalize, withoutOrdinal } from './text/normal.ts';
import { marksBegin } from './text/notes.ts';
import { spansWithin } from './text/spans.ts';

/** The fixes that are offered, in their order, with the text's own line break for \n. */
export function admit(fixes: readonly Fix[], report: Report): readonly Fix[] {
  if (fixes.length === 0) return fixes;
  const { text, lineBreak } = report.source;
  return fixes.flatMap((fix) => {
    const edits = fix.edits
      .filter(({ span, newText }) => text.slice(span.start, span.end) !== newText)
      .map((edit) => withLineBreaks(edit, lineBreak));
    if (edits.length === 0 || !areApart(edits) || edits.some((edit) => takesGap(edit, report.shown)))
      return [];
    return { ...fix, edits, safe: fix.safe && isAccountedFor(edits, report) };
  });
}

function withLineBreaks(edit: TextEdit, lineBreak: string): TextEdit {
  return lineBreak === '\n' ? edit : { ...edit, newText: edit.newText.replaceAll('\n', lineBreak) };
}

/** Whether no two edits stand at one place or lie over each other. */
function areApart(edits: readonly TextEdit[]): boolean {
  if (edits.length === 1) return true;
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.every(({ start }, index) => {
    const before = spans[index - 1];
    return !before || (before.end <= start && before.start < start);
  });
}

/** A fix edits words, never a tag nor what is not shown; what a tag says of a cell's size may be edited. */
function takesGap({ span }: TextEdit, { tags, unseen }: Shown): boolean {
  if (span.start === span.end) return false;
  const isInside = (gap: Span): boolean => gap.start < span.start && span.end < gap.end;
  return [tags, unseen].some((gaps) => spansWithin(gaps, span).some((gap) => !isInside(gap)));
}

/** Whether nothing is lost: words and digits that go stand in what comes, or are the account of their own kind. */
function isAccountedFor(edits: readonly TextEdit[], report: Report): boolean {
  const ofLabels = new Map<TableLine, TextEdit[]>();
  for (const edit of edits) {
    const line = labelled(report, edit.span);
    if (line) ofLabels.set(line, [...(ofLabels.get(line) ?? []), edit]);
    else if (!isOwnAccount(edit, report)) return false;
  }
  return [...ofLabels].every(([line, own]) => keepsLabel(line, own, report));
}

/** An edit that stands for itself: a heading's mark, a title, a number, a total that is provably wrong. */
function isOwnAccount({ span, newText }: TextEdit, report: Report): boolean {
  const old = report.source.text.slice(span.start, span.end);
  if (HEADING_MARKS.test(old)) return HEADING_MARKS.test(newText);
  const section = report.sections.find(({ titleSpan }) => isSameSpan(titleSpan, span));
  if (section && isKnownTitle(section, old, report)) return keepsLines(old, newText);
  if (keepsAll(old, newText)) return !mayBeTwo(old, span, report);
  return isOneNumber(old) && !APART.test(old) && isWrongTotal(span, newText, report);
}

const APART = /[\d０-９]\s+[\d０-９]/;

/** Digits set apart are one number for certain only where a balance says so, if there is any that could. */
function mayBeTwo(old: string, span: Span, { equations }: Report): boolean {
  if (!APART.test(old)) return false;
  const own = equations.filter(({ form, table }) =>
    [...form.left, ...form.right].some((index) => isSameSpan(table.cells[index]!.span, span)),
  );
  return own.length > 0 && (own.some(({ holds }) => holds === false) || !own.some(({ holds }) => holds));
}

const HEADING_MARKS = /^#{1,6}$/;

function isKnownTitle({ id }: Section, title: string, { form }: Report): boolean {
  const own = form.sections.find((section) => section.id === id);
  return own !== undefined && [...own.hinted, ...own.accepted].some(isWording(normalize(title)));
}

function isWording(normal: string): (wording: string) => boolean {
  return (wording) => normalize(wording) === normal;
}

/** Whether a change of one total alone makes every balance rule hold, its own sum among them, and nothing else of that size does. */
function isWrongTotal(span: Span, newText: string, { faults }: Report): boolean {
  return faults.some(({ table, best, isCertain, equations }) => {
    if (best?.changes.length !== 1 || !isCertain || equations.some(hasDigitsApart)) return false;
    const { cell, to } = best.changes[0]!;
    if (!isSameSpan(cell.span, span) || !isTotal(table, cell) || newText !== String(to)) return false;
    return equations.some((equation) => isSumOf(equation, cell));
  });
}

/** Whether it says what a number is the sum of; where that could not be read, the number may be right and others wrong. */
function isSumOf({ form: { left, right } }: Equation, { form }: Cell): boolean {
  return [left, right].some((side) => side.length === 1 && side[0] === form.index);
}

/** Whether one of its numbers may be two: then it proves nothing. */
function hasDigitsApart({ form, table }: Equation): boolean {
  return [...form.left, ...form.right].some((index) => APART.test(table.cells[index]!.text));
}

/** The row whose label an edit lies in. */
function labelled({ flawedTables }: Report, { start, end }: Span): TableLine | undefined {
  for (const { lines, duplicates } of flawedTables)
    for (const line of duplicates.length === 0 ? lines : [...lines, ...duplicates.map((other) => other.line)])
      if (line.label.some((piece) => piece.start <= start && end <= piece.end)) return line;
  return undefined;
}

/** Whether a label keeps what is not its row's: in other known words, or the same ones and more, its notes behind it. */
function keepsLabel(line: TableLine, edits: readonly TextEdit[], report: Report): boolean {
  const { text } = report.source;
  const pieces = line.label.map((piece) => ({
    before: text.slice(piece.start, piece.end),
    after: editedPiece(text, piece, edits),
  }));
  if (!pieces.every(({ before, after }) => keepsLines(before, after))) return false;
  const before = pieces.map((piece) => piece.before).join('');
  const after = pieces.map((piece) => piece.after).join('');
  const marks = marksBegin(before);
  if (!after.endsWith(before.slice(marks))) return false;
  return isKnownLabel(before.slice(0, marks), line, report) || isSameLabel(before, after);
}

function editedPiece(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const own = edits.filter(({ span }) => start <= span.start && span.end <= end);
  const moved = own.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applyEdits(text.slice(start, end), moved);
}

function isKnownLabel(label: string, { form }: TableLine, report: Report): boolean {
  const words = vocabularyOf(report.form).words.get(normalize(label)) ?? [];
  return words.some((word) => word.kind === 'line' && word.line === form);
}

/** The same words and more behind the same ordinal, or behind none. */
function isSameLabel(before: string, after: string): boolean {
  const [own, wanted] = [normalize(before), normalize(after)];
  const [name, wantedName] = [withoutOrdinal(own), withoutOrdinal(wanted)];
  const ordinal = own.slice(0, own.length - name.length);
  const wantedOrdinal = wanted.slice(0, wanted.length - wantedName.length);
  const isSameOrdinal = ordinal === '' || parseOrdinal(ordinal) === parseOrdinal(wantedOrdinal);
  return isSameOrdinal && keepsAll(name, wantedName);
}

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
