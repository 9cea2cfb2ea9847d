/** The numbered parts of a section, and which of the topics that the form asks for they are. */
import type { Topic, TopicForm, TopicId } from '../model.ts';
import type { Line } from '../source/lines.ts';
import { normalize } from '../source/normal.ts';
import { type HeadingLine, readTopicHeading } from './headings.ts';

/**
 * The topics of a section's lines.
 *
 * @param asked the topics that the form asks for in the section
 * @param end where the section's body ends
 */
export function readTopics(lines: readonly Line[], asked: readonly TopicForm[], end: number): Topic[] {
  const bracketed = inSequence(lines, 'bracketed');
  const headings = bracketed.length > 0 || asked.length === 0 ? bracketed : inSequence(lines, 'numbered');
  return headings.map((heading, index): Topic => {
    const next = headings[index + 1];
    return {
      id: topicOf(heading, asked),
      ordinal: heading.ordinal,
      title: heading.title,
      span: { start: heading.line.span.start, end: heading.titleSpan.end },
      body: { start: heading.line.span.start, end: next ? next.line.raw.start : end },
    };
  });
}

/** Headings whose numbers go up: a wrapped line of prose that happens to begin with （二） does not count. */
function inSequence(lines: readonly Line[], style: 'bracketed' | 'numbered'): HeadingLine[] {
  const found: HeadingLine[] = [];
  for (const line of lines) {
    const heading = readTopicHeading(line, style);
    if (heading && heading.ordinal > (found.at(-1)?.ordinal ?? 0)) found.push(heading);
  }
  return found;
}

function topicOf(heading: HeadingLine, asked: readonly TopicForm[]): TopicId | null {
  if (asked.length === 0) return null;
  const title = normalize(heading.title);
  return asked.find(({ subject }) => subject.test(title))?.id ?? null;
}
