import type { RuleDescription } from './rule.ts';

/** A comment that silences a rule does silence something. It is checked where comments are applied, after all rules (`suppression/unused.ts`). */
export const unusedSuppression: RuleDescription = {
  id: 'unused-suppression',
  severity: 'hint',
  fix: 'offered',
  example: {
    right: '一、总体情况',
    wrong: '<!-- disclosure-report-disable-next-line section-title -->\n一、总体情况',
  },
};
