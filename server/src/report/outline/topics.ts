/** The numbered parts of a section; in section 总体情况 they are the five topics the form asks for. */
import type { Topic, TopicId } from '../model.ts';
import type { Line } from '../source/lines.ts';
import { normalize } from '../source/normal.ts';
import { type HeadingLine, readTopicHeading } from './headings.ts';

const subjects: readonly (readonly [TopicId, RegExp])[] = [
  ['onRequest', /依申请/],
  ['management', /信息.*管理|管理.*信息/],
  ['platform', /平台/],
  ['supervision', /监督|考核|保障/],
  ['proactive', /主动公开/],
];

/**
 * The topics of a section's lines.
 *
 * @param isOverview whether they have the form's meaning; elsewhere ids are `null`
 * @param end where the section's body ends
 */
export function readTopics(lines: readonly Line[], isOverview: boolean, end: number): Topic[] {
  const bracketed = inSequence(lines, 'bracketed');
  const headings = bracketed.length > 0 || !isOverview ? bracketed : inSequence(lines, 'numbered');
  return headings.map((heading, index): Topic => {
    const next = headings[index + 1];
    return {
      id: isOverview ? topicOf(heading) : null,
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

function topicOf(heading: HeadingLine): TopicId | null {
  const title = normalize(heading.title);
  return subjects.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}
