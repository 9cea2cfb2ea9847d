import type { Report, Section, Span, Topic } from '../model/index.ts';
import { normalize } from '../text/normal.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { plainText } from './support/plainText.ts';

const NOTHING = /^(?:无|暂无|没有|略|\/|-|—)[。.]?$/;
/** Longer than this it says something. */
const LONGEST_NOTHING = 20;

/** Where there is a comma there is a sentence: a quick look that most sections need no more than. */
function hasClauses({ shown }: Report, { start, end }: Span): boolean {
  const comma = shown.text.indexOf('，', start);
  return comma !== -1 && comma < end;
}

/** A section says something: an overview, and problems with what is done about them (条例 Article 50). */
export const sectionEmpty: Rule = {
  id: 'section-empty',
  severity: 'warning',
  fix: 'none',
  example: {
    right: '五、存在的主要问题及改进情况\n',
    wrong: '五、存在的主要问题及改进情况\n\n无。\n\n七、其他情况说明\n',
  },
  *check(report: Report): Iterable<Breach> {
    const withTable = new Set<string | null>(report.form.tables.map((table) => table.section));
    const plans = new Set<string | null>(
      report.form.sections.filter(({ isPlan }) => isPlan).map(({ id }) => id),
    );
    for (const section of report.sections) {
      if (section.id === null || withTable.has(section.id) || hasClauses(report, section.body)) continue;
      const text = contentBelow(report, section);
      const body = text.length > LONGEST_NOTHING ? text : normalize(text);
      if (body === '')
        yield { span: section.span, message: message('finding.section-empty', { title: section.title }) };
      else if (plans.has(section.id) && NOTHING.test(body)) {
        yield {
          span: section.span,
          message: message('finding.section-empty.nothing', { title: section.title, found: body }),
        };
      }
    }
  },
};

/** What a section says; the form's own headings of topics say nothing. */
function contentBelow(report: Report, { id, topics, body }: Section): string {
  const asked = report.form.sections.find((section) => section.id === id)!.topics;
  const isFormsOwn = ({ title }: Topic): boolean =>
    asked.some((topic) => normalize(topic.title) === normalize(title));
  const headings = topics.filter(isFormsOwn).map(({ span }) => span);
  const starts = [body.start, ...headings.map(({ end }) => end)];
  const ends = [...headings.map(({ start }) => start), body.end];
  return starts
    .map((start, index) => plainText(report, { start, end: ends[index]! }))
    .join('\n')
    .trim();
}
