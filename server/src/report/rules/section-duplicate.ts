import type { Report, Section } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { MOST_RELATED } from './support/repeated.ts';

/** No section stands twice. */
export const sectionDuplicate: Rule = {
  id: 'section-duplicate',
  severity: 'error',
  fix: 'none',
  example: {
    right: '六、其他需要报告的事项',
    wrong: '五、存在的主要问题及改进情况\n\n同上。\n\n六、其他需要报告的事项',
  },
  *check(report: Report): Iterable<Breach> {
    const byId = new Map<string, Section[]>();
    for (const section of report.sections) {
      if (section.id === null) continue;
      const same = byId.get(section.id);
      if (same) same.push(section);
      else byId.set(section.id, [section]);
    }
    for (const [first, second, ...others] of byId.values()) {
      if (!first || !second) continue;
      yield {
        span: second.span,
        message: message('finding.section-duplicate', { title: second.title, count: others.length + 2 }),
        related: [first, ...others].slice(0, MOST_RELATED).map((section) => ({
          span: section.span,
          message: message('related.section', { title: section.title }),
        })),
      };
    }
  },
};
