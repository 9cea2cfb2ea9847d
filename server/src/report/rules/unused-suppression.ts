import type { Rule } from './rule.ts';

/** A comment that silences a rule does silence something. Found where comments are applied, after all other rules. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'hint',
  fix: 'offered',
  example: {
    right: '一、总体情况',
    wrong: '<!-- disclosure-report-disable-next-line section-title -->\n一、总体情况',
  },
  check: () => [],
};
