/** The prose of a report: paragraphs as a reader sees them, whatever line breaks and markup lie between. */
import type { Section, SectionId, StatutoryForm, Table, Topic } from '../model/index.ts';
import { isPageFooter } from '../text/footer.ts';
import type { Line } from '../text/lines.ts';
import type { Stretch } from './paragraph.ts';

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
    for (let index = lineFrom(lines, section.body.start); index < lines.length; index++) {
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

/** The first line that begins at an offset or behind it. */
function lineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.raw.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stretchOf(lines: readonly Line[], length: number, section: Section): Stretch {
  const { start } = lines[0]!.span;
  const { end } = lines.at(-1)!.span;
  const topic = section.topics.find(({ body }) => body.start <= start && start < body.end);
  return { lines, start, end, length, section: section.id!, topic: topic?.id ?? null };
}
