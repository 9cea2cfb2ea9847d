/**
 * 4. Checking files, spawn to exit: 500 in Markdown against the linter that Markdown has, one against Node doing nothing,
 * and, as floors, 2,000 against only reading them and against a Markdown parser on them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundles, markdownLinter } from './bundles.ts';
import { faultySample, markdownSample, soundSamples } from './material.ts';
import { printTable, type Row, ratioRow, type Timings } from './table.ts';
import { inTurns, shortened } from './turns.ts';

const FILES = 2000;
const MARKDOWN_FILES = 500;
/** One in so many is full of faults. */
const FAULTY_EVERY = 20;
const TURNS = { warmUp: 2, rounds: 15 };
const ONE_FILE_TURNS = { warmUp: 5, rounds: 60 };

/** @param brief whether a tenth of the turns will do */
export function measureFiles(bundles: Bundles, brief: boolean): void {
  printTable('4. Checking files, spawn to exit', [
    againstLinter(bundles, brief),
    againstNothing(bundles, brief),
    ...againstFloors(bundles, brief),
  ]);
}

function againstLinter({ folder, cli }: Bundles, brief: boolean): Row {
  const files = write(join(folder, 'markdown'), MARKDOWN_FILES, 'md', (index) =>
    markdownSample.replaceAll('东澄区', `东澄${index}区`),
  );
  const timings = inTurns(
    () => run([cli, ...CHECK, files]),
    () => run([markdownLinter, '--no-globs', `${files}/*.md`], LINTER_FOUND),
    shortened(TURNS, brief),
  );
  return ratioRow(`${MARKDOWN_FILES} in Markdown, against markdownlint-cli2`, timings, 'p50 ≤ 0.25×');
}

function againstNothing({ folder, cli }: Bundles, brief: boolean): Row {
  const file = join(folder, 'one.disclosure.txt');
  writeFileSync(file, soundSamples[0]!);
  const timings = inTurns(
    () => run([cli, ...CHECK, file]),
    () => run(['-e', '0']),
    shortened(ONE_FILE_TURNS, brief),
  );
  return ratioRow('one, against node -e 0', timings, 'p50 ≤ 1.8×');
}

function againstFloors({ folder, cli, reader, parser }: Bundles, brief: boolean): Row[] {
  const files = write(join(folder, 'reports'), FILES, 'txt', (index) =>
    index % FAULTY_EVERY === 0 ? faultySample : soundSamples[index % soundSamples.length]!,
  );
  const against = (program: string): Timings =>
    inTurns(
      () => run([cli, ...CHECK, files]),
      () => run([program, files]),
      shortened(TURNS, brief),
    );
  return [
    ratioRow(`${FILES}, against only reading them`, against(reader), ''),
    ratioRow(`${FILES}, against reading them and markdown-it parsing them`, against(parser), ''),
  ];
}

function write(folder: string, count: number, ending: string, textOf: (index: number) => string): string {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${i}.disclosure.${ending}`), textOf(i));
  return folder;
}

const CHECK = ['check', '--format', 'json', '--fail-on', 'never'];

/** The linter's exit code where it has something to say. */
const LINTER_FOUND = 1;

function run(args: readonly string[], alsoFine = 0): void {
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0 && status !== alsoFine) throw new Error(String(stderr));
}
