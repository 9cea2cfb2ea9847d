import type { ReportFormat } from '../options.ts';
import { changesReporter } from './changesReporter.ts';
import { githubReporter } from './githubReporter.ts';
import { jsonReporter } from './jsonReporter.ts';
import type { Reporter, ReporterSettings } from './reporter.ts';
import { sarifReporter } from './sarifReporter.ts';
import { textReporter } from './textReporter.ts';

/** The output formats; a new one is a line here and a file beside. */
export const reporters: Readonly<Record<ReportFormat, (settings: ReporterSettings) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  changes: changesReporter,
};
