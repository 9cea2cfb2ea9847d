/** What a safe fix promises, told without any of the program's own rooms that keep it. */
import assert from 'node:assert/strict';
import { analyze, type ReusableAnalysis } from '../../../server/src/report/analyze.ts';
import { applySafeFixes } from '../../../server/src/report/edit/fixes.ts';
import { forms } from '../../../server/src/report/form/index.ts';
import type { Finding, ReportAnalysis } from '../../../server/src/report/model/index.ts';
import type { Random } from './random.ts';
import { balanceRules } from './report.ts';
import { rewriting, targets } from './rewriting.ts';

const read = (text: string): ReusableAnalysis => analyze(text, { assumeReport: true });

/** Every wording of a label or title that is known, groups in front included, without spaces and widths of marks. */
const known: readonly string[] = forms.flatMap(({ tables, sections }) => [
  ...tables.flatMap(({ lines }) =>
    lines.flatMap(({ groups, label, accepted, recognised }) =>
      [label, ...accepted, ...recognised].map((words) => plain(groups.join('') + words)),
    ),
  ),
  ...sections.flatMap(({ title, accepted, hinted }) => [title, ...accepted, ...hinted].map(plain)),
]);

/** What was done to a text. */
export interface Outcome {
  readonly text: string;
  readonly count: number;
}

/** Makes all safe fixes and asserts that nothing got lost, that they have an end, and that they are the same however read. */
export function assertSafe(text: string): Outcome {
  const before = read(text);
  const fixed = applySafeFixes(text, read);
  assertSameLines(text, fixed.text, totalsOf(before));
  const again = applySafeFixes(fixed.text, read);
  assert.equal(again.count, 0, 'a second run goes on');
  if (fixed.count > 0)
    assert.equal(said(read(fixed.text)), said(analyze(fixed.text, { assumeReport: true, previous: before })));
  for (const finding of before.findings) assertSoundFixes(text, finding);
  return fixed;
}

/** The numbers that a balance finding would put right by itself, so that their digits may change. */
function totalsOf({ findings }: ReportAnalysis): number {
  return findings.filter(({ rule, fixes }) => balanceRules.has(rule) && fixes.some(({ safe }) => safe))
    .length;
}

/** @param totals how many numbers may be others afterwards */
function assertSameLines(before: string, after: string, totals: number): void {
  if (before === after) return;
  const [own, now] = [before, after].map((text) => text.split(/\r\n?|\n/));
  assert.equal(now!.length, own!.length, 'a line is gone');
  let others = 0;
  for (const [index, line] of own!.entries()) {
    const fixed = now![index]!;
    if (line === fixed) continue;
    others += countOthers(line, fixed);
    assertSameWords(line, fixed);
    assertSameMarks(line, fixed);
  }
  // A total that is put right can make another one provable in the next round, but no number changes for nothing.
  assert.ok(
    others === 0 || others <= Math.max(totals, 1),
    `${others} numbers are others, ${totals} totals are wrong`,
  );
}

const ORDINAL = /(?<=^|[^\p{L}\p{N}])[（(]?[1-9][）)]?[、.．](?=[\s"“]*\p{Script=Han})/gu;
/** How many numbers of a line are others; their digits may come together where they stood apart, but none may go. */
function countOthers(line: string, fixed: string): number {
  const [own, now] = [numbersOf(line), numbersOf(fixed)];
  if (own.join('') === now.join('')) return 0;
  assert.equal(own.length, now.length, `a number is gone: “${line}” → “${fixed}”`);
  return own.filter((number, at) => number !== now[at]).length;
}

/** The numbers of a line, in plain digits, without the ordinals of labels. */
function numbersOf(line: string): string[] {
  const half = line
    .replace(/<[^<>]*>/g, ' ')
    .normalize('NFKC')
    .replace(ORDINAL, '')
    .replace(/(?<=\d)(?:,|\s?\.\s?|\u200b|\u2060|\ufeff)(?=\d)/g, '');
  return half.match(/\d+/g) ?? [];
}

function assertSameWords(line: string, fixed: string): void {
  const now = plain(fixed);
  for (const [words] of line.matchAll(/[\p{Script=Han}]+/gu)) {
    const own = plain(words);
    const isKept = now.includes(own) || known.some((wording) => wording.includes(own));
    assert.ok(isKept || isWithin(own, now), `“${words}” is gone: “${line}” → “${fixed}”`);
  }
}

const MARKS = /[[\]*†‡§^¹²³①-⑳|\t<>\\]/g;

function assertSameMarks(line: string, fixed: string): void {
  const marks = (text: string): string => (text.match(MARKS) ?? []).join('');
  assert.equal(marks(fixed), marks(line), `a mark is gone: “${line}” → “${fixed}”`);
}

function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** No fix that changes nothing, and none with two edits at one place. */
function assertSoundFixes(text: string, { rule, fixes }: Finding): void {
  for (const { edits } of fixes) {
    assert.ok(edits.length > 0, `a fix of ${rule} has no edit`);
    const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
    for (const [index, { span, newText }] of inOrder.entries()) {
      const before = inOrder[index - 1];
      assert.notEqual(text.slice(span.start, span.end), newText, `a fix of ${rule} changes nothing`);
      assert.ok(
        !before || (before.span.end <= span.start && before.span.start < span.start),
        `two edits of ${rule} at one place`,
      );
    }
  }
}

/** Findings and fixes in one string. */
function said({ findings }: ReportAnalysis): string {
  return JSON.stringify(findings);
}

/** Writes the tables anew in some layout and asserts that every word and number is there afterwards. */
export function assertRewritable(text: string, random: Random): void {
  const target = targets[random(targets.length)]!;
  const labels =
    target === 'tidy'
      ? read(text).tables.flatMap(({ lines, duplicates }) =>
          [...lines, ...duplicates.map(({ line }) => line)].map(({ labelText }) => labelText),
        )
      : [];
  for (const { span, newText } of rewriting(text, target).edits) {
    const own = text.slice(span.start, span.end).replace(FOOTER, '');
    const now = wordsOf(newText + labels.join('')).join('');
    for (const word of wordsOf(own))
      assert.ok(now.includes(word), `${target}: “${word}” is gone from ${JSON.stringify(own)}`);
  }
}

const TAG = /<\/?[a-z][a-z0-9:]*(?:\s+[a-z:-]+(?:="[^"<>]*")?)*\s*\/?>/gi;
/** A page's number between dashes, or alone beside a form feed. */
const FOOTER = /^[ \t\f]*[-—–][ \t]*\d{1,4}[ \t]*[-—–][ \t]*$|^[ \t]*\d{1,4}\s*\f|\f\s*\d{1,4}[ \t]*$/gm;

/** The words and numbers of a text, tags left out; in pieces where lines or cells end. */
function wordsOf(text: string): string[] {
  const shown = text
    .replace(TAG, '\n')
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return shown.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}
