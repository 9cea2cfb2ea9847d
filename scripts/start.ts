/**
 * `npm start`: builds and packages the extension, checks the samples on the command line, and serves a VS Code
 * with the extension installed, open on the samples.
 *
 *   --no-open   do not open a browser
 *   --port N    serve there; else on any free port
 *   --check     end as soon as a browser without a window has seen the findings underlined and counted there
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './vscode/browser.ts';
import { extensionId, keptFolder, packagedExtension, projectRoot } from './vscode/places.ts';
import { isEnding, run, runMain, within } from './vscode/processes.ts';
import {
  installExtension,
  installedExtensions,
  type ServerFolders,
  startServer,
  tail,
} from './vscode/server.ts';
import { checkSamples, type Showcase, samples, showcase } from './vscode/showcase.ts';
import { workbenchUrl } from './vscode/workbench.ts';

const folders: ServerFolders = {
  userData: join(keptFolder, 'start', 'user-data'),
  extensions: join(keptFolder, 'start', 'extensions'),
};

runMain(main, 0);

async function main(): Promise<number> {
  const options = readOptions();
  await packageExtension();
  await checkSamples([], true);
  await prepareFolders();
  await installExtension(packagedExtension, folders);
  const server = await startServer(folders, options.port);
  const shown = await showcase();
  const url = workbenchUrl(server, { folder: samples, open: shown.total });
  await answers(url);
  sayWhere(url);
  if (options.check) return check(url, shown);
  if (options.open) openBrowser(url);
  console.log('Ctrl-C stops it.');
  await server.ended;
  if (isEnding()) return 0;
  console.error(`VS Code's server ended by itself:\n${tail(server.log())}`);
  return 1;
}

interface Options {
  readonly open: boolean;
  readonly check: boolean;
  readonly port: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { open: { type: 'boolean' }, check: { type: 'boolean' }, port: { type: 'string' } },
    allowNegative: true,
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port}: a port is a whole number up to 65535`);
  }
  const hasReader = !process.env.CI && process.stdout.isTTY;
  return { open: values.open ?? Boolean(hasReader), check: values.check ?? false, port };
}

async function packageExtension(): Promise<void> {
  console.log('Building and packaging …');
  const shell = process.platform === 'win32';
  const { code, output } = await run('npm', ['run', '--silent', 'package'], { cwd: projectRoot, shell });
  if (code !== 0) throw new Error(`npm run package failed:\n${output}`);
}

async function prepareFolders(): Promise<void> {
  // An older build with the same version would be kept otherwise.
  await rm(folders.extensions, { recursive: true, force: true });
  await mkdir(folders.extensions, { recursive: true });
  await mkdir(join(folders.userData, 'User'), { recursive: true });
  const settings = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'git.openRepositoryInParentFolders': 'never',
  };
  await writeFile(join(folders.userData, 'User', 'settings.json'), JSON.stringify(settings));
}

async function answers(url: string): Promise<void> {
  const response = await within(30_000, url, fetch(url));
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  await response.arrayBuffer();
}

function sayWhere(url: string): void {
  console.log(`\nVS Code with the extension, open on the samples:\n\n  ${url}\n`);
  if (isOnPath('code')) {
    const vsix = relative(process.cwd(), packagedExtension);
    console.log(`To have it in the VS Code of this machine: code --install-extension ${vsix}\n`);
  }
}

function isOnPath(program: string): boolean {
  const names = process.platform === 'win32' ? [`${program}.cmd`, `${program}.exe`] : [program];
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

/** Opens the machine's browser where there is one; nothing is lost where there is none. */
function openBrowser(url: string): void {
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '""', `"${url}"`],
  }[process.platform as string] ?? ['xdg-open', url];
  if (command === 'xdg-open' && !isOnPath(command)) return;
  const verbatim = process.platform === 'win32';
  const child = spawn(command!, args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: verbatim,
  });
  child.on('error', () => {});
  child.unref();
}

/** Whether the extension works there, seen as a person would: in a browser, faults underlined and counted. */
async function check(url: string, { counts }: Showcase): Promise<number> {
  const installed = await installedExtensions(folders);
  if (!installed.includes(extensionId)) throw new Error(`${extensionId} is not installed`);
  const browser = await launchBrowser();
  const page = await browser.newPage({ locale: 'en' });
  await page.goto(url, { timeout: 60_000 });
  await page.locator('.squiggly-error').first().waitFor({ state: 'attached', timeout: 60_000 });
  const { errors, warnings, hints } = counts;
  const status = `Errors: ${errors} · Warnings: ${warnings} · Hints: ${hints}`;
  const item = page.locator(`[id="status.languageStatus"][aria-label*="${status}"]`);
  await item.waitFor({ state: 'attached', timeout: 30_000 });
  console.log(`The extension is installed; in the browser faults are underlined and counted: ${status}.`);
  return 0;
}
