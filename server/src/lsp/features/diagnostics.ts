/** Findings as diagnostics: pulled where the client can, pushed with their version where it cannot. */
import type {
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { toDiagnostic } from '../toProtocol.ts';
import type { Context, Feature } from './feature.ts';

/** The result id of every empty answer: nothing is the same as nothing, whatever was typed in between. */
const NOTHING = 'none';

/** Answers nothing where there is nothing to say: no report, or checking switched off. */
function diagnose(context: Context): Diagnostic[] {
  const { validate, analysis } = context.report;
  return validate ? analysis.findings.map((finding) => toDiagnostic(context, finding)) : [];
}

export const pullDiagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = (
  context,
  params,
) => {
  const { validate, analysis, id } = context.report;
  const resultId = validate && analysis.findings.length > 0 ? id : NOTHING;
  if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: diagnose(context) };
};

/** What a pulling client hears of a document that is not open. */
export const noDiagnostics: DocumentDiagnosticReport = { kind: 'full', resultId: NOTHING, items: [] };

/** What is pushed for a report to a client that does not pull. */
export function toPublish(context: Context): PublishDiagnosticsParams {
  const { uri, version } = context.report;
  return { uri, version, diagnostics: diagnose(context) };
}
