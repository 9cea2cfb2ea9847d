/** Runs the rules over a report, then silences, folds repeats, gives way: the only place that does. */
import { admit } from './gate.ts';
import type { Finding, Report, Severity, Span } from './model/index.ts';
import { isOn, rules } from './rules/index.ts';
import { otherForm } from './rules/other-form.ts';
import type { Breach, BreachGroup, Rule } from './rules/rule.ts';
import { agreeingClaims, type Contradiction } from './rules/support/contradictions.ts';
import { textTooLarge } from './rules/text-too-large.ts';
import { readSuppressions, silencer } from './suppression/readSuppressions.ts';
import { unusedSuppressions } from './suppression/unused.ts';

type Severities = Readonly<Record<string, Severity | 'off'>>;

/** A breach, by whom it is reported, and whether a comment silences it. */
interface Reported {
  readonly rule: Rule;
  readonly breach: Breach;
  readonly isSilenced: boolean;
}

/** The findings of a report in order of their place; rules set to `off` are not run. */
export function findFindings(report: Report, severities: Severities): Finding[] {
  // A text on another form, or too large, is not judged, only said to be that.
  const isJudged = report.otherForm === null && !report.isTooLarge;
  const applied = isJudged ? rules : [report.isTooLarge ? textTooLarge : otherForm];
  const suppressions = readSuppressions(report);
  const isRun = (rule: string): boolean => isOn(rule, severities);
  const reported = applied.flatMap((rule) => {
    if (!isRun(rule.id)) return [];
    return gatherBreaches(
      rule,
      report,
      isRun,
      suppressions === null ? never : silencer(suppressions, report, rule.id),
    );
  });
  const isTold = givingWay(report, reported, isRun);
  const findings = reported
    .filter((each) => !each.isSilenced && !isTold(each))
    .map(({ rule, breach }) => toFinding(rule, breach, severities[rule.id], report));
  if (suppressions !== null && isJudged) findings.push(...unusedSuppressions(suppressions, severities));
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const never = (): boolean => false;

/** What a rule reports, a fault that repeats once for all places that no comment silences. */
function gatherBreaches(
  rule: Rule,
  report: Report,
  isRun: (rule: string) => boolean,
  isSilenced: (place: Span) => boolean,
): Reported[] {
  const reported: Reported[] = [];
  const groups = new Map<BreachGroup, unknown[]>();
  for (const found of rule.check(report)) {
    if ('group' in found) {
      if (isSilenced(found.span)) continue;
      const places = groups.get(found.group);
      if (places) places.push(found.place);
      else groups.set(found.group, [found.place]);
    } else if (found.byFirstOf === undefined || found.byFirstOf.find(isRun) === rule.id) {
      reported.push({ rule, breach: found, isSilenced: isSilenced(found.span) });
    }
  }
  for (const [group, places] of groups)
    for (const breach of group.say(places)) reported.push({ rule, breach, isSilenced: false });
  return reported;
}

/**
 * Tells which breaches are said already, since one number gets one finding where one cause explains several: what
 * another report says gives way to a balance finding, or an earlier rule's, that puts the same number into the same
 * cell; a sentence to the findings on the numbers that it would agree with once they are put right.
 */
function givingWay(
  report: Report,
  reported: readonly Reported[],
  isRun: (rule: string) => boolean,
): (each: Reported) => boolean {
  const bySource = new Map<object, Set<Contradiction>>();
  for (const { breach } of reported) {
    if (!breach.contradicts) continue;
    const { source, numbers } = breach.contradicts;
    bySource.set(source, new Set([...(bySource.get(source) ?? []), ...numbers]));
  }
  if (bySource.size === 0) return never;
  const sources = [...bySource.values()].map((numbers) => [...numbers]);
  return ({ rule, breach: { puts, claim } }) => {
    if (claim) return sources.some((numbers) => agreeingClaims([claim], numbers).length > 0);
    if (!puts) return false;
    return isBalanced(report, puts, isRun) || reported.some((other) => putsBefore(other, rule, puts));
  };
}

/** Whether a balance finding stands on the cell already and puts the same number there. */
function isBalanced(
  { faults }: Report,
  { cell, expected }: Contradiction,
  isRun: (rule: string) => boolean,
): boolean {
  return faults.some(
    ({ best, equations }) =>
      best?.changes.some((change) => change.cell === cell && change.to === expected) &&
      equations.some(({ form }) => isRun(form.rule)),
  );
}

function putsBefore(other: Reported, rule: Rule, { cell, expected }: Contradiction): boolean {
  if (rules.indexOf(other.rule) >= rules.indexOf(rule)) return false;
  return (
    other.breach.contradicts?.numbers.some(
      (number) => number.cell === cell && number.expected === expected,
    ) ?? false
  );
}

function toFinding(
  rule: Rule,
  breach: Breach,
  severity: Severity | 'off' | undefined,
  report: Report,
): Finding {
  return {
    rule: rule.id,
    severity: severity === undefined || severity === 'off' ? (breach.severity ?? rule.severity) : severity,
    span: breach.span,
    message: breach.message,
    related: breach.related ?? [],
    fixes: admit(breach.fixes ?? [], report),
  };
}
