#!/usr/bin/env node
/**
 * VS Code without a window, with VS Code's own command line: `@vscode/test-electron` runs it as
 * `vscodeExecutablePath` and cannot tell the difference. Exit code: that of the tests; 124 when they took too long.
 * What VS Code said meanwhile is in `console.log` in the user data folder.
 */
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type CodeArguments, parseCodeArguments } from './codeArguments.ts';
import { beforeEnd, runMain } from './processes.ts';
import { installExtension, type Server, type ServerFolders, startServer, tail } from './server.ts';
import { workbenchUrl } from './workbench.ts';

const timeLimit = Number(process.env.HEADLESS_CODE_TIMEOUT ?? 300) * 1000;

runMain(() => main(parseCodeArguments(process.argv.slice(2))));

async function main(args: CodeArguments): Promise<number> {
  const folders = await foldersFor(args);
  for (const vsix of args.install) await installExtension(vsix, folders);
  if (args.install.length > 0) return 0;
  if (!args.extensionTestsPath) {
    throw new Error('usage: headless-code --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [FOLDER]');
  }
  return runTests(args, folders);
}

async function foldersFor(args: CodeArguments): Promise<ServerFolders> {
  const userData = args.userData ?? (await temporaryFolder());
  const extensions = args.extensions ?? join(userData, 'extensions');
  await mkdir(extensions, { recursive: true });
  return { userData, extensions };
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'headless-code-'));
  beforeEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

async function runTests(args: CodeArguments, folders: ServerFolders): Promise<number> {
  const [server, browser] = await Promise.all([startServer(folders, 0, true), launchBrowser()]);
  const page = await browser.newPage(args.locale ? { locale: args.locale } : {});
  const messages = collectConsole(page);
  const exit = exitOf(page);
  await page.goto(addressOf(args, server), { timeout: 60_000 });
  const code = await exit;
  const log = `${messages.join('\n')}\n\n--- server\n${tail(server.log(), 400)}\n`;
  await writeFile(join(folders.userData, 'console.log'), log);
  if (code !== 0 && !args.userData) console.error(tail(log));
  await browser.close();
  await server.stop();
  return code;
}

function addressOf(args: CodeArguments, server: Server): string {
  const folder = args.paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  return workbenchUrl(server, { ...args, folder });
}

function collectConsole(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.stack ?? error}`));
  return messages;
}

/** The exit code of the tests: the workbench calls a function of this name when its extension host is done. */
function exitOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      console.error(
        `The tests did not end within ${timeLimit / 1000} s (HEADLESS_CODE_TIMEOUT, in seconds).`,
      );
      resolve(124);
    };
    const timer = setTimeout(giveUp, timeLimit);
    const done = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    page.exposeFunction('codeAutomationExit', done).catch(reject);
    page.once('crash', () => {
      console.error("VS Code's browser page crashed.");
      done(1);
    });
  });
}
