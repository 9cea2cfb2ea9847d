/** What every output format has in common. */

import type { Failure } from '../../../files/collect.ts';
import type { Locale } from '../../../l10n.ts';
import { printable } from '../../../printable.ts';
import type { Finding } from '../../../report/model/index.ts';
import type { SourceText } from '../../../report/text/text.ts';
import type { CheckedReport } from '../checkedReport.ts';
import type { Tally } from '../tally.ts';
import { toWire, type WireFinding } from '../wire.ts';

/** What is known when all reports are checked. */
export interface Summary {
  readonly tally: Tally;
  readonly failures: readonly Failure[];
  /** Whether nothing stands between head and tail. */
  readonly isEmpty: boolean;
}

/**
 * Turns results into text, piece by piece, so that a thousand reports need the memory of one. It keeps no
 * state: pieces may be made in several threads and are put together in one.
 */
export interface Reporter {
  readonly head: string;
  readonly separator: string;
  /** A piece for each finding. */
  render(checked: CheckedReport): string[];
  tail(summary: Summary): string;
  /** Whether the tail says that there were no reports. */
  readonly saysOfNone?: true;
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

/** The findings of a report with their texts in a language and their places. */
export function placeFindings(checked: CheckedReport, locale: Locale): PlacedFinding[] {
  const { source, findings } = checked.analysis;
  return findings.map((finding) => ({
    finding,
    source,
    wire: toWire(finding, checked, locale),
  }));
}

/** A file's name at the beginning of a line, where `::` would be a command to a build service that reads along. */
export function printableName(file: string): string {
  return printable(file).replace(/^\s*::/, './$&');
}
