/**
 * Runs the suite in a real VS Code: from the sources and from the packaged VSIX, in the Node extension host and
 * in the web worker extension host. Then, as `page`, what is seen in the page of the packaged one.
 *
 * The VS Code is the headless one of `scripts/vscode`; with VSCODE_VERSION set (`stable`, `insiders`, `1.91.0`)
 * the desktop one of that version, which is downloaded.
 * Arguments choose among the runs: `npm run test:vscode -- sources-web`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import {
  distFolder,
  extensionId,
  headlessExecutable,
  keptFolder,
  packagedExtension,
  projectRoot,
} from '../../scripts/vscode/places.ts';
import { runMain } from '../../scripts/vscode/processes.ts';
import { tail } from '../../scripts/vscode/server.ts';
import { bodyOf, sound, wordOf } from '../formats/support/word.ts';
import { bundleSuite, suiteModule, testExtensionId } from './bundle.ts';
import { runPageTests } from './page/run.ts';
import { printSuite, printTests, type Tally } from './print.ts';
import { documentFixture, type HostKind, reportFile, type SuiteReport } from './report.ts';

interface Run {
  readonly name: string;
  readonly title: string;
  readonly host: HostKind;
  readonly packaged: boolean;
}

const runs: readonly Run[] = [
  { name: 'sources-node', title: 'From the sources, Node extension host', host: 'node', packaged: false },
  { name: 'sources-web', title: 'From the sources, web worker extension host', host: 'web', packaged: false },
  { name: 'packaged-node', title: 'Packaged VSIX, Node extension host', host: 'node', packaged: true },
  { name: 'packaged-web', title: 'Packaged VSIX, web worker extension host', host: 'web', packaged: true },
];

const pageRun = 'page';
/** Row 予以公开 of the sound report with a wrong total: 57 is right. */
const withWrongTotal = sound.replace('41\t6\t1\t2\t3\t4\t57', '41\t6\t1\t2\t3\t4\t75');

const runsFolder = join(keptFolder, 'runs');
const suiteExtension = join(runsFolder, 'suite');

runMain(main);

async function main(): Promise<number> {
  const chosen = chooseRuns(process.argv.slice(2));
  requireBuilt(chosen);
  await rm(runsFolder, { recursive: true, force: true });
  await bundleSuite(suiteExtension);
  const vscode = await vscodeExecutable();
  let passed = 0;
  let failed = 0;
  for (const run of chosen) {
    const tally = await runOnce(vscode, run);
    passed += tally.passed;
    failed += tally.failed;
  }
  if (showsPage(process.argv.slice(2))) {
    console.log('\nPackaged VSIX, as the page shows it');
    const tally = printTests(await runPageTests(join(runsFolder, pageRun)));
    passed += tally.passed;
    failed += tally.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function chooseRuns(names: readonly string[]): readonly Run[] {
  const known = [...runs.map(({ name }) => name), pageRun];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no such run: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  return names.length === 0 ? runs : runs.filter(({ name }) => names.includes(name));
}

/** A desktop VS Code has no page that could be driven. */
function showsPage(names: readonly string[]): boolean {
  return !process.env.VSCODE_VERSION && (names.length === 0 || names.includes(pageRun));
}

function requireBuilt(chosen: readonly Run[]): void {
  const needed = [
    'client.js',
    'server.js',
    'engine.js',
    join('browser', 'client.js'),
    join('browser', 'server.js'),
  ];
  const files = needed.map((file) => join(distFolder, file));
  if (chosen.some(({ packaged }) => packaged)) files.push(packagedExtension);
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`not built (npm run package): ${missing.join(', ')}`);
}

async function vscodeExecutable(): Promise<string> {
  const version = process.env.VSCODE_VERSION;
  return version ? downloadAndUnzipVSCode(version) : headlessExecutable;
}

async function runOnce(vscode: string, run: Run): Promise<Tally> {
  console.log(`\n${run.title}`);
  const folders = await prepareFolders(run);
  if (run.packaged) install(vscode, folders);
  const launch = runTests({
    vscodeExecutablePath: vscode,
    extensionDevelopmentPath: run.packaged ? suiteExtension : [suiteExtension, projectRoot],
    extensionTestsPath: suiteModule(suiteExtension, run.host),
    launchArgs: [folders.workspace, ...folderArguments(folders)],
  });
  const failure = await launch.then(
    () => undefined,
    (error: unknown) => String(error),
  );
  const report = await readReport(folders);
  if (!report) await printConsole(folders);
  return printSuite(report, { host: run.host, extension: extensionFolder(run, folders) }, failure);
}

/** Where the extension has to come from: the packaged one must not be the sources by mistake. */
function extensionFolder({ packaged }: Run, { extensions }: Folders): string {
  return packaged ? extensions : projectRoot;
}

async function printConsole({ userData }: Folders): Promise<void> {
  const file = join(userData, 'console.log');
  const log = await readFile(file, 'utf8').catch(() => '');
  const chatter = /\[(AgentHost|ChatModelSelection|AccountPolicyGate)/;
  const lines = tail(log, Infinity).split('\n');
  console.log(
    lines
      .filter((line) => !chatter.test(line))
      .slice(-80)
      .join('\n'),
  );
  console.log(`--- end of VS Code's console, all of it in ${file}`);
}

interface Folders {
  readonly workspace: string;
  readonly userData: string;
  readonly extensions: string;
}

async function prepareFolders({ name, host }: Run): Promise<Folders> {
  const [workspace, userData, extensions] = ['workspace', 'user-data', 'extensions'].map((folder) =>
    join(runsFolder, name, folder),
  ) as [string, string, string];
  await cp(join(import.meta.dirname, 'fixtures', 'workspace'), workspace, { recursive: true });
  await writeFile(join(workspace, documentFixture), wordOf(bodyOf(withWrongTotal)));
  await mkdir(join(userData, 'User'), { recursive: true });
  await mkdir(extensions, { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(userSettings(host)));
  return { workspace, userData, extensions };
}

/**
 * Which host runs an extension, installed or under development. And nothing is saved but by the suite: in a browser VS Code
 * saves by itself a second after a change, and does so without the code actions that saving by hand runs.
 */
function userSettings(host: HostKind): object {
  const kind = host === 'web' ? 'web' : 'workspace';
  return {
    'remote.extensionKind': { [extensionId]: [kind], [testExtensionId]: [kind] },
    'files.autoSave': 'off',
  };
}

function folderArguments({ userData, extensions }: Folders): string[] {
  return [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
}

function install(vscode: string, folders: Folders): void {
  const [command, ...given] =
    vscode === headlessExecutable ? [vscode] : resolveCliArgsFromVSCodeExecutablePath(vscode);
  const args = [...given, ...folderArguments(folders), '--install-extension', packagedExtension];
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8', shell, timeout: 180_000 });
  if (status !== 0) throw new Error(`the VSIX could not be installed:\n${stdout}${stderr}`);
}

async function readReport({ workspace }: Folders): Promise<SuiteReport | undefined> {
  const text = await readFile(join(workspace, reportFile), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SuiteReport);
}
