import type { Section, TopicForm } from '../model.ts';
import type { Report } from '../report.ts';
import { formatChineseOrdinal } from '../source/chinese.ts';
import { type Breach, fix, insert, message, type Rule } from './rule.ts';

/** Section 总体情况 speaks of the five topics of the form. Small bodies merge or drop some: a warning. */
export const topicMissing: Rule = {
  id: 'topic-missing',
  severity: 'warning',
  fix: 'offered',
  example: { right: '（五）监督保障情况。', wrong: '' },
  *check(report: Report): Iterable<Breach> {
    const overview = report.sections.find((section) => section.id === 'overview');
    if (!overview || isEmpty(report, overview)) return;
    const present = new Set(overview.topics.map((topic) => topic.id));
    const missing = report.form.topics.filter((topic) => !present.has(topic.id));
    if (missing.length === report.form.topics.length) yield noTopics(overview, missing);
    else for (const topic of missing) yield missingTopic(report, overview, topic);
  },
};

function isEmpty(report: Report, section: Section): boolean {
  return report.source.text.slice(section.body.start, section.body.end).trim() === '';
}

function noTopics(overview: Section, topics: readonly TopicForm[]): Breach {
  const names = topics.map((topic) => `（${formatChineseOrdinal(topic.ordinal)}）${topic.title}`).join('、');
  return {
    span: overview.span,
    message: message('finding.topic-missing.all', { count: topics.length, topics: names }),
  };
}

function missingTopic(report: Report, overview: Section, topic: TopicForm): Breach {
  const ordinals = new Map(report.form.topics.map((form) => [form.id as string | null, form.ordinal]));
  const before = overview.topics.findLast((present) => (ordinals.get(present.id) ?? 99) < topic.ordinal);
  const at = before ? before.body.end : (overview.topics[0]?.body.start ?? overview.body.end);
  const args = { ordinal: formatChineseOrdinal(topic.ordinal), title: topic.title };
  const sibling = before ?? overview.topics[0];
  const marks = sibling
    ? /^#+ /.exec(report.source.text.slice(sibling.span.start, sibling.span.end))?.[0]
    : '';
  return {
    span: before?.span ?? overview.span,
    message: message('finding.topic-missing', args),
    fixes: [
      fix('fix.insert-topic', args, false, [
        insert(at, `${marks ?? ''}（${args.ordinal}）${topic.title}\n\n`),
      ]),
    ],
  };
}
