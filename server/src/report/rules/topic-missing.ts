import { topicHeading } from '../form/sectionHeadings.ts';
import type { Report, Section, TextEdit, Topic, TopicForm, TopicId } from '../model/index.ts';
import { insertParts } from '../rewrite/insertion.ts';
import { formatChineseOrdinal } from '../text/chineseNumerals.ts';
import { normalize } from '../text/normal.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';
import { plainText } from './support/plainText.ts';

/** A section speaks of the topics that the form asks for in it: 总体情况 of five. Small bodies merge or drop some: a warning. */
export const topicMissing: Rule = {
  id: 'topic-missing',
  severity: 'warning',
  fix: 'offered',
  example: { right: '（五）监督保障情况。', wrong: '' },
  *check(report: Report): Iterable<Breach> {
    for (const { id, topics } of report.form.sections) {
      const section = topics.length > 0 && report.sections.find((candidate) => candidate.id === id);
      if (section && !saysNothing(report, section)) yield* missingTopics(report, section, topics);
    }
  },
};

function saysNothing(report: Report, section: Section): boolean {
  return section.topics.length === 0 && plainText(report, section.body) === '';
}

function* missingTopics(report: Report, section: Section, topics: readonly TopicForm[]): Iterable<Breach> {
  const present = new Set(section.topics.flatMap(({ id, title }) => [id, ...namedTogether(title, topics)]));
  const missing = topics.filter((topic) => !present.has(topic.id));
  if (missing.length === topics.length) yield noTopics(section, missing);
  else if (missing.length < FEWEST_TOGETHER)
    for (const topic of missing) yield missingTopic(report, section, topic, topics);
  else yield severalMissing(report, section, missing, topics);
}

/** So many topics that are not there have one cause: the section is not written to the end, or in other parts. */
const FEWEST_TOGETHER = 3;

/** The topics of a heading that names several: 主动公开和依申请公开情况. */
function namedTogether(title: string, topics: readonly TopicForm[]): TopicId[] {
  const parts = normalize(title).split(/[、,和及与]/);
  if (parts.length === 1) return [];
  return topics.filter(({ subject }) => parts.some((part) => subject.test(part))).map(({ id }) => id);
}

function noTopics(section: Section, topics: readonly TopicForm[]): Breach {
  const names = topics.map(topicHeading).join('、');
  return {
    span: section.span,
    message: message('finding.topic-missing.all', {
      section: section.title,
      count: topics.length,
      topics: names,
    }),
  };
}

function missingTopic(
  report: Report,
  section: Section,
  topic: TopicForm,
  topics: readonly TopicForm[],
): Breach {
  const { before, at } = placeForTopic(report, section, topic, topics);
  const args = { section: section.title, ordinal: formatChineseOrdinal(topic.ordinal), title: topic.title };
  return {
    span: before?.span ?? section.span,
    message: message('finding.topic-missing', args),
    fixes: [fix('fix.insert-topic', args, false, [insertHeadings(report, section, at, [topic])])],
  };
}

function severalMissing(
  report: Report,
  section: Section,
  missing: readonly TopicForm[],
  topics: readonly TopicForm[],
): Breach {
  const byPlace = new Map<number, TopicForm[]>();
  for (const topic of missing) {
    const { at } = placeForTopic(report, section, topic, topics);
    byPlace.set(at, [...(byPlace.get(at) ?? []), topic]);
  }
  const args = {
    section: section.title,
    count: missing.length,
    topics: missing.map(topicHeading).join('、'),
  };
  const edits = [...byPlace].map(([at, those]) => insertHeadings(report, section, at, those));
  return {
    span: section.span,
    message: message('finding.topic-missing.several', args),
    fixes: [fix('fix.insert-topics', args, false, edits)],
  };
}

/** Where a topic belongs: behind the last one in front of it. */
function placeForTopic(
  report: Report,
  section: Section,
  topic: TopicForm,
  topics: readonly TopicForm[],
): { before: Topic | undefined; at: number } {
  const ordinals = new Map<string | null, number>(topics.map(({ id, ordinal }) => [id, ordinal]));
  const before = section.topics.findLast((present) => (ordinals.get(present.id) ?? 99) < topic.ordinal);
  const at = before ? before.body.end : (section.topics[0]?.body.start ?? section.body.end);
  return { before, at: outsideLine(report, at) };
}

/** Writes headings like the one in front of them, else like the first. */
function insertHeadings(
  report: Report,
  { topics, span }: Section,
  at: number,
  missing: readonly TopicForm[],
): TextEdit {
  const sibling = topics.findLast((topic) => topic.body.end <= at) ?? topics[0];
  const marks = sibling
    ? /^#+ /.exec(report.shown.text.slice(sibling.span.start, sibling.span.end))?.[0]
    : '';
  const parts = missing.map((topic) => ({ paragraph: (marks ?? '') + topicHeading(topic) }));
  return insertParts(report, at, parts, (sibling ?? { span }).span);
}

/** Topics can be points inside a paragraph: what is inserted stands behind it. */
function outsideLine({ lines }: Report, at: number): number {
  const line = lines.find(({ span }) => span.start < at && at < span.end);
  return line ? line.span.end : at;
}
