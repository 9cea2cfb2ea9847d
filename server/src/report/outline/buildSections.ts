/** Sections with what stands below their headings: topics and tables. */
import type { Section, StatutoryForm, Table, TopicForm } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import type { SectionHeading } from './sections.ts';
import { readTopics } from './topics.ts';

/** The sections with what stands below them; tables are given out in one walk, since both come in order. */
export function buildSections(
  headings: readonly SectionHeading[],
  lines: readonly Line[],
  tables: readonly Table[],
  textEnd: number,
  form: StatutoryForm,
): Section[] {
  const topicsOf = new Map<string | null, readonly TopicForm[]>(
    form.sections.map(({ id, topics }) => [id, topics]),
  );
  let next = 0;
  return headings.map((heading, index) => {
    const following = headings[index + 1];
    const end = following ? following.line.raw.start : textEnd;
    const own: Table[] = [];
    for (; next < tables.length && tables[next]!.span.start < end; next++) {
      if (tables[next]!.span.start >= heading.line.raw.end) own.push(tables[next]!);
    }
    return buildSection(heading, following, lines, own, end, topicsOf.get(heading.id) ?? []);
  });
}

function buildSection(
  heading: SectionHeading,
  next: SectionHeading | undefined,
  lines: readonly Line[],
  tables: readonly Table[],
  end: number,
  topics: readonly TopicForm[],
): Section {
  const { line, lastLine } = heading;
  const body = { start: lastLine.raw.end, end };
  const below = lines.slice(lastLine.index + 1, next ? next.line.index : lines.length);
  const own = tables.length === 0 ? below : outside(tables, below);
  return {
    id: heading.id,
    ordinal: heading.ordinal,
    title: heading.title,
    span: { start: line.span.start, end: lastLine.span.end },
    ordinalSpan: heading.ordinalSpan,
    hasNumeral: heading.hasNumeral,
    titleSpan: heading.titleSpan,
    level: heading.level,
    wording: heading.wording,
    body,
    topics: readTopics(own, topics, body.end),
    tables,
  };
}

/** The lines that stand in no table: a row label such as （一）予以公开 is no topic. Both come in order. */
function outside(tables: readonly Table[], lines: readonly Line[]): readonly Line[] {
  let next = 0;
  return lines.filter(({ span }) => {
    while (next < tables.length && tables[next]!.span.end <= span.start) next++;
    const table = tables[next];
    return !table || span.end <= table.span.start;
  });
}
