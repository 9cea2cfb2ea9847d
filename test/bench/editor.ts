/** 8. From a key to its squiggle, in the packaged extension in a real VS Code: what a person waits for. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { keptFolder, packagedExtension } from '../../scripts/vscode/places.ts';
import { within } from '../../scripts/vscode/processes.ts';
import { installExtension, type ServerFolders, startServer } from '../../scripts/vscode/server.ts';
import { workbenchUrl } from '../../scripts/vscode/workbench.ts';
import { tenKilobyteReport } from './material.ts';
import { milliseconds, percentile, printTable } from './table.ts';
import { shortened } from './turns.ts';

const TURNS = { warmUp: 10, rounds: 60 };
const PATIENCE = 60_000;
const AIM = 'p50 ≤ 60 ms, worst ≤ 100 ms';
/** A total that is right, until a digit is typed behind it. */
const TOTAL = '一、本年新收政府信息公开申请数量\t\t\t39\t4\t0\t0\t2\t1\t46';

/** @param brief whether a tenth of the turns will do */
export async function measureEditor(brief: boolean): Promise<void> {
  if (!existsSync(packagedExtension)) throw new Error('There is no VSIX yet: npm run package first.');
  const place = join(keptFolder, 'bench');
  const folders = { userData: join(place, 'user-data'), extensions: join(place, 'extensions') };
  const workspace = join(place, 'workspace');
  const file = await prepare(place, folders, workspace);
  await installExtension(packagedExtension, folders);
  const server = await startServer(folders);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(workbenchUrl(server, { folder: workspace, open: endOfTotal(file) }), {
      timeout: PATIENCE,
    });
    const times = await typeAndWatch(page, brief);
    const worst = milliseconds(Math.max(...times));
    const measured = `p50 ${milliseconds(percentile(times, 0.5))}  p95 ${milliseconds(percentile(times, 0.95))}`;
    const row = {
      what: 'a 10 KB report',
      measured,
      baseline: '',
      result: `worst of ${times.length} ${worst}`,
      aim: AIM,
    };
    printTable('8. From a key to its squiggle in VS Code', [row]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function prepare(
  place: string,
  { userData, extensions }: ServerFolders,
  workspace: string,
): Promise<string> {
  await rm(place, { recursive: true, force: true });
  for (const folder of [join(userData, 'User'), extensions, workspace])
    await mkdir(folder, { recursive: true });
  const settings = {
    'workbench.startupEditor': 'none',
    'chat.disableAIFeatures': true,
    'files.autoSave': 'off',
  };
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  const file = join(workspace, 'bench.disclosure.txt');
  await writeFile(file, tenKilobyteReport());
  return file;
}

function endOfTotal(file: string): { file: string; line: number; column: number } {
  return { file, line: lineOfTotal() + 1, column: TOTAL.length + 1 };
}

function lineOfTotal(): number {
  const line = tenKilobyteReport().split('\n').indexOf(TOTAL);
  if (line === -1) throw new Error('the report has another total');
  return line;
}

/** Makes a total wrong and right again; gives the times until its squiggle was there, and was gone. */
async function typeAndWatch(page: Page, brief: boolean): Promise<number[]> {
  const line = lineOfTotal() + 1;
  await page
    .locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` })
    .waitFor({ timeout: PATIENCE });
  // The server is there when it has marked the first mistake.
  await page.keyboard.press('Digit1');
  await page.locator('.squiggly-error').first().waitFor({ state: 'attached', timeout: PATIENCE });
  const { warmUp, rounds } = shortened(TURNS, brief);
  const times: number[] = [];
  for (let round = 1 - warmUp; round <= rounds; round++) {
    const gone = await pressUntil(page, 'Backspace', false);
    const there = await pressUntil(page, 'Digit1', true);
    if (round > 0) times.push(gone, there);
  }
  return times;
}

/** Presses a key and gives the time, as the page sees it, from the key to the frame in which a squiggle has come or gone. */
async function pressUntil(page: Page, key: string, isWanted: boolean): Promise<number> {
  await page.evaluate(startWatch, isWanted);
  await page.keyboard.press(key);
  const what = `A squiggle that has ${isWanted ? 'come' : 'gone'} after ${key}`;
  return within(
    PATIENCE,
    what,
    page.evaluate(() => (globalThis as unknown as Watched).timeToSquiggle),
  );
}

/** What the page holds between the two times it is asked. */
interface Watched {
  timeToSquiggle: Promise<number>;
}

/** Runs in the page: looks at each frame from the next key on. */
function startWatch(isWanted: boolean): void {
  (globalThis as unknown as Watched).timeToSquiggle = new Promise((resolve) => {
    const begin = (): void => {
      const start = performance.now();
      const look = (): void => {
        const isThere = document.querySelector('.squiggly-error') !== null;
        if (isThere === isWanted) resolve(performance.now() - start);
        else requestAnimationFrame(look);
      };
      look();
    };
    document.addEventListener('keydown', begin, { capture: true, once: true });
  });
}
