/** `export`: a report as it is to be published. */
import { shownPath } from '../../files/paths.ts';
import { readDocument } from '../../files/readDocument.ts';
import { publishedKindOf, publishReport } from '../../publishReport.ts';
import { complainOf } from '../complaint.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { createFile } from '../output.ts';

export interface ExportOptions {
  readonly report: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes a report as a Word document or a web page. @throws UsageError for a name of another kind */
export async function exportReport(options: ExportOptions, invocation: Invocation): Promise<ExitCode> {
  const { report, force } = options;
  const output = options.output ?? report.replace(/(?:\.disclosure)?\.[^./\\]*$/, '.docx');
  const kind = publishedKindOf(output);
  if (kind === null) throw new UsageError({ key: 'cli.usage.exportName', args: { found: output } });
  const shown = shownPath(report);
  const reading = await readDocument({ shown, path: report, isCertain: true });
  if ('failure' in reading) {
    complainOf(reading.failure, invocation);
    return ExitCode.trouble;
  }
  const published = await publishReport(reading.document.text, kind);
  if (published instanceof Uint8Array) return createFile(output, published, invocation, force);
  complainOf({ shown, reason: published }, invocation);
  return ExitCode.trouble;
}
