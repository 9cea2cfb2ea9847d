/** What is wrong with a `disclosure-report.json`, as diagnostics. */
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { type Locale, translate } from '../l10n.ts';
import type { PlanState } from '../workspace/gatherer.ts';
import { toPlainDiagnostic } from './toProtocol.ts';

export function diagnosePlan({ uri, source, problems }: PlanState, locale: Locale): PublishDiagnosticsParams {
  return {
    uri,
    diagnostics: problems.map(({ span, message }) =>
      toPlainDiagnostic(source, span, translate(message, locale)),
    ),
  };
}
