/**
 * `npm test`: every check there is, one after the other, each to its end; then a table of them and the sum of
 * all tests in the last line.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './vscode/places.ts';
import { run, runMain } from './vscode/processes.ts';

interface Stage {
  readonly script: string;
  /** Whether it runs tests, which are counted; else it only passes or fails. */
  readonly tests: boolean;
  /** Whether all its tests may be skipped: they run on files that are not part of the project. */
  readonly mayBeSkipped?: boolean;
}

const stages: readonly Stage[] = [
  { script: 'package', tests: false },
  { script: 'typecheck', tests: false },
  { script: 'lint', tests: false },
  { script: 'test:unit', tests: true },
  { script: 'test:real', tests: true, mayBeSkipped: true },
  { script: 'test:layouts', tests: true },
  { script: 'test:formats', tests: true },
  { script: 'test:properties', tests: true },
  { script: 'test:large', tests: true },
  { script: 'test:oracle', tests: true },
  { script: 'test:protocol', tests: true },
  { script: 'test:grammar', tests: true },
  { script: 'test:cli', tests: true },
  { script: 'test:vscode', tests: true },
];

interface Result {
  readonly script: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly note: string;
}

runMain(main);

async function main(): Promise<number> {
  const { scripts } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const results: Result[] = [];
  for (const stage of stages) {
    console.log(`\n=== ${stage.script}`);
    results.push(stage.script in scripts ? await runStage(stage) : missing(stage));
  }
  const failed = sum(results.map((result) => result.failed));
  print(results);
  console.log(`\n${sum(results.map((result) => result.passed))} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runStage({ script, tests, mayBeSkipped = false }: Stage): Promise<Result> {
  const from = Date.now();
  const shell = process.platform === 'win32';
  const options = { cwd: projectRoot, shell, echo: true, timeLimit: 1_800_000 };
  const { code, output } = await run('npm', ['run', '--silent', script], options);
  const counted = tests ? count(output) : { passed: 0, failed: 0 };
  const seconds = (Date.now() - from) / 1000;
  const note = fault(code, counted, tests && !mayBeSkipped);
  // A stage that fails without a failed test (a crash, a type error) still counts as one failure.
  return { script, ...counted, failed: counted.failed + (note ? 1 : 0), seconds, note };
}

function missing({ script }: Stage): Result {
  return { script, passed: 0, failed: 1, seconds: 0, note: 'package.json has no such script' };
}

/** The counts that node's test runner and our own suites print. */
function count(output: string): { passed: number; failed: number } {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  if (passed !== undefined) return { passed: Number(passed), failed: Number(failed) };
  const ofNode = (word: string) => {
    const found = [...output.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)`, 'gm'))];
    return sum(found.map((match) => Number(match[1])));
  };
  return { passed: ofNode('pass'), failed: ofNode('fail') };
}

function fault(
  code: number,
  { passed, failed }: { passed: number; failed: number },
  mustRunTests: boolean,
): string {
  if (code !== 0 && failed === 0) return `exit code ${code}`;
  if (mustRunTests && passed + failed === 0) return 'ran no test';
  return '';
}

function print(results: readonly Result[]): void {
  console.log('\n=== summary');
  for (const { script, passed, failed, seconds, note } of results) {
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed` : '';
    const mark = failed > 0 ? '✖' : '✔';
    console.log(
      `${mark} ${script.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${counts} ${note}`.trimEnd(),
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
