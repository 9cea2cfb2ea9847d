/** Comments that silence findings in place, and whether each of them did. */
import type { Finding, Severity, Span } from './model.ts';
import type { Report } from './report.ts';
import { ruleIds } from './rules/index.ts';
import { fix, message, replace } from './rules/rule.ts';

export const UNUSED_SUPPRESSION = 'unused-suppression';

interface Suppression {
  readonly rule: string;
  /** The id in the comment, or the whole comment where it names none. */
  readonly span: Span;
  /** What to take away to undo it: the id, or the comment if it names no other. */
  readonly removal: Span;
  readonly firstLine: number;
  lastLine: number;
  used: boolean;
}

const COMMENT =
  /<!--\s*disclosure-report-(disable-next-line|disable-line|disable|enable)(?![\w-])([^<>]*?)-->/g;
const EVERY_RULE = '*';

/** The findings that no comment silences, and a hint on each comment that silences nothing. */
export function applySuppressions(
  report: Report,
  findings: Finding[],
  severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
  if (!report.source.text.includes('<!--')) return findings;
  const suppressions = readSuppressions(report);
  if (suppressions.length === 0) return findings;
  const kept = findings.filter((finding) => !isSuppressed(report, finding, suppressions));
  const severity = severities[UNUSED_SUPPRESSION] ?? 'hint';
  if (severity === 'off') return kept;
  const unused = suppressions.filter(
    (suppression) => !suppression.used && severities[suppression.rule] !== 'off',
  );
  return [...kept, ...unused.map((suppression) => unusedFinding(suppression, severity))];
}

function isSuppressed(report: Report, finding: Finding, suppressions: readonly Suppression[]): boolean {
  const line = report.source.lineAt(finding.span.start);
  let suppressed = false;
  for (const suppression of suppressions) {
    const names = suppression.rule === finding.rule || suppression.rule === EVERY_RULE;
    if (!names || line < suppression.firstLine || line > suppression.lastLine) continue;
    suppression.used = true;
    suppressed = true;
  }
  return suppressed;
}

function readSuppressions(report: Report): Suppression[] {
  const { source } = report;
  const all: Suppression[] = [];
  const open: Suppression[] = [];
  for (const match of source.text.matchAll(COMMENT)) {
    const comment = { start: match.index, end: match.index + match[0].length };
    const line = source.lineAt(comment.start);
    const ids = readIds(match, comment);
    if (match[1] === 'enable') {
      close(open, new Set(ids.map(({ id }) => id)), line);
      continue;
    }
    const [firstLine, lastLine] = reach(match[1]!, line);
    for (const { id, span } of ids) {
      const suppression: Suppression = {
        rule: id,
        span,
        removal: ids.length > 1 ? span : comment,
        firstLine,
        lastLine,
        used: false,
      };
      all.push(suppression);
      if (match[1] === 'disable') open.push(suppression);
    }
  }
  return all;
}

function reach(kind: string, line: number): [number, number] {
  if (kind === 'disable') return [line, Number.POSITIVE_INFINITY];
  return kind === 'disable-line' ? [line, line] : [line + 1, line + 1];
}

function close(open: Suppression[], ids: ReadonlySet<string>, line: number): void {
  for (let i = open.length - 1; i >= 0; i--) {
    const suppression = open[i]!;
    if (!ids.has(EVERY_RULE) && !ids.has(suppression.rule)) continue;
    suppression.lastLine = line;
    open.splice(i, 1);
  }
}

function readIds(match: RegExpExecArray, comment: Span): { id: string; span: Span }[] {
  const start = comment.start + match[0].indexOf(match[2]!, match[0].indexOf(match[1]!) + match[1]!.length);
  const ids = [...match[2]!.matchAll(/[\w-]+/g)].map((found) => {
    const at = start + found.index;
    return { id: found[0], span: { start: at, end: at + found[0].length } };
  });
  return ids.length === 0 ? [{ id: EVERY_RULE, span: comment }] : ids;
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
