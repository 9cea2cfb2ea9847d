/** Runs the tests on a prepared mocha and writes the report; the same in both hosts. */
import { extensions, Uri, version, workspace } from 'vscode';
import { extensionId, type HostKind, reportFile, type SuiteReport, type TestReport } from '../report.ts';

/** A mocha reporter that prints nothing: the runner outside prints what the report file says. */
function silentReporter(): Mocha.ReporterConstructor {
  return class {} as unknown as Mocha.ReporterConstructor;
}

export const options = { ui: 'bdd', timeout: 40_000, reporter: silentReporter() } as const;

export async function runSuite(mocha: Pick<Mocha, 'run'>): Promise<void> {
  // Only now: the test files call `describe` as they load.
  await import('./all.ts');
  const tests = await collect(mocha);
  const extension = extensions.getExtension(extensionId)?.extensionUri.path ?? '';
  await write({ vscode: version, host: actualHost(), extension, tests });
  const failed = tests.filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** Which host this really is: only the web worker can import scripts. */
function actualHost(): HostKind {
  return 'importScripts' in globalThis ? 'web' : 'node';
}

function collect(mocha: Pick<Mocha, 'run'>): Promise<TestReport[]> {
  const tests: TestReport[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(tests));
    const add = (test: Mocha.Runnable, state: TestReport['state'], failure?: Error): void => {
      const report = { title: test.fullTitle(), duration: test.duration ?? 0, state };
      tests.push(failure ? { ...report, failure: failure.stack ?? String(failure) } : report);
    };
    runner.on('pass', (test) => add(test, 'passed'));
    runner.on('pending', (test) => add(test, 'pending'));
    runner.on('fail', (test, error: Error) => add(test, 'failed', error));
  });
}

async function write(report: SuiteReport): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('the suite needs a workspace folder to report in');
  await workspace.fs.writeFile(
    Uri.joinPath(folder.uri, reportFile),
    new TextEncoder().encode(JSON.stringify(report)),
  );
}
