import { type Locale, shownRule } from '../../../l10n.ts';
import { withNames } from '../../../printable.ts';
import type { Severity } from '../../../report/model/index.ts';
import type { WireFinding } from '../wire.ts';
import { placeFindings, type Reporter, type ReporterSettings } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export function githubReporter({ locale }: ReporterSettings): Reporter {
  return {
    head: '',
    separator: '',
    render: (checked) => placeFindings(checked, locale).map(({ wire }) => annotation(wire, locale)),
    tail: () => '',
  };
}

function annotation(finding: WireFinding, locale: Locale): string {
  const {
    file,
    rule,
    severity,
    range: { start, end },
  } = finding;
  const isOneLine = start.line === end.line;
  const properties: [string, string | number][] = [
    ['file', file],
    ['line', start.line + 1],
    ['col', start.character + 1],
    ['endLine', end.line + 1],
    // Only a finding on one line may say where it ends, and GitHub counts its last character in.
    ...(isOneLine ? [['endColumn', Math.max(end.character, start.character + 1)] as [string, number]] : []),
    ['title', shownRule(rule, locale)],
  ];
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${LEVELS[severity]} ${list}::${messageOf(finding)}\n`;
}

/** The message, and a line for each place in another file: an annotation has no other room for them. */
function messageOf({ message, related }: WireFinding): string {
  const elsewhere = related.flatMap((each) =>
    each.file === undefined ? [] : `${each.message} (${each.file}:${each.range.start.line + 1})`,
  );
  return [message, ...elsewhere].map(escapeData).join('%0A');
}

function escapeData(text: string): string {
  return withNames(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
