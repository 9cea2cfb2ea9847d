/** The numbered parts of a section, and which of the topics that the form asks for they are. */
import type { Topic, TopicForm, TopicId } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';
import { type HeadingLine, readTopicHeading, readUnnumberedTopic, type TopicStyle } from './headings.ts';

/**
 * The topics of a section's lines.
 *
 * @param asked the topics that the form asks for in the section
 * @param end where the section's body ends
 */
export function readTopics(lines: readonly Line[], asked: readonly TopicForm[], end: number): Topic[] {
  const headings = readHeadings(lines, asked);
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

/** Fewer points than this that begin with 一是 and name a topic are no headings. */
const FEWEST_LISTED = 2;

function readHeadings(lines: readonly Line[], asked: readonly TopicForm[]): readonly HeadingLine[] {
  const bracketed = inSequence(lines, 'bracketed', asked);
  if (asked.length === 0) return bracketed;
  const isNamed = (heading: HeadingLine): boolean => topicOf(heading, asked) !== null;
  if (bracketed.some(isNamed)) return bracketed;
  const numbered = inSequence(lines, 'numbered', asked);
  if (numbered.some(isNamed)) return numbered;
  const listed = inSequence(lines, 'listed', asked);
  if (listed.filter(isNamed).length >= FEWEST_LISTED) return listed;
  const others = unnumbered(lines, asked);
  if (others.length > 0) return others;
  const points = inSequence(lines.flatMap(pointsOf), 'listed', asked);
  if (points.filter(isNamed).length >= FEWEST_LISTED) return points;
  return bracketed.length > 0 ? bracketed : numbered;
}

const POINT = /(?<=[。；;：:])[一二三四五六七八九]是/g;

/** The points inside a paragraph, each as if it began a line: 成效明显。一是抓好主动公开。二是…… */
function pointsOf(line: Line): Line[] {
  const starts = [...line.text.matchAll(POINT)].map(({ index }) => index);
  return starts.map((from, at): Line => {
    const text = line.text.slice(from, starts[at + 1]);
    const start = line.span.start + from;
    const span = { start, end: start + text.length };
    return { ...line, text, span, raw: span };
  });
}

/**
 * Headings whose numbers go up: a wrapped line of prose that happens to begin with （二） does not count, unless it
 * names a topic that nothing before it did.
 */
function inSequence(lines: readonly Line[], style: TopicStyle, asked: readonly TopicForm[]): HeadingLine[] {
  const found: HeadingLine[] = [];
  const named = new Set<TopicId | null>([null]);
  for (const line of lines) {
    const heading = readTopicHeading(line, style);
    if (!heading) continue;
    const topic = topicOf(heading, asked);
    if (heading.ordinal <= (found.at(-1)?.ordinal ?? 0) && named.has(topic)) continue;
    found.push(heading);
    named.add(topic);
  }
  return found;
}

/** The topics under headings without a number, each the first time; they count as the form numbers them. */
function unnumbered(lines: readonly Line[], asked: readonly TopicForm[]): HeadingLine[] {
  const rest = new Map(asked.map((topic) => [topic.id, topic]));
  return lines.flatMap((line) => {
    const heading = rest.size > 0 ? readUnnumberedTopic(line) : null;
    const topic = heading && rest.get(topicOf(heading, asked)!);
    if (!heading || !topic) return [];
    rest.delete(topic.id);
    return [{ ...heading, ordinal: topic.ordinal }];
  });
}

/**
 * The topic that a heading names: by its first clause, else by another or as a whole. The one that its number asks for goes first:
 * （三）保障发布及时，规范政府信息管理 is of 管理.
 */
function topicOf({ title, ordinal }: HeadingLine, asked: readonly TopicForm[]): TopicId | null {
  if (asked.length === 0) return null;
  const whole = normalize(title);
  const clauses = whole.split(',');
  const speaksOf = ({ subject }: TopicForm): boolean =>
    [...clauses, whole].some((part) => subject.test(part));
  const found =
    asked.find((topic) => topic.ordinal === ordinal && speaksOf(topic)) ??
    asked.find(({ subject }) => subject.test(clauses[0]!)) ??
    asked.find(speaksOf);
  return found?.id ?? null;
}
