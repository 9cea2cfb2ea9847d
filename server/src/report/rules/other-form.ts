import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { placeOfTitle } from './support/titlePlace.ts';

/** A text on another form than the government's: said once, and nothing else of it is judged (see `findings.ts`). */
export const otherForm: Rule = {
  id: 'other-form',
  severity: 'information',
  fix: 'none',
  example: {
    right: '青禾县人民政府办公室2025年政府信息公开工作年度报告',
    wrong: '青禾学院2024-2025学年信息公开年度报告',
  },
  *check(report: Report): Iterable<Breach> {
    if (report.otherForm !== null)
      yield { span: placeOfTitle(report), message: message(`finding.other-form.${report.otherForm}`, {}) };
  },
};
