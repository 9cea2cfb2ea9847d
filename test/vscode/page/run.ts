/** Tests of what is seen in the page: the same ones in two fonts, at 100 and at 200 %. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestReport } from '../report.ts';
import { columnTests, editingTests } from './alignment.ts';
import { type PageTest, type Place, preparePlace, type View, Workbench } from './workbench.ts';

const report = 'faulty.disclosure.txt';
const fixture = join(import.meta.dirname, '..', 'fixtures', 'workspace', report);

/** A Latin font first, as VS Code has it, and a Chinese one. */
const fonts: readonly [string, string] = [
  "'DejaVu Sans Mono', monospace",
  "'Noto Sans Mono CJK SC', 'WenQuanYi Zen Hei Mono', monospace",
];

const views: readonly View[] = [
  ...[1, 2].flatMap((zoom) => fonts.map((font): View => ({ font, zoom, host: 'node' }))),
  { font: fonts[0], zoom: 1, host: 'web' },
];

/** Runs all of them; none where the machine has no font for Chinese, whose characters are no width then. */
export async function runPageTests(folder: string, chosen = views): Promise<TestReport[]> {
  if (!hasChineseFont()) return [pending('columns of tables (there is no font for Chinese: fonts-noto-cjk)')];
  const place = await preparePlace(folder, { [report]: fixture });
  const reports: TestReport[] = [];
  for (const [index, view] of chosen.entries()) {
    const where = `${view.font.split(',')[0]}, ${view.zoom * 100} %, ${view.host}: `;
    const tests = index === 0 ? [...columnTests, ...editingTests] : columnTests;
    reports.push(...(await runIn(place, view, tests, where)));
  }
  return reports;
}

function hasChineseFont(): boolean {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return process.platform !== 'linux' || (!error && stdout.trim() !== '');
}

function pending(title: string): TestReport {
  return { title, duration: 0, state: 'pending' };
}

async function runIn(
  place: Place,
  view: View,
  tests: readonly PageTest[],
  where: string,
): Promise<TestReport[]> {
  const workbench = await Workbench.open(place, view);
  try {
    await workbench.openReport(report);
    const reports: TestReport[] = [];
    for (const { title, run } of tests) reports.push(await runTest(where + title, () => run(workbench)));
    return reports;
  } finally {
    await workbench.close();
  }
}

async function runTest(title: string, run: () => Promise<void>): Promise<TestReport> {
  const from = performance.now();
  const failure = await run().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  const duration = Math.round(performance.now() - from);
  return failure === undefined
    ? { title, duration, state: 'passed' }
    : { title, duration, state: 'failed', failure };
}
