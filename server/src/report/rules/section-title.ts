import type { Report } from '../model/index.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** A section's title is the form's, or a variant that changes nothing. */
export const sectionTitle: Rule = {
  id: 'section-title',
  severity: 'hint',
  fix: 'safe',
  example: { right: '六、其他需要报告的事项', wrong: '六、其他需要报告的情况' },
  *check(report: Report): Iterable<Breach> {
    for (const section of report.sections) {
      if (section.wording !== 'hinted' && section.wording !== 'unknown') continue;
      const expected = report.form.sections.find((form) => form.id === section.id)?.title;
      if (!expected) continue;
      const args = { expected, found: section.title };
      const isSafe = section.wording === 'hinted';
      yield {
        span: section.titleSpan,
        message: message('finding.section-title', args),
        fixes: [fix('fix.replace', args, isSafe, [replace(section.titleSpan, expected)])],
      };
    }
  },
};
