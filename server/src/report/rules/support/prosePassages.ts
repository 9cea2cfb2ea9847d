/** What a report says in words: its text outside of tables, by section. */
import type { Report, SectionId } from '../../model/index.ts';

export interface ProsePassage {
  /** Where it begins in the report. */
  readonly start: number;
  readonly text: string;
  /** `null` for what stands in front of the first section, or in one that is none of the form's. */
  readonly section: SectionId | null;
}

export function prosePassages({ shown, sections, tables, preambleEnd }: Report): ProsePassage[] {
  const areas = [
    { section: null, start: 0, end: preambleEnd },
    ...sections.map(({ id, body }) => ({ section: id, ...body })),
  ];
  return areas.flatMap(({ section, start, end }) => {
    const inside = tables.filter(({ span }) => span.end > start && span.start < end);
    const starts = [start, ...inside.map(({ span }) => span.end)];
    const ends = [...inside.map(({ span }) => span.start), end];
    return starts.map((from, index) => ({ section, start: from, text: shown.text.slice(from, ends[index]) }));
  });
}
