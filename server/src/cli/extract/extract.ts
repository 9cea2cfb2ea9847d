/** `extract`: the numbers of reports. */

import { type Candidate, collectFiles, type Failure } from '../../files/collect.ts';
import { failureMessage } from '../../files/failure.ts';
import { damageOf, readDocument } from '../../files/readDocument.ts';
import { analyze } from '../../report/analyze.ts';
import { complainOf, complainOfNone } from '../complaint.ts';
import { ExitCode } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { CSV_HEADER, toCsv } from './csv.ts';
import { type ExtractedReport, extractFrom } from './extracted.ts';

export const EXTRACT_FORMATS = ['json', 'csv'] as const;

export interface ExtractOptions {
  readonly paths: readonly string[];
  readonly format: (typeof EXTRACT_FORMATS)[number];
}

/** Turns what was extracted into text, report by report. */
interface Writer {
  readonly head: string;
  write(report: ExtractedReport, isFirst: boolean): string;
  tail(isEmpty: boolean): string;
}

const writers: Readonly<Record<ExtractOptions['format'], Writer>> = {
  json: {
    head: '[',
    write: (report, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(report, null, 2)}`,
    tail: (isEmpty) => (isEmpty ? ']\n' : '\n]\n'),
  },
  csv: { head: CSV_HEADER, write: toCsv, tail: () => '' },
};

/** Prints what reports state; the exit code tells whether all could be read. */
export async function extract(options: ExtractOptions, invocation: Invocation): Promise<ExitCode> {
  const { console } = invocation;
  let code: ExitCode = ExitCode.fine;
  let isEmpty = true;
  const fail = (failure: Failure): void => {
    code = ExitCode.trouble;
    complainOf(failure, invocation);
  };
  const { candidates, failures } = collectFiles(options.paths);
  failures.forEach(fail);
  const writer = writers[options.format];
  await console.write(writer.head);
  for (const candidate of candidates) {
    const report = await extractOne(candidate, fail);
    if (report === null) continue;
    await console.write(writer.write(report, isEmpty));
    isEmpty = false;
  }
  await console.write(writer.tail(isEmpty));
  if (isEmpty && code === ExitCode.fine) complainOfNone(invocation);
  return code;
}

/** `null` for what is no report, and for what fails, so that the rest goes on. */
async function extractOne(
  candidate: Candidate,
  fail: (failure: Failure) => void,
): Promise<ExtractedReport | null> {
  const reading = await readDocument(candidate);
  if (reading === null) return null;
  const { shown, isCertain } = candidate;
  if ('failure' in reading) {
    fail(reading.failure);
    return null;
  }
  try {
    const analysis = analyze(reading.document.text, { assumeReport: isCertain });
    if (!analysis.isReport) return null;
    const damage = damageOf(reading.document);
    if (damage) fail(damage);
    return extractFrom(shown, analysis, reading.document.opened?.account);
  } catch (error) {
    fail({ shown, reason: failureMessage(error) });
    return null;
  }
}
