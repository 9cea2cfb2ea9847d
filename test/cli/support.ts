/** Runs the command as a user does: a process of its own, its streams and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIds } from '../../server/src/report/rules/index.ts';
import { bundle } from '../bundle.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const sourceProgram = join(root, 'server/src/cli/main.ts');
/** The command as it ships: one file, made by the same tool. It starts in a third of the time of the sources. */
export const program = await bundled();

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  /** Another program than the bundle: the sources. */
  readonly program?: string;
}

/** Runs `disclosure-report` with arguments, in English unless the environment says otherwise. */
export function run(args: readonly string[], options: RunOptions = {}): Run {
  const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR, ...inherited } = process.env;
  const result = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', options.program ?? program, ...args],
    {
      cwd: options.cwd ?? root,
      input: options.input ?? '',
      env: { ...inherited, ...(options.env ?? { LANG: 'en_US.UTF-8' }) },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  return { code: result.status, out: result.stdout, err: result.stderr };
}

async function bundled(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-cli-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return bundle(sourceProgram, join(folder, 'cli.js'));
}

/** A folder with files for one test; gone when the test is over. */
export function folderWith(
  t: { after(action: () => void): void },
  files: Record<string, string | Buffer>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const sampleNames = readdirSync(join(root, 'samples'));

/** A sample by the beginning of its name. */
export function sampleName(beginning: string): string {
  const name = sampleNames.find((each) => each.startsWith(beginning));
  if (name === undefined) throw new Error(`no sample ${beginning}`);
  return name;
}

export function sample(beginning: string): string {
  return readFileSync(join(root, 'samples', sampleName(beginning)), 'utf8');
}

/** The township's report, in which nothing is wrong. */
export const sound = sample('青石镇');

const RIGHT_ROW = '一、本年新收政府信息公开申请数量\t\t\t3\t1\t0\t0\t0\t0\t4';

/** The township's report with a wrong total in one row and a full-width number in another place. */
export const faulty = sound
  .replace(/(一、本年新收政府信息公开申请数量\t\t\t.*\t)\d+\n/, '$19\n')
  .replace('行政许可\t18', '行政许可\t１８');

if (!sound.includes(RIGHT_ROW) || faulty === sound)
  throw new Error('the sample is not what these tests expect');

/** A configuration that leaves only some rules on, so that a test is about these and no others. */
export function onlyRules(...ids: readonly string[]): string {
  const off = [...ruleIds].filter((id) => !ids.includes(id)).map((id) => [id, 'off']);
  return JSON.stringify({ rules: Object.fromEntries(off) });
}
