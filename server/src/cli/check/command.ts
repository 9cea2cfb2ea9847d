/** `check`: findings of reports, in one of four formats. */
import { translate } from '../../l10n.ts';
import { analyze } from '../../report/analyze.ts';
import type { ReportAnalysis } from '../../report/model.ts';
import type { Console } from '../console.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Failure } from '../files/collect.ts';
import { encode } from '../files/encoding.ts';
import { failureMessage } from '../files/failure.ts';
import { readDocuments, readInput } from '../files/input.ts';
import type { Document } from '../files/read.ts';
import { replaceFile } from '../files/write.ts';
import type { Session } from '../program.ts';
import { type RuleSeverities, readConfig } from './config.ts';
import { applySafeFixes } from './fixes.ts';
import { type CheckOptions, failsOn } from './options.ts';
import { reporters } from './reporters/index.ts';
import type { CheckedReport } from './reporters/reporter.ts';

/** Checks reports and says what was found; the exit code is the contract's. */
export async function check(options: CheckOptions, { console, locale }: Session): Promise<ExitCode> {
  refuseContradictions(options);
  const rules = options.config === undefined ? {} : readConfig(options.config);
  const { useColor, columns } = console;
  const reporter = reporters[options.format]({ locale, useColor, columns });
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    console.complain(`${failure.shown}: ${translate(failure.reason, locale)}`);
  };
  let code: ExitCode = ExitCode.fine;
  await console.write(reporter.begin());
  for await (const document of readAll(options, console, fail)) {
    const checked = examine(document, options, rules, fail);
    if (checked === null) continue;
    if (hasFailing(checked, options)) code = ExitCode.findings;
    await console.write(reporter.report(checked));
  }
  await console.write(reporter.end(failures));
  return failures.length > 0 ? ExitCode.trouble : code;
}

type Fail = (failure: Failure) => void;

function readAll({ stdin, paths }: CheckOptions, console: Console, fail: Fail): AsyncGenerator<Document> {
  return stdin === undefined ? readDocuments(paths, fail) : readInput(stdin, console, fail);
}

/** A report with its findings; `null` for what is none, and for what fails, so that the rest goes on. */
function examine(
  document: Document,
  { fix }: CheckOptions,
  rules: RuleSeverities,
  fail: Fail,
): CheckedReport | null {
  try {
    const checked = fix ? fixDocument(document, rules, fail) : checkDocument(document, rules);
    return checked.analysis.isReport ? checked : null;
  } catch (error) {
    fail({ shown: document.shown, reason: failureMessage(error) });
    return null;
  }
}

function hasFailing({ analysis }: CheckedReport, { failOn }: CheckOptions): boolean {
  return analysis.findings.some(({ severity }) => failsOn(severity, failOn));
}

function refuseContradictions({ stdin, paths, fix }: CheckOptions): void {
  if (stdin === undefined) return;
  if (paths.length > 0) throw new UsageError({ key: 'cli.usage.stdinAndPaths', args: {} });
  if (fix) throw new UsageError({ key: 'cli.usage.stdinAndFix', args: {} });
}

function analyzeDocument({ isCertain }: Document, text: string, rules: RuleSeverities): ReportAnalysis {
  return analyze(text, { rules, assumeReport: isCertain });
}

function checkDocument(document: Document, rules: RuleSeverities): CheckedReport {
  return {
    file: document.shown,
    analysis: analyzeDocument(document, document.content.text, rules),
    fixed: 0,
  };
}

/** Fixes a file in place; one that cannot be written is reported as it stands. */
function fixDocument(
  document: Document,
  rules: RuleSeverities,
  fail: (failure: Failure) => void,
): CheckedReport {
  const { text } = document.content;
  const fixed = applySafeFixes(text, (current) => analyzeDocument(document, current, rules));
  try {
    if (fixed.text !== text) replaceFile(document.path, encode(fixed.text, document.content));
    return { file: document.shown, analysis: fixed.analysis, fixed: fixed.count };
  } catch (error) {
    fail({ shown: document.shown, reason: failureMessage(error) });
    return checkDocument(document, rules);
  }
}
