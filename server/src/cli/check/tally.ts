/** Counts of what was checked, found and fixed. */
import type { Severity } from '../../report/model/index.ts';
import type { CheckedReport } from './checkedReport.ts';

export interface Tally {
  readonly reports: number;
  /** Fixes that were applied. */
  readonly fixed: number;
  /** Findings that `--fix` would mend. */
  readonly fixable: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

export const EMPTY_TALLY: Tally = {
  reports: 0,
  fixed: 0,
  fixable: 0,
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
};

/** The counts of one report. */
export function tallyOf({ analysis: { findings }, fixed }: CheckedReport): Tally {
  const counts = { ...EMPTY_TALLY.counts };
  for (const { severity } of findings) counts[severity]++;
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  return { reports: 1, fixed, fixable, counts };
}

/** The sum of two counts. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    reports: a.reports + b.reports,
    fixed: a.fixed + b.fixed,
    fixable: a.fixable + b.fixable,
    counts: {
      error: a.counts.error + b.counts.error,
      warning: a.counts.warning + b.counts.warning,
      information: a.counts.information + b.counts.information,
      hint: a.counts.hint + b.counts.hint,
    },
  };
}
