import type { ReportFormat } from '../options.ts';
import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import type { Reporter, ReporterSettings } from './reporter.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';

/** The output formats; a new one is a line here and a file beside. */
export const reporters: Readonly<Record<ReportFormat, (settings: ReporterSettings) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
};
