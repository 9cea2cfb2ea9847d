/** Runs the rules over a report: severities, suppressions, order. */
import type { Finding, Fix, Report, Severity } from './model/index.ts';
import { isOn, rules } from './rules/index.ts';
import type { Breach, Rule } from './rules/rule.ts';
import { readSuppressions, silencer } from './suppression/read.ts';
import { unusedSuppressions } from './suppression/unused.ts';

/** The findings of a report in order of their place; rules set to `off` are not run. */
export function findFindings(
  report: Report,
  severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
  const findings: Finding[] = [];
  const suppressions = readSuppressions(report);
  const isRun = (rule: string): boolean => isOn(rule, severities);
  for (const rule of rules) {
    const severity = severities[rule.id];
    if (severity === 'off' || (severity === undefined && rule.isOptional)) continue;
    const isSilenced = suppressions === null ? never : silencer(suppressions, report, rule.id);
    for (const breach of rule.check(report, isRun, isSilenced))
      if (!isSilenced(breach.span) && !breach.isTold)
        findings.push(toFinding(rule, breach, severity, report));
  }
  if (suppressions !== null) findings.push(...unusedSuppressions(suppressions, severities));
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const never = (): boolean => false;

function toFinding(rule: Rule, breach: Breach, severity: Severity | undefined, report: Report): Finding {
  return {
    rule: rule.id,
    severity: severity ?? breach.severity ?? rule.severity,
    span: breach.span,
    message: breach.message,
    related: breach.related ?? [],
    fixes: withLineBreaks(withoutTags(breach.fixes ?? [], report.source.text), report.source.lineBreak),
  };
}

/** A fix edits words, never a tag: one that would replace a tag is not offered. */
function withoutTags(fixes: readonly Fix[], text: string): readonly Fix[] {
  if (fixes.length === 0 || !text.includes('<')) return fixes;
  return fixes.filter(({ edits }) =>
    edits.every(({ span }) => span.start === span.end || !TAG.test(text.slice(span.start, span.end))),
  );
}

const TAG = /<\/?[a-zA-Z]/;

/** Rules write \n; the text's own line break takes its place. */
function withLineBreaks(fixes: readonly Fix[], lineBreak: string): readonly Fix[] {
  if (lineBreak === '\n') return fixes;
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('\n', lineBreak) })),
  }));
}
