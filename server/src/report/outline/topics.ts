/** The numbered parts of a section, and which of the topics that the form asks for they are. */
import type { Topic, TopicForm, TopicId } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';
import {
  type HeadingLine,
  readSpokenTopic,
  readTopicHeading,
  readUnnumberedTopic,
  type TopicStyle,
} from './headings.ts';
import { pointsOf, sentencesOf } from './points.ts';
import { inOtherWords, soundsLike } from './topicWording.ts';

/**
 * The topics of a section's lines.
 *
 * @param asked the topics that the form asks for in the section
 * @param end where the section's body ends
 */
export function readTopics(lines: readonly Line[], asked: readonly TopicForm[], end: number): Topic[] {
  const headings = readHeadings(lines, asked);
  const ids = headings.map((heading) => topicOf(heading, asked));
  const reworded = inOtherWords(headings, ids, asked);
  return headings.map((heading, index): Topic => {
    const next = headings[index + 1];
    return {
      id: ids[index] ?? reworded.get(index) ?? null,
      isReworded: reworded.has(index),
      ordinal: heading.ordinal,
      title: heading.title,
      span: { start: heading.line.span.start, end: heading.titleSpan.end },
      titleSpan: heading.titleSpan,
      body: { start: heading.line.span.start, end: next ? next.line.raw.start : end },
    };
  });
}

/** Points that begin with 一是 and name fewer topics than this are no headings. */
const FEWEST_LISTED = 2;

/** Headings written in one way, and which topics they name. */
interface Way {
  readonly headings: readonly HeadingLine[];
  readonly named: ReadonlySet<TopicId>;
}

/** The headings of the way that names most topics, and of other ways those that name a further one by its own title. */
function readHeadings(lines: readonly Line[], asked: readonly TopicForm[]): readonly HeadingLine[] {
  const bracketed = inSequence(lines, 'bracketed', asked);
  if (asked.length === 0) return bracketed;
  const ways: Way[] = [];
  for (const read of waysToWrite) {
    const headings = read(lines, asked);
    const named = new Set(headings.flatMap((heading) => topicOf(heading, asked) ?? []));
    if (named.size === asked.length) return headings;
    ways.push({ headings, named });
  }
  const most = Math.max(...ways.map(({ named }) => named.size));
  const best = ways.find(({ named, headings }) => named.size === most && (most > 0 || headings.length > 0));
  return best ? withOthers(best, ways, asked) : bracketed;
}

type ReadWay = (lines: readonly Line[], asked: readonly TopicForm[]) => readonly HeadingLine[];

const onLines =
  (style: TopicStyle): ReadWay =>
  (lines, asked) =>
    inSequence(lines, style, asked);
const inParagraphs =
  (style: TopicStyle): ReadWay =>
  (lines, asked) => {
    const points = lines.flatMap((line) => pointsOf(line, style));
    return ifSeveral(inSequence(points, style, asked), asked);
  };

/** Of ways that name as many topics the first counts. */
const waysToWrite: readonly ReadWay[] = [
  onLines('bracketed'),
  onLines('numbered'),
  onLines('digits'),
  (lines, asked) => ifSeveral(inSequence(lines, 'listed', asked), asked),
  (lines, asked) => unnumbered(lines, asked, readUnnumberedTopic),
  inParagraphs('listed'),
  inParagraphs('bracketed'),
  inParagraphs('numbered'),
  inParagraphs('digits'),
  (lines, asked) => ifSeveral(unnumbered(lines.flatMap(sentencesOf), asked, readSpokenTopic), asked),
];

function ifSeveral(headings: readonly HeadingLine[], asked: readonly TopicForm[]): readonly HeadingLine[] {
  const named = new Set(headings.flatMap((heading) => topicOf(heading, asked) ?? []));
  return named.size >= FEWEST_LISTED ? headings : [];
}

function withOthers(best: Way, ways: readonly Way[], asked: readonly TopicForm[]): readonly HeadingLine[] {
  const named = new Set<TopicId>(best.named);
  const places = new Set(best.headings.map(({ line }) => line.span.start));
  const further = ways.flatMap(({ headings }) =>
    headings.filter((heading) => {
      const topic = titledTopic(heading, asked) ?? soundsLike(heading.title, asked)?.id ?? null;
      if (topic === null || named.has(topic) || places.has(heading.line.span.start)) return false;
      return named.add(topic);
    }),
  );
  if (further.length === 0) return best.headings;
  return [...best.headings, ...further].sort((a, b) => a.titleSpan.start - b.titleSpan.start);
}

/** The topic whose own title a heading is, with 情况 or 方面 behind it at most. */
function titledTopic({ title }: HeadingLine, asked: readonly TopicForm[]): TopicId | null {
  const words = normalize(title).replace(/(?:工作)?(?:情况|方面)?$/, '');
  return asked.find((topic) => normalize(topic.title) === words)?.id ?? null;
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
function unnumbered(
  lines: readonly Line[],
  asked: readonly TopicForm[],
  read: (line: Line) => HeadingLine | null,
): HeadingLine[] {
  const rest = new Map(asked.map((topic) => [topic.id, topic]));
  return lines.flatMap((line) => {
    const heading = rest.size > 0 ? read(line) : null;
    const id = heading && topicOf(heading, asked);
    const topic = heading && (id === null ? soundsLike(heading.title, [...rest.values()]) : rest.get(id));
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
