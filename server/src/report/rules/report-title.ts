import type { Report } from '../model/index.ts';
import { isStatutory } from '../outline/title.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { placeOfTitle } from './support/titlePlace.ts';

/** The title names whose report it is and for which year, in the words of the form. */
export const reportTitle: Rule = {
  id: 'report-title',
  severity: 'error',
  fix: 'none',
  example: { right: '2025年政府信息公开工作年度报告', wrong: '2025年政府信息公开年度报告' },
  *check(report: Report): Iterable<Breach> {
    const { title } = report;
    const { words } = report.form.reportTitle;
    if (!title) {
      yield { span: placeOfTitle(report), message: message('finding.report-title.none', { words }) };
      return;
    }
    if (title.issuer === null)
      yield { span: title.span, message: message('finding.report-title.issuer', { found: title.text }) };
    if (title.year === null)
      yield { span: title.span, message: message('finding.report-title.year', { found: title.text }) };
    if (!isStatutory(title, report.form.reportTitle))
      yield {
        span: title.span,
        message: message('finding.report-title.words', { words, found: title.text }),
      };
  },
};
