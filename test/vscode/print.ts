/** Prints a suite's report, and counts. A suite that did not run, or ran elsewhere, is a failure. */
import type { HostKind, SuiteReport, TestReport } from './report.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Where the suite has to run, and below which folder the extension has to lie. */
export interface Expected {
  readonly host: HostKind;
  readonly extension: string;
}

/** @param failure what VS Code itself ended with, `undefined` where it ended well */
export function printSuite(
  report: SuiteReport | undefined,
  expected: Expected,
  failure: string | undefined,
): Tally {
  const { passed, failed } = printTests(report?.tests ?? []);
  const wrong = whatIsWrong(report, expected, passed, failed, failure);
  if (wrong) console.log(`  ✖ ${wrong}`);
  const tally = { passed, failed: failed + (wrong ? 1 : 0) };
  const where = report ? `VS Code ${report.vscode}, ${report.host}: ` : '';
  console.log(`  ${where}${tally.passed} passed, ${tally.failed} failed`);
  return tally;
}

/** Prints tests and counts them. */
export function printTests(tests: readonly TestReport[]): Tally {
  for (const test of tests) printTest(test);
  const count = (wanted: TestReport['state']): number => tests.filter(({ state }) => state === wanted).length;
  return { passed: count('passed'), failed: count('failed') };
}

function printTest({ title, duration, state, failure }: TestReport): void {
  const mark = { passed: '✔', failed: '✖', pending: '-' }[state];
  console.log(`  ${mark} ${title} (${duration} ms)`);
  if (failure) console.log(failure.replace(/^/gm, '      '));
}

function whatIsWrong(
  report: SuiteReport | undefined,
  expected: Expected,
  passed: number,
  failed: number,
  failure: string | undefined,
): string | undefined {
  if (!report) return `The suite did not run: ${failure ?? 'VS Code ended without a report'}`;
  if (report.host !== expected.host) {
    return `The suite ran in the ${report.host} host, not in ${expected.host}.`;
  }
  if (!isWithin(report.extension, expected.extension)) {
    return `The extension was loaded from ${report.extension || 'nowhere'}, not from ${expected.extension}.`;
  }
  if (passed + failed === 0) return 'The suite has no tests.';
  if (failed === 0 && failure) return `VS Code ended badly: ${failure}`;
  return undefined;
}

/** Case and slashes aside: one is an address's path, the other a file's. */
function isWithin(path: string, folder: string): boolean {
  const plain = (text: string) => text.replaceAll('\\', '/').toLowerCase();
  return plain(path).includes(plain(folder));
}
