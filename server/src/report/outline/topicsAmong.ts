/** Headings worded like a section that are a topic of the section they stand in: （一）主动公开政府信息情况 below 一、总体情况. */
import type { SectionForm, StatutoryForm, TopicForm } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';
import { type HeadingLine, ordinalOf, readTopicHeading, readUnnumberedTopic } from './headings.ts';
import { matchTitle } from './sectionTitles.ts';

/** A section's heading that is known by its numeral. */
interface Known {
  readonly id: string | null;
  readonly line: Line;
}

/**
 * Tells whether a heading that does not carry a section's numeral is a topic: it has the number of a topic that it speaks of
 * and not that of the section, or no number, and other topics behind it.
 */
export function topicsAmong(
  lines: readonly Line[],
  known: readonly Known[],
  form: StatutoryForm,
): (heading: HeadingLine, section: SectionForm) => boolean {
  const askedIn = new Map<string | null, readonly TopicForm[]>(
    form.sections.map(({ id, topics }) => [id, topics]),
  );
  return (heading, section) => {
    const { index } = heading.line;
    const around = known.findLast(({ line }) => line.index < index);
    const asked = (around && askedIn.get(around.id)) ?? [];
    if (asked.length === 0) return false;
    const ordinal = ordinalIn(heading);
    const title = normalize(heading.title);
    if (ordinal !== null)
      return (
        ordinal !== section.ordinal &&
        asked.some((topic) => topic.ordinal === ordinal && topic.subject.test(title))
      );
    const end = known.find(({ line }) => line.index > index)?.line.index ?? lines.length;
    return namesTopic(lines.slice(index + 1, end), asked, form.sections);
  };
}

/** The number in front of a title: （一）, 1., 第一部分. */
function ordinalIn({ line, ordinalSpan }: HeadingLine): number | null {
  const { start } = line.span;
  const number = line.text.slice(ordinalSpan.start - start, ordinalSpan.end - start);
  const digits = /[一二三四五六七八九十]{1,3}|\d{1,2}/.exec(number);
  return digits && ordinalOf(digits[0]);
}

/** Whether one of the lines, up to the next that is worded like a section, is a topic's heading. */
function namesTopic(
  lines: readonly Line[],
  asked: readonly TopicForm[],
  sections: readonly SectionForm[],
): boolean {
  for (const line of lines) {
    const heading =
      readTopicHeading(line, 'bracketed') ?? readTopicHeading(line, 'numbered') ?? readUnnumberedTopic(line);
    if (!heading) continue;
    const title = normalize(heading.title);
    if (matchTitle(title, sections)) return false;
    if (asked.some(({ subject }) => subject.test(title))) return true;
  }
  return false;
}
