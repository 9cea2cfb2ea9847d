/** The language status item: how many findings the active report has. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import { activeReport, followActiveReport } from './activeReport.ts';
import { languageId } from './recognition.ts';

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** The findings on record for a document, ours only. */
function countFindings(uri: Uri): FindingCounts {
  return countDiagnostics(languages.getDiagnostics(uri).filter(({ source }) => source === languageId));
}

/** Counts by severity; information and hints are counted together. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): FindingCounts {
  const errors = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  const warnings = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
  return { errors, warnings, others: diagnostics.length - errors - warnings };
}

/** Keeps the item in step with the active editor and its diagnostics. */
export function showStatus(): Disposable[] {
  const item = languages.createLanguageStatusItem('disclosureReport.findings', []);
  item.name = l10n.t('Disclosure Report');
  item.command = { command: 'workbench.actions.view.problems', title: l10n.t('Show Problems') };
  const refresh = (): void => update(item, activeReport());
  return [
    item,
    ...followActiveReport(refresh),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) refresh();
    }),
  ];
}

function update(item: LanguageStatusItem, document: TextDocument | undefined): void {
  if (document === undefined) {
    item.selector = [];
    return;
  }
  const counts = countFindings(document.uri);
  item.selector = { language: document.languageId, scheme: document.uri.scheme };
  item.text = summary(counts);
  item.severity = severity(counts);
}

/** How many there are of each, or that there is nothing. */
export function summary({ errors, warnings, others }: FindingCounts): string {
  return errors + warnings + others === 0
    ? l10n.t('No findings')
    : l10n.t('Errors: {errors} · Warnings: {warnings} · Hints: {hints}', { errors, warnings, hints: others });
}

function severity({ errors, warnings }: FindingCounts): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
