/** Which sample, and which place in it, shows best what the extension does. */
import { join, relative } from 'node:path';
import { distFolder, projectRoot } from './places.ts';
import { run } from './processes.ts';
import type { FilePlace } from './workbench.ts';

export const samples = join(projectRoot, 'samples');

/** The part of the command line's JSON that matters here. */
interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly range: Range;
  readonly related: readonly { readonly range: Range }[];
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
}

export interface Showcase {
  /** A faulty total. */
  readonly total: FilePlace;
  /** The first of its addends. */
  readonly addend: FilePlace;
  /** How many findings the sample has. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly hints: number };
}

/** Runs `disclosure-report check` on the samples. */
export async function checkSamples(args: readonly string[], echo = false): Promise<string> {
  const cli = join(distFolder, 'cli.js');
  const all = ['check', '--fail-on', 'never', ...args, relative(projectRoot, samples)];
  if (echo) console.log(`\n$ disclosure-report ${all.join(' ')}`);
  const options = { cwd: projectRoot, ...(echo ? { stdio: 'inherit' as const } : {}) };
  const { code, output } = await run(process.execPath, [cli, ...all], options);
  if (code !== 0) throw new Error(`The command line failed on the samples:\n${output}`);
  return output;
}

/** The first faulty total of the Word document with the most findings, or its first error. */
export async function showcase(): Promise<Showcase> {
  const findings = JSON.parse(await checkSamples(['--format', 'json'])) as readonly Finding[];
  const worst = mostFrequent(findings.map(({ file }) => file).filter((file) => file.endsWith('.docx')));
  const there = findings.filter(({ file }) => file === worst);
  const errors = there.filter(({ severity }) => severity === 'error');
  const warnings = there.filter(({ severity }) => severity === 'warning').length;
  const shown = errors.find(({ rule }) => /-total$|-balance$/.test(rule)) ?? errors[0];
  if (!shown) throw new Error('There is no error in any sample: nothing to show.');
  const total = placeOf(shown, shown.range);
  const addend = placeOf(shown, shown.related[0]?.range ?? shown.range);
  const hints = there.length - errors.length - warnings;
  return { total, addend, counts: { errors: errors.length, warnings, hints } };
}

function placeOf({ file }: Finding, { start }: Range): FilePlace {
  return { file: join(projectRoot, file), line: start.line + 1, column: start.character + 1 };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
