/** The sections of a report, from its Chinese numerals and titles. */

import type { Section, SectionForm, SectionId, StatutoryForm } from '../model/index.ts';
import type { Grid } from '../tables/layouts/grid.ts';
import type { Page } from '../tables/layouts/page.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';
import { type HeadingLine, readLooseHeading, readSectionHeading } from './headings.ts';
import { matchTitle } from './sectionTitles.ts';
import { topicsAmong } from './topicsAmong.ts';

/** A section's heading, before the text below it has been looked at. */
export interface SectionHeading extends HeadingLine {
  readonly id: SectionId | null;
  readonly wording: Section['wording'];
  /** Where it ends: its own line, or the next where a narrow page broke its title. */
  readonly lastLine: Line;
}

const DISTINCT_MARK = 3;
const LONGEST_REST = 20;

/**
 * The section headings in document order. A line counts as one when its title is the form's or a known variant;
 * a title that only speaks of a section's subject counts when no better line does and its number agrees.
 */
export function readSections(
  page: Page,
  form: StatutoryForm,
  isRowLabel: (normal: string) => boolean,
): SectionHeading[] {
  const { lines } = page;
  const known: SectionHeading[] = [];
  const doubtful: HeadingLine[] = [];
  for (const line of lines) {
    const candidate = readSectionHeading(line);
    if (!candidate) continue;
    const match = matchTitle(normalize(candidate.title), form.sections);
    const heading = match ? named(candidate, match.id, match.wording) : readBroken(candidate, lines, form);
    if (heading) known.push(heading);
    else if (!line.text.endsWith('。') && !isRowLabel(normalize(line.text))) doubtful.push(candidate);
  }
  const numbered = [...known, ...acceptedAmong(doubtful, known, form)];
  const present = new Set(numbered.map(({ id }) => id));
  const isTopic = topicsAmong(lines, numbered, form);
  const found = [...numbered, ...readUnnumbered(lines, form, present, isTopic)];
  const inOrder = found.sort((a, b) => a.line.index - b.line.index);
  return inOrder.length > form.sections.length ? withoutContents(inOrder, page) : inOrder;
}

/** Of headings with other titles those that speak of a section that no better line names, and further sections. */
function acceptedAmong(
  doubtful: readonly HeadingLine[],
  known: readonly SectionHeading[],
  form: StatutoryForm,
): SectionHeading[] {
  const present = new Set(known.map(({ id }) => id));
  const levels = new Set(known.map(({ level }) => level));
  const accepted: SectionHeading[] = [];
  for (const candidate of doubtful) {
    const id = subjectOf(candidate, form);
    if (id ? present.has(id) : !isAdditional(candidate, form, levels)) continue;
    present.add(id);
    accepted.push(named(candidate, id, 'unknown'));
  }
  return accepted;
}

/** So many headings one below the other, with nothing between them, are a list of contents. */
const FEWEST_OF_CONTENTS = 3;

/** Without a list of contents: headings with nothing below them, all of which come again, or all of which came before. */
function withoutContents(headings: readonly SectionHeading[], page: Page): SectionHeading[] {
  const kept: SectionHeading[] = [];
  const last = new Map(headings.map(({ id }, index) => [id, index]));
  const first = new Map(headings.map(({ id }, index) => [id, index] as const).reverse());
  const isBare = headings.map(bareIn(page));
  for (let from = 0; from < headings.length; ) {
    let to = from + 1;
    while (to < headings.length && isBare[to - 1]) to++;
    const run = headings.slice(from, to);
    const comesAgain = run.every(({ id }) => last.get(id)! >= to);
    const cameBefore = run.every(({ id }) => first.get(id)! < from);
    const isContents = run.length >= FEWEST_OF_CONTENTS && (comesAgain || cameBefore);
    if (!isContents) for (const heading of run) kept.push(heading);
    from = to;
  }
  return kept;
}

/** Whether nothing stands between a heading and the next one; asked in their order. */
function bareIn({ lines, grids }: Page) {
  let grid = 0;
  return ({ lastLine }: SectionHeading, at: number, headings: readonly SectionHeading[]): boolean => {
    const end = headings[at + 1]?.line.index ?? lines.length;
    for (let index = lastLine.index + 1; index < end; index++) if (lines[index]!.text !== '') return false;
    // An HTML table leaves only blanks on its lines.
    const isAbove = ({ rows }: Grid): boolean => (rows[0]?.span.start ?? 0) < lastLine.span.end;
    while (grid < grids.length && isAbove(grids[grid]!)) grid++;
    const below = grids[grid]?.rows[0]?.span.start ?? Number.POSITIVE_INFINITY;
    return below >= (lines[end]?.span.start ?? Number.POSITIVE_INFINITY);
  };
}

/**
 * The form's titles on lines of their own under another number or none, of sections that are nowhere else: the last
 * of each, since a list of contents comes first.
 */
function readUnnumbered(
  lines: readonly Line[],
  form: StatutoryForm,
  present: ReadonlySet<SectionId | null>,
  isTopic: (heading: HeadingLine, section: SectionForm) => boolean,
): SectionHeading[] {
  const absent = new Map(form.sections.filter(({ id }) => !present.has(id)).map((each) => [each.id, each]));
  const found: SectionHeading[] = [];
  for (let index = lines.length - 1; index >= 0 && absent.size > 0; index--) {
    const candidate = readLooseHeading(lines[index]!);
    const match = candidate && matchTitle(normalize(candidate.title), form.sections);
    const section = match && match.wording !== 'hinted' ? absent.get(match.id) : undefined;
    if (!candidate || !match || !section || isTopic(candidate, section)) continue;
    absent.delete(match.id);
    found.push({ ...named(candidate, match.id, match.wording), ordinal: section.ordinal });
  }
  return found;
}

function named(
  { line, ordinal, ordinalSpan, hasNumeral, title, titleSpan, level, isBold }: HeadingLine,
  id: SectionId | null,
  wording: Section['wording'],
): SectionHeading {
  return {
    line,
    ordinal,
    ordinalSpan,
    hasNumeral,
    title,
    titleSpan,
    level,
    isBold,
    id,
    wording,
    lastLine: line,
  };
}

/** A title that goes on in the next line and is known as a whole. */
function readBroken(
  candidate: HeadingLine,
  lines: readonly Line[],
  form: StatutoryForm,
): SectionHeading | null {
  const lastLine = lines[candidate.line.index + 1];
  if (!lastLine || lastLine.text === '' || lastLine.text.length > LONGEST_REST) return null;
  const title = candidate.title + lastLine.text;
  const match = matchTitle(normalize(title), form.sections);
  const titleSpan = { start: candidate.titleSpan.start, end: lastLine.span.end };
  return match ? { ...named(candidate, match.id, match.wording), title, titleSpan, lastLine } : null;
}

function subjectOf(candidate: HeadingLine, form: StatutoryForm): SectionId | null {
  const expected = form.sections[candidate.ordinal - 1];
  return expected?.subject?.test(normalize(candidate.title)) ? expected.id : null;
}

/** A seventh section, or one marked as a heading just as the known ones are. */
function isAdditional(candidate: HeadingLine, form: StatutoryForm, levels: ReadonlySet<number>): boolean {
  if (candidate.level > 0) return candidate.level < DISTINCT_MARK && levels.has(candidate.level);
  return (
    candidate.ordinal > form.sections.length && candidate.title.length <= 20 && !/[，,]/.test(candidate.title)
  );
}
