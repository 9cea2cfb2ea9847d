/** The rule about comments that silenced nothing: checked after all others. */
import type { Finding, Severity } from '../model/index.ts';
import { isOn, needsOthers, ruleIds } from '../rules/index.ts';
import { fix, message, replace } from '../rules/rule.ts';
import { EVERY_RULE, type Suppression, type Suppressions } from './readSuppressions.ts';

export const UNUSED_SUPPRESSION = 'unused-suppression';

/** A hint on each comment that silenced nothing. */
export function unusedSuppressions(
  { all }: Suppressions,
  severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
  const severity = severities[UNUSED_SUPPRESSION] ?? 'hint';
  if (severity === 'off') return [];
  return all
    .filter(({ rule, used }) => !used && isOn(rule, severities) && !needsOthers.has(rule))
    .map((suppression) => unusedFinding(suppression, severity));
}

function unusedFinding(suppression: Suppression, severity: Severity): Finding {
  const isKnown = suppression.rule === EVERY_RULE || ruleIds.has(suppression.rule);
  const key = isKnown ? 'finding.unused-suppression' : 'finding.unused-suppression.unknown';
  const args = { rule: suppression.rule };
  return {
    rule: UNUSED_SUPPRESSION,
    severity,
    span: suppression.span,
    message: message(key, args),
    related: [],
    fixes: [fix('fix.remove-suppression', args, false, [replace(suppression.removal, '')])],
  };
}
