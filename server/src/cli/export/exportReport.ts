/** `export`: a report as it is to be published. */
import { shownPath } from '../../files/paths.ts';
import { readDocument } from '../../files/readDocument.ts';
import { complainOf } from '../complaint.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { createFile } from '../output.ts';
import { publishReport } from './publishReport.ts';

export interface ExportOptions {
  readonly report: string;
  readonly output?: string;
  readonly force?: boolean;
}

const DOCX_NAME = /\.docx$/i;

/** Writes a report as a Word document. @throws UsageError for a name of another kind */
export async function exportReport(options: ExportOptions, invocation: Invocation): Promise<ExitCode> {
  const { report, force } = options;
  const output = options.output ?? report.replace(/(?:\.disclosure)?\.[^./\\]*$/, '.docx');
  if (!DOCX_NAME.test(output)) throw new UsageError({ key: 'cli.usage.exportName', args: { found: output } });
  const shown = shownPath(report);
  const reading = await readDocument({ shown, path: report, isCertain: true });
  if ('failure' in reading) {
    complainOf(reading.failure, invocation);
    return ExitCode.trouble;
  }
  const published = await publishReport(reading.document.text);
  if (published instanceof Uint8Array) return createFile(output, published, invocation, force);
  complainOf({ shown, reason: published }, invocation);
  return ExitCode.trouble;
}
