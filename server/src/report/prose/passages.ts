/** The prose of a report: paragraphs as a reader sees them, whatever line breaks and markup lie between. */
import type { Section, SectionId, StatutoryForm, Table } from '../model/index.ts';
import { isPageFooter } from '../text/footer.ts';
import type { Line } from '../text/lines.ts';
import { firstPlace } from '../text/search.ts';
import { mayTell } from './glimpse.ts';
import type { Stretch } from './paragraph.ts';

const SENTENCE_END = /[。！？!?；;…”）)]$/;
/** No paragraph is as long; what is, is no prose. */
const LONGEST = 20_000;

/**
 * The paragraphs that may speak of a number; what a section says of problems and plans is about no table. Sections and
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
  #isCandidate = false;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  add(line: Line, section: Section): void {
    if (this.#isInTable(line)) this.close(section);
    else if (line.text === '') {
      const last = this.#lines.at(-1);
      if (last && SENTENCE_END.test(last.text)) this.close(section);
    } else if (!isPageFooter(line.text)) {
      if (this.#length > LONGEST || this.#startsAfresh(line, section)) this.close(section);
      this.#lines.push(line);
      this.#length += line.text.length;
      this.#isCandidate ||= this.#length <= LONGEST && mayTell(line.text);
    }
  }

  close(section: Section): void {
    if (this.#lines.length === 0) return;
    if (this.#isCandidate && this.#length <= LONGEST)
      this.paragraphs.push(stretchOf(this.#lines, this.#length, section));
    this.#lines = [];
    this.#length = 0;
    this.#isCandidate = false;
  }

  #isInTable({ span }: Line): boolean {
    const tables = this.#tables;
    while (this.#table < tables.length && tables[this.#table]!.span.end <= span.start) this.#table++;
    return this.#table < tables.length && tables[this.#table]!.span.start <= span.start;
  }

  #startsAfresh({ span }: Line, { topics }: Section): boolean {
    return this.#lines.length > 0 && topics.some((topic) => topic.span.start === span.start);
  }
}

/** The first line that begins at an offset or behind it. */
function lineFrom(lines: readonly Line[], offset: number): number {
  return firstPlace(lines.length, (line) => lines[line]!.raw.start >= offset);
}

function stretchOf(lines: readonly Line[], length: number, section: Section): Stretch {
  const { start } = lines[0]!.span;
  const { end } = lines.at(-1)!.span;
  const topic = section.topics.find(({ body }) => body.start <= start && start < body.end);
  return { lines, start, end, length, section: section.id!, topic: topic?.id ?? null };
}
