import { topicHeading } from '../form/headings.ts';
import type { Report, Section, TopicForm, TopicId } from '../model/index.ts';
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
  else for (const topic of missing) yield missingTopic(report, section, topic, topics);
}

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
  const ordinals = new Map<string | null, number>(topics.map(({ id, ordinal }) => [id, ordinal]));
  const before = section.topics.findLast((present) => (ordinals.get(present.id) ?? 99) < topic.ordinal);
  const at = before ? before.body.end : (section.topics[0]?.body.start ?? section.body.end);
  const args = { section: section.title, ordinal: formatChineseOrdinal(topic.ordinal), title: topic.title };
  const sibling = before ?? section.topics[0];
  const marks = sibling
    ? /^#+ /.exec(report.shown.text.slice(sibling.span.start, sibling.span.end))?.[0]
    : '';
  return {
    span: before?.span ?? section.span,
    message: message('finding.topic-missing', args),
    fixes: [
      fix('fix.insert-topic', args, false, [
        insertParts(
          report,
          outsideLine(report, at),
          [{ paragraph: (marks ?? '') + topicHeading(topic) }],
          (sibling ?? section).span,
        ),
      ]),
    ],
  };
}

/** Topics can be points inside a paragraph: what is inserted stands behind it. */
function outsideLine({ lines }: Report, at: number): number {
  const line = lines.find(({ span }) => span.start < at && at < span.end);
  return line ? line.span.end : at;
}
