/** Runs the rules over a report: severities, suppressions, order. */
import type { Finding, Severity } from './model.ts';
import type { Report } from './report.ts';
import { rules } from './rules/index.ts';
import type { Breach, Rule } from './rules/rule.ts';
import { applySuppressions } from './suppressions.ts';

/** The findings of a report in order of their place; rules set to `off` are not run. */
export function findFindings(
  report: Report,
  severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off') continue;
    for (const breach of rule.check(report)) findings.push(toFinding(rule, breach, severity));
  }
  const kept = applySuppressions(report, findings, severities);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function toFinding(rule: Rule, breach: Breach, severity: Severity | undefined): Finding {
  return {
    rule: rule.id,
    severity: severity ?? breach.severity ?? rule.severity,
    span: breach.span,
    message: breach.message,
    related: breach.related ?? [],
    fixes: breach.fixes ?? [],
  };
}
