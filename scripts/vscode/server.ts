/** VS Code's own server: started on a free port, and used to install extensions. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { headlessServerProgram } from './headlessInstall.ts';
import { run, start, stop, within } from './processes.ts';

export interface ServerFolders {
  /** Settings, logs and caches, laid out as desktop VS Code does: `User/settings.json` is read. */
  readonly userData: string;
  readonly extensions: string;
}

export interface Server {
  readonly port: number;
  /** 127.0.0.1:PORT, which is also the authority of `vscode-remote:` addresses. */
  readonly authority: string;
  log(): string;
  /** Settles when the server is no longer there, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server; `port` 0 is any free one. */
export async function startServer(folders: ServerFolders, port = 0, driven = false): Promise<Server> {
  await useUserSettings(folders.userData);
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  if (driven) args.push('--enable-smoke-test-driver');
  const child = start(process.execPath, [...(await commonArguments(folders)), ...args], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const listening = new Promise<number>((resolve, reject) => {
    const read = (text: string) => {
      log += text;
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found) resolve(Number(found[1]));
      // It lives on without a port.
      if (portTaken(log)) reject(new Error(`Port ${port} is in use; leave --port out for a free one.`));
    };
    child.stdout!.setEncoding('utf8').on('data', read);
    child.stderr!.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended (${code}):\n${tail(log)}`)));
  });
  const actual = await within(60_000, "VS Code's server", listening).catch(async (error) => {
    await stop(child);
    throw error;
  });
  const authority = `127.0.0.1:${actual}`;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { port: actual, authority, log: () => log, ended, stop: () => stop(child) };
}

/** Installs a packaged extension. */
export async function installExtension(vsix: string, folders: ServerFolders): Promise<void> {
  const args = [...(await commonArguments(folders)), '--install-extension', vsix, '--force'];
  const { code, output } = await run(process.execPath, args, { env: environment(), timeLimit: 120_000 });
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`${vsix} could not be installed:\n${tail(output)}`);
  }
}

/** The ids of the extensions that are installed. */
export async function installedExtensions(folders: ServerFolders): Promise<string[]> {
  const args = [...(await commonArguments(folders)), '--list-extensions'];
  const { output } = await run(process.execPath, args, { env: environment(), timeLimit: 120_000 });
  return output.split('\n').map((line) => line.trim().toLowerCase());
}

async function commonArguments(folders: ServerFolders): Promise<string[]> {
  return [
    await headlessServerProgram(),
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', serverData(folders.userData)],
    ...['--extensions-dir', folders.extensions],
  ];
}

function serverData(userData: string): string {
  return join(userData, 'server');
}

/** The browser keeps a user's settings to itself, so those of the user data folder become the machine's. */
async function useUserSettings(userData: string): Promise<void> {
  const target = join(serverData(userData), 'data', 'Machine', 'settings.json');
  await mkdir(dirname(target), { recursive: true });
  await cp(join(userData, 'User', 'settings.json'), target).catch(() => writeFile(target, '{}\n'));
}

/** A VS Code in whose terminal we may be running must not be taken for ours. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function portTaken(log: string): boolean {
  return log.includes('EADDRINUSE');
}

/** The end of a log without the harmless complaints about modules that are not compiled. */
export function tail(log: string, lines = 40): string {
  const harmless = /^\s*(→|at |'|tries:|\]|\})|spdlog|^Error: Could not locate the bindings/;
  const kept = log.split('\n').filter((line) => line.trim() !== '' && !harmless.test(line));
  return kept.slice(-lines).join('\n');
}
