/** `check`: findings of reports, in one of four formats. */
import { translate } from '../../l10n.ts';
import { analyze } from '../../report/analyze.ts';
import type { ReportAnalysis } from '../../report/model.ts';
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
  const reporter = reporters[options.format]({
    locale,
    useColor: console.useColor,
    columns: console.columns,
  });
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    console.complain(`${failure.shown}: ${translate(failure.reason, locale)}`);
  };
  const documents =
    options.stdin === undefined
      ? readDocuments(options.paths, fail)
      : readInput(options.stdin, console, fail);
  let code: ExitCode = ExitCode.fine;
  await console.write(reporter.begin());
  for await (const document of documents) {
    const checked = options.fix ? fixDocument(document, rules, fail) : checkDocument(document, rules);
    if (!checked.analysis.isReport) continue;
    if (checked.analysis.findings.some(({ severity }) => failsOn(severity, options.failOn)))
      code = ExitCode.findings;
    await console.write(reporter.report(checked));
  }
  await console.write(reporter.end(failures));
  return failures.length > 0 ? ExitCode.trouble : code;
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
