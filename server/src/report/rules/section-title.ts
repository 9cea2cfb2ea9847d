import type { Report, Section, TopicForm } from '../model/index.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** A section's title is the form's, or a variant that changes nothing; a topic's says which it is. */
export const sectionTitle: Rule = {
  id: 'section-title',
  severity: 'hint',
  fix: 'safe',
  example: { right: '六、其他需要报告的事项', wrong: '六、其他需要报告的情况' },
  *check({ sections, form }: Report): Iterable<Breach> {
    for (const section of sections) {
      const own = form.sections.find(({ id }) => id === section.id);
      if (!own) continue;
      if (section.wording === 'hinted' || section.wording === 'unknown')
        yield retitled(section, own.title, section.wording === 'hinted');
      yield* reworded(section, own.topics);
    }
  },
};

function retitled({ titleSpan, title }: Titled, expected: string, isSafe: boolean): Breach {
  const args = { expected, found: title };
  return {
    span: titleSpan,
    message: message('finding.section-title', args),
    fixes: [fix('fix.replace', args, isSafe, [replace(titleSpan, expected)])],
  };
}

type Titled = Pick<Section, 'title' | 'titleSpan'>;

function* reworded({ topics }: Section, asked: readonly TopicForm[]): Iterable<Breach> {
  for (const topic of topics) {
    const expected = topic.isReworded && asked.find(({ id }) => id === topic.id)?.title;
    if (expected) yield retitled(topic, expected, false);
  }
}
