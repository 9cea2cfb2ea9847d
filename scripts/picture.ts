/**
 * `npm run picture`: a picture of the packaged extension at work, `docs/picture.png`.
 * It shows the sample with the most findings: a number explained, the outline, the problems.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './vscode/browser.ts';
import { keptFolder, packagedExtension, projectRoot } from './vscode/places.ts';
import { runMain } from './vscode/processes.ts';
import { installExtension, type ServerFolders, startServer } from './vscode/server.ts';
import { samples, showcase } from './vscode/showcase.ts';
import { workbenchUrl } from './vscode/workbench.ts';

const picture = join(projectRoot, 'docs', 'picture.png');
const place = join(keptFolder, 'picture');
const folders: ServerFolders = { userData: join(place, 'user-data'), extensions: join(place, 'extensions') };
const size = { width: 1360, height: 900 };

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.title': '政府信息公开年报校核',
  'git.enabled': false,
  'editor.lightbulb.enabled': 'off',
};

runMain(main);

async function main(): Promise<number> {
  requireFont();
  requirePackage();
  await prepareFolders();
  await installExtension(packagedExtension, folders);
  const server = await startServer(folders);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN', deviceScaleFactor: 1.5 });
  await speakChinese(page);
  // An addend of the faulty total: what is wrong stands below, and the hover has room to explain.
  const { addend } = await showcase();
  await page.goto(workbenchUrl(server, { folder: samples, open: addend }), { timeout: 60_000 });
  await arrange(page);
  await page.screenshot({ path: picture });
  console.log(picture);
  return 0;
}

/** Without a font for it Chinese text is a row of boxes. */
function requireFont(): void {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (process.platform !== 'linux' || error || stdout.trim() !== '') return;
  throw new Error('There is no font for Chinese here (Debian: apt-get install fonts-noto-cjk).');
}

function requirePackage(): void {
  if (!existsSync(packagedExtension)) throw new Error('There is no VSIX yet: npm run package first.');
}

async function prepareFolders(): Promise<void> {
  await rm(place, { recursive: true, force: true });
  await mkdir(join(folders.userData, 'User'), { recursive: true });
  await mkdir(folders.extensions, { recursive: true });
  await writeFile(join(folders.userData, 'User', 'settings.json'), JSON.stringify(settings));
}

/** What a language pack would do: VS Code's own texts stay English, the extension's become Chinese. */
async function speakChinese(page: Page): Promise<void> {
  await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn'");
}

/** The outline at the left, the problems below, and the explanation of the number at the cursor. */
async function arrange(page: Page): Promise<void> {
  await page.locator('.squiggly-error').first().waitFor({ state: 'attached', timeout: 60_000 });
  const outline = page.locator('.pane-header', { hasText: 'Outline' });
  await outline.click();
  await page.waitForTimeout(1000);
  await dragUp(page, await outline.boundingBox(), 300);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await foldRelated(page);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible').first().waitFor();
  // Let the outline and the tokens finish drawing.
  await page.waitForTimeout(2000);
}

/** Findings without their related places, so that more of them are to be seen. */
async function foldRelated(page: Page): Promise<void> {
  const unfolded = page.locator('.markers-panel [aria-level="2"][aria-expanded="true"] .monaco-tl-twistie');
  // Folding one brings others into view.
  for (let most = 20; most > 0 && (await unfolded.count()) > 0; most--) await unfolded.first().click();
}

/** Makes the pane below a header taller. */
async function dragUp(page: Page, header: Box | null, pixels: number): Promise<void> {
  if (!header) return;
  const from = { x: header.x + header.width / 2, y: header.y };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - pixels, { steps: 5 });
  await page.mouse.up();
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
