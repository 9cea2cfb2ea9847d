/** What `check` can be told. */
import type { Severity } from '../../report/model/index.ts';

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'changes'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** From the gravest to the lightest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly config?: string;
  readonly fix?: boolean;
  readonly stdin?: string;
}

/** Whether a finding of this severity makes the run fail. */
export function failsOn(severity: Severity, threshold: FailOn): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
