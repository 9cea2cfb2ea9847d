/** What every output format has in common. */
import type { Locale } from '../../../l10n.ts';
import type { Finding, ReportAnalysis } from '../../../report/model.ts';
import type { SourceText } from '../../../report/source/text.ts';
import type { Failure } from '../../files/collect.ts';
import { toWire, type WireFinding } from '../wire.ts';

/** A report that was checked. */
export interface CheckedReport {
  /** As output names it. */
  readonly file: string;
  readonly analysis: ReportAnalysis;
  /** How many fixes `--fix` applied. */
  readonly fixed: number;
}

/** Turns results into text, piece by piece, so that a thousand reports need the memory of one. */
export interface Reporter {
  begin(): string;
  report(checked: CheckedReport): string;
  end(failures: readonly Failure[]): string;
}

/** What a format may take into account. */
export interface ReporterSettings {
  readonly locale: Locale;
  readonly useColor: boolean;
  readonly columns: number | null;
}

/** A finding with its texts and places worked out, and the text it is about. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly wire: WireFinding;
  readonly source: SourceText;
}

export function placeFindings({ analysis, file }: CheckedReport, locale: Locale): PlacedFinding[] {
  const { source } = analysis;
  return analysis.findings.map((finding) => ({
    finding,
    source,
    wire: toWire(finding, source, file, locale),
  }));
}
