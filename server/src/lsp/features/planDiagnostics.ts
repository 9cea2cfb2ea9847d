/** What is wrong with a `disclosure-report.json`, as diagnostics. */
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { type Locale, translate } from '../../l10n.ts';
import type { PlanProblem } from '../../report/others/plan/plan.ts';
import type { PlanState } from '../../workspace/reports/gatherer.ts';
import { toPlainDiagnostic } from '../toProtocol.ts';

/**
 * The code tells what is wrong with the text, which an editor that knows the schema sees by itself, from what the text
 * says of reports that are not there.
 */
export function diagnosePlan(
  { uri, source, textProblems, reportProblems }: PlanState,
  locale: Locale,
): PublishDiagnosticsParams {
  const toDiagnostics = (code: string, problems: readonly PlanProblem[]): Diagnostic[] =>
    problems.map(({ span, message }) => toPlainDiagnostic(source, span, code, translate(message, locale)));
  return {
    uri,
    diagnostics: [
      ...toDiagnostics('plan-text', textProblems),
      ...toDiagnostics('plan-reports', reportProblems),
    ],
  };
}
