/** The prose of a report: paragraphs as a reader sees them, whatever line breaks and markup lie between. */
import type { ProseParagraph, Section, Table, Title, Topic } from '../model/index.ts';
import { isPageFooter } from '../text/footer.ts';
import type { Line } from '../text/lines.ts';
import { firstPlace } from '../text/search.ts';

const SENTENCE_END = /[。！？!?；;…”）)]$/;
/** No paragraph is as long; what is, is no prose. */
const LONGEST = 20_000;

export interface ProseSource {
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly title: Title | null;
  /** Where the first section or table begins. */
  readonly preambleEnd: number;
}

/**
 * The paragraphs of a report, headings and tables left out: lines that a converter broke are put together. Sections and
 * tables come in order; one walk over the lines.
 */
export function joinProse({ lines, sections, tables, title, preambleEnd }: ProseSource): ProseParagraph[] {
  const finder = new ParagraphFinder(tables);
  const preamble = { id: null, topics: [], body: { start: title?.span.end ?? 0, end: preambleEnd } };
  for (const section of [preamble, ...sections]) {
    const { start, end } = section.body;
    const first = firstPlace(lines.length, (at) => lines[at]!.raw.start >= start);
    for (let index = first; index < lines.length && lines[index]!.raw.start < end; index++)
      finder.add(lines[index]!, section);
    finder.close(section, end < lines.at(-1)!.raw.end);
  }
  return finder.paragraphs;
}

type Part = Pick<Section, 'id' | 'topics'>;

/** Puts lines together: a paragraph ends at a blank line behind a sentence's end, at a topic, at a table. */
class ParagraphFinder {
  readonly paragraphs: ProseParagraph[] = [];
  readonly #tables: readonly Table[];
  #table = 0;
  #lines: Line[] = [];
  #length = 0;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  add(line: Line, part: Part): void {
    if (this.#isInTable(line)) this.close(part, true);
    else if (line.text === '') {
      const last = this.#lines.at(-1);
      if (last && SENTENCE_END.test(last.text)) this.close(part, false);
    } else if (!isPageFooter(line.text)) {
      const topic = part.topics.find(({ span }) => span.start === line.span.start);
      if (this.#length > LONGEST || topic) this.close(part, topic !== undefined);
      if (topic && isHeadingAlone(topic, line)) return;
      this.#lines.push(line);
      this.#length += line.text.length;
    }
  }

  close({ id, topics }: Part, isClosed: boolean): void {
    if (this.#lines.length === 0) return;
    if (this.#length <= LONGEST) {
      const span = { start: this.#lines[0]!.span.start, end: this.#lines.at(-1)!.span.end };
      const topic = topics.find(({ body }) => body.start <= span.start && span.start < body.end);
      this.paragraphs.push({ lines: this.#lines, span, section: id, topic: topic?.id ?? null, isClosed });
    }
    this.#lines = [];
    this.#length = 0;
  }

  #isInTable({ span }: Line): boolean {
    const tables = this.#tables;
    while (this.#table < tables.length && tables[this.#table]!.span.end <= span.start) this.#table++;
    return this.#table < tables.length && tables[this.#table]!.span.start <= span.start;
  }
}

/** Whether a topic's heading is all of its line, and tells no number: words do not go on behind it. */
function isHeadingAlone({ span }: Topic, line: Line): boolean {
  return span.end >= line.span.end && !/\d/.test(line.text);
}
