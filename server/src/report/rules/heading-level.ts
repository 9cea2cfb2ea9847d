import type { Report, Section, Span, Topic } from '../model/index.ts';
import { type Breach, fix, message, type RepeatedBreach, type Rule, repeating, replace } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

interface Misplaced {
  readonly title: string;
  readonly marks: Span;
  readonly found: number;
  readonly expected: number;
}

const DEEPEST = 6;

/** Where headings carry Markdown marks, one numbering has one level. */
export const headingLevel: Rule = {
  id: 'heading-level',
  severity: 'hint',
  fix: 'safe',
  example: {
    right: '六、其他需要报告的事项\n\n（一）收取',
    wrong: '## 六、其他需要报告的事项\n\n#### （一）收取',
  },
  *check(report): Iterable<RepeatedBreach> {
    const misplaced = repeating<Misplaced>((headings) => [sayHeadings(headings)]);
    for (const heading of findMisplaced(report)) yield misplaced(heading.marks, heading);
  },
};

function sayHeadings(headings: readonly [Misplaced, ...Misplaced[]]): Breach {
  const [{ title, found, expected, marks }] = headings;
  const args = { title, found, expected, count: headings.length };
  const edits = headings.map((heading) => replace(heading.marks, '#'.repeat(heading.expected)));
  return {
    span: marks,
    message: message(headings.length === 1 ? 'finding.heading-level' : 'finding.heading-level.many', args),
    related: otherPlaces(
      headings,
      (heading) => heading.marks,
      (heading) =>
        message('related.heading', {
          title: heading.title,
          found: heading.found,
          expected: heading.expected,
        }),
    ),
    fixes: [fix('fix.heading-level', args, true, edits)],
  };
}

function findMisplaced(report: Report): Misplaced[] {
  const marked = report.sections.filter((section) => section.level > 0);
  const level = marked[0]?.level;
  if (level === undefined) return [];
  const found: Misplaced[] = [];
  for (const section of report.sections) {
    if (section.level > 0 && section.level !== level) found.push(misplacedAt(section, section.level, level));
    for (const topic of section.topics) {
      const own = marksOf(report, topic);
      const expected = Math.min(level + 1, DEEPEST);
      if (own > 0 && section.level > 0 && own !== expected) found.push(misplacedAt(topic, own, expected));
    }
  }
  return found;
}

function misplacedAt(heading: Section | Topic, found: number, expected: number): Misplaced {
  const { start } = heading.span;
  return { title: heading.title, marks: { start, end: start + found }, found, expected };
}

function marksOf(report: Report, topic: Topic): number {
  let count = 0;
  while (report.source.text[topic.span.start + count] === '#') count++;
  return count;
}
