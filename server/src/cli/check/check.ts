/** `check`: findings of reports, in one of four formats. */

import { collectFiles, type Failure } from '../../files/collect.ts';
import { complainOf, complainOfNone } from '../complaint.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { readConfig } from './config.ts';
import { Examiner, type Outcome, type Task } from './examine.ts';
import { examineTogether } from './examineTogether.ts';
import type { CheckOptions } from './options.ts';
import type { Reporter } from './reporters/reporter.ts';
import { addTallies, EMPTY_TALLY } from './tally.ts';

/** Checks reports and prints what was found; the exit code is part of the command's interface (`ExitCode`). */
export async function check(options: CheckOptions, invocation: Invocation): Promise<ExitCode> {
  refuseContradictions(options);
  const { console, locale } = invocation;
  const { useColor, columns } = console;
  const task: Task = {
    options: { format: options.format, failOn: options.failOn, fix: options.fix === true },
    rules: options.config === undefined ? {} : readConfig(options.config),
    settings: { locale, useColor, columns },
  };
  const examiner = new Examiner(task);
  if (options.stdin !== undefined) {
    const outcome = await examiner.examineInput(options.stdin, console.readInput);
    return putTogether([outcome], [], examiner.reporter, invocation);
  }
  const { candidates, plans, failures } = collectFiles(options.paths);
  return putTogether(examineTogether(candidates, plans, examiner), failures, examiner.reporter, invocation);
}

function refuseContradictions({ stdin, paths, fix }: CheckOptions): void {
  if (stdin === undefined) return;
  if (paths.length > 0) throw new UsageError({ key: 'cli.usage.stdinAndPaths', args: {} });
  if (fix) throw new UsageError({ key: 'cli.usage.stdinAndFix', args: {} });
}

/** Puts outcomes together as they come. */
async function putTogether(
  outcomes: Iterable<Outcome> | AsyncIterable<Outcome>,
  missing: readonly Failure[],
  reporter: Reporter,
  invocation: Invocation,
): Promise<ExitCode> {
  const { console } = invocation;
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    complainOf(failure, invocation);
  };
  missing.forEach(fail);
  let tally = EMPTY_TALLY;
  let isFailing = false;
  let isEmpty = true;
  await console.write(reporter.head);
  for await (const outcome of outcomes) {
    if (outcome.failure) fail(outcome.failure);
    tally = addTallies(tally, outcome.tally);
    isFailing ||= outcome.isFailing;
    if (outcome.pieces.length === 0) continue;
    await console.write((isEmpty ? '' : reporter.separator) + outcome.pieces.join(reporter.separator));
    isEmpty = false;
  }
  await console.write(reporter.tail({ tally, failures, isEmpty }));
  if (failures.length > 0) return ExitCode.trouble;
  if (tally.reports === 0 && !reporter.saysOfNone) complainOfNone(invocation);
  return isFailing ? ExitCode.findings : ExitCode.fine;
}
