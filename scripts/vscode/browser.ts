/** A browser without a window: one of this machine, else the Chromium that comes inside an npm package. */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { keep } from './keep.ts';
import { beforeEnd, run } from './processes.ts';

interface BrowserProgram {
  readonly path: string;
  readonly env?: Record<string, string>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the first browser that can be started; it is closed when we end. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const program of [...browsersOfThisMachine(), packagedChromium]) {
    try {
      return await launch(typeof program === 'function' ? await program() : program);
    } catch (error) {
      failures.push(String(error).split('\n').slice(0, 8).join('\n'));
    }
  }
  throw new Error(`No browser could be started (CHROME_PATH may name one).\n${failures.join('\n')}`);
}

async function launch({ path, env }: BrowserProgram): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: path,
    args: flags,
    env: { ...(process.env as Record<string, string>), ...env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
  });
  const forget = beforeEnd(() => browser.close());
  browser.once('disconnected', forget);
  return browser;
}

const wellKnown: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const folder = process.env[variable] ?? '';
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

function browsersOfThisMachine(): BrowserProgram[] {
  const chosen = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const known = (wellKnown[process.platform] ?? []).flatMap((name) =>
    dirname(name) === '.' ? folders.map((folder) => join(folder, name)) : [name],
  );
  return [...chosen, ...known].filter((path) => existsSync(path)).map((path) => ({ path }));
}

/** The npm package's Chromium, unpacked on first use, with its own libraries where the machine lacks them. */
async function packagedChromium(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The packaged Chromium is for Linux on x64; install Chrome, Chromium or Edge.');
  }
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json'));
  const folder = await keep(`chromium-${version}`, (target) => unpack(join(packageFolder, 'bin'), target));
  const path = join(folder, 'chromium');
  return { path, env: { ...libraries(path, folder), ...fonts(folder) } };
}

async function unpack(source: string, target: string): Promise<void> {
  console.error('Unpacking Chromium into .vscode-test: once …');
  await decompress(join(source, 'chromium.br'), join(target, 'chromium'));
  for (const [archive, folder] of [
    ['al2023', 'al2023'],
    ['fonts', 'fonts'],
    ['swiftshader', '.'],
  ] as const) {
    await unpackTar(join(source, `${archive}.tar.br`), join(target, folder));
  }
  await writeFile(
    join(target, 'fonts.conf'),
    '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n',
  );
}

async function decompress(source: string, target: string): Promise<void> {
  const file = createWriteStream(target, { mode: 0o755 });
  await pipeline(createReadStream(source), createBrotliDecompress(), file);
}

async function unpackTar(archive: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const plain = join(target, 'archive.tar');
  await decompress(archive, plain);
  const { code, output } = await run('tar', ['-x', '-f', plain, '-C', target]);
  if (code !== 0) throw new Error(`${archive} could not be unpacked: ${output}`);
  await rm(plain);
}

function libraries(program: string, folder: string): Record<string, string> {
  const { stdout, error } = spawnSync('ldd', [program], { encoding: 'utf8' });
  if (!error && !stdout.includes('not found')) return {};
  const own = join(folder, 'al2023', 'lib');
  return { LD_LIBRARY_PATH: [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}

function fonts(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}
