import type { Report } from '../report.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** A row's label is the form's, but for spaces, brackets and the mark after its number. */
export const rowLabel: Rule = {
  id: 'row-label',
  severity: 'hint',
  fix: 'safe',
  example: { right: '2.其他法律行政法规禁止公开', wrong: '2.其他法律法规禁止公开' },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.tables) {
      for (const line of table.lines) {
        const [first] = line.label;
        if (line.wording !== 'other' || !first) continue;
        const args = { expected: line.form.label, found: line.labelText };
        const isWhole = line.label.length === 1;
        yield {
          span: first,
          message: message('finding.row-label', args),
          fixes: isWhole ? [fix('fix.replace', args, true, [replace(first, line.form.label)])] : [],
        };
      }
    }
  },
};
