/** The prose of a report: paragraphs as a reader sees them, whatever line breaks and markup lie between. */
import type { Section, SectionId, Span, StatutoryForm, Table, Topic, TopicId } from '../model/index.ts';
import { isPageFooter } from '../text/footer.ts';
import type { Line } from '../text/lines.ts';
import { simplified } from '../text/normal.ts';
import { firstPlace } from '../text/search.ts';
import { isJoint, isUnusual } from './marks.ts';

const SENTENCE_END = /[。！？!?；;…”）)]$/;
/** No paragraph is as long; what is, is no prose. */
const LONGEST = 20_000;

/**
 * The paragraphs; what a section says of problems and plans is about no table. Sections and
 * tables come in order; one walk over the lines.
 */
export function findParagraphs(
  lines: readonly Line[],
  sections: readonly Section[],
  tables: readonly Table[],
  form: StatutoryForm,
): Stretch[] {
  const finder = new ParagraphFinder(tables);
  const spoken = new Set<SectionId | null>(form.sections.filter(({ isPlan }) => !isPlan).map(({ id }) => id));
  for (const section of sections) {
    if (!spoken.has(section.id)) continue;
    for (
      let index = firstPlace(lines.length, (at) => lines[at]!.raw.start >= section.body.start);
      index < lines.length;
      index++
    ) {
      const line = lines[index]!;
      if (line.raw.start >= section.body.end) break;
      finder.add(line, section);
    }
    finder.close(section);
  }
  return finder.paragraphs;
}

/** Puts lines together: a paragraph ends at a blank line behind a sentence's end, at a topic, at a table. */
class ParagraphFinder {
  readonly paragraphs: Stretch[] = [];
  readonly #tables: readonly Table[];
  #table = 0;
  #lines: Line[] = [];
  #length = 0;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  add(line: Line, section: Section): void {
    if (this.#isInTable(line)) this.close(section);
    else if (line.text === '') {
      const last = this.#lines.at(-1);
      if (last && SENTENCE_END.test(last.text)) this.close(section);
    } else if (!isPageFooter(line.text)) {
      const topic = this.#topicAt(line, section);
      if (this.#length > LONGEST || topic) this.close(section);
      if (topic && isHeadingAlone(topic, line)) return;
      this.#lines.push(line);
      this.#length += line.text.length;
    }
  }

  close(section: Section): void {
    if (this.#lines.length === 0) return;
    if (this.#length <= LONGEST) this.paragraphs.push(stretchOf(this.#lines, this.#length, section));
    this.#lines = [];
    this.#length = 0;
  }

  #isInTable({ span }: Line): boolean {
    const tables = this.#tables;
    while (this.#table < tables.length && tables[this.#table]!.span.end <= span.start) this.#table++;
    return this.#table < tables.length && tables[this.#table]!.span.start <= span.start;
  }

  #topicAt({ span }: Line, { topics }: Section): Topic | undefined {
    return topics.find((topic) => topic.span.start === span.start);
  }
}

/** Whether a topic's heading is all of its line, and tells no number: words do not go on behind it. */
function isHeadingAlone({ span }: Topic, line: Line): boolean {
  return span.end >= line.span.end && !/\d/.test(line.text);
}

function stretchOf(lines: readonly Line[], length: number, section: Section): Stretch {
  const { start } = lines[0]!.span;
  const { end } = lines.at(-1)!.span;
  const topic = section.topics.find(({ body }) => body.start <= start && start < body.end);
  return { lines, start, end, length, section: section.id!, topic: topic?.id ?? null };
}

export interface Paragraph {
  /** Without white space, markup and quotation marks, in simplified characters and plain digits. */
  readonly text: string;
  /** Where its first character stands in the source. */
  readonly start: number;
  /** Where something was left out: in turns a place in the text, and how much farther it and what follows stand behind
   * `start` in the source than in the text. */
  readonly gaps: readonly number[];
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The lines of a paragraph. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
  /** How many characters its lines have. */
  readonly length: number;
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The place in the source of a stretch of a paragraph's text that is not empty. */
export function sourceSpan({ gaps, start }: Paragraph, from: number, to: number): Span {
  return { start: start + from + shiftAt(gaps, from), end: start + to + shiftAt(gaps, to - 1) };
}

function shiftAt(gaps: readonly number[], place: number): number {
  const behind = firstPlace(gaps.length / 2, (at) => gaps[2 * at]! > place);
  return behind === 0 ? 0 : gaps[2 * behind - 1]!;
}

/** What a hyphen is that begins a line: it joins nothing. */
const BULLET = '•';

/**
 * The words of a paragraph, as they are looked at.
 */
export function readParagraph({ lines, start, section, topic }: Stretch): Paragraph {
  const gaps: number[] = [];
  let read = '';
  for (const { text, span } of lines) {
    const offset = span.start - start;
    if (offset > 0) addGap(gaps, read.length, offset - read.length);
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isBullet = at === 0 && isJoint(code);
      if (!isBullet && !isUnusual(code)) continue;
      const plain = isBullet ? BULLET : plainCharacter(code);
      read += text.slice(from, at) + plain;
      from = at + 1;
      if (plain === '') addGap(gaps, read.length, offset + from - read.length);
    }
    read += text.slice(from);
  }
  return { text: read, start, gaps, section, topic };
}

function addGap(gaps: number[], place: number, shift: number): void {
  const last = gaps.length - 2;
  if (last >= 0 && gaps[last] === place) gaps[last + 1] = shift;
  else gaps.push(place, shift);
}

/** What an unusual character is read as; '' for one that is passed over. */
function plainCharacter(code: number): string {
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  const written = String.fromCharCode(code);
  const radical = code >= 0x2e80 && code <= 0x2fdf ? written.normalize('NFKC') : '';
  const folded = radical.length === 1 ? radical : written;
  return simplified.get(folded) ?? (radical === '' ? '' : folded);
}
