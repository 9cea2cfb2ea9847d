/** A VS Code with the packaged extension in a browser page, used with the keyboard as a person does. */
import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/vscode/browser.ts';
import { extensionId, packagedExtension } from '../../../scripts/vscode/places.ts';
import {
  installExtension,
  type Server,
  type ServerFolders,
  startServer,
} from '../../../scripts/vscode/server.ts';
import { workbenchUrl } from '../../../scripts/vscode/workbench.ts';
import type { HostKind } from '../report.ts';

export interface PageTest {
  readonly title: string;
  readonly run: (workbench: Workbench) => Promise<void>;
}

export interface View {
  /** `editor.fontFamily`. */
  readonly font: string;
  /** Of the screen: 1 for 100 %, 2 for 200 %. */
  readonly zoom: number;
  /** Where the extension runs. */
  readonly host: HostKind;
}

/** Where the files and VS Code's own data are for a while. */
export interface Place {
  readonly workspace: string;
  readonly folders: ServerFolders;
}

const size = { width: 1366, height: 900 };
const patience = 60_000;

/** Fills a folder with copies of the given files, and with the extension. */
export async function preparePlace(folder: string, files: Readonly<Record<string, string>>): Promise<Place> {
  const userData = join(folder, 'user-data');
  const place = {
    workspace: join(folder, 'workspace'),
    folders: { userData, extensions: join(folder, 'extensions') },
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(place.workspace, { recursive: true });
  await mkdir(join(userData, 'User'), { recursive: true });
  await mkdir(place.folders.extensions, { recursive: true });
  for (const [name, source] of Object.entries(files)) await cp(source, join(place.workspace, name));
  await installExtension(packagedExtension, place.folders);
  return place;
}

export class Workbench {
  readonly page: Page;
  readonly #server: Server;
  readonly #place: Place;

  private constructor(page: Page, server: Server, place: Place) {
    this.page = page;
    this.#server = server;
    this.#place = place;
  }

  static async open(place: Place, { font, zoom, host }: View): Promise<Workbench> {
    const kind = { [extensionId]: [host === 'web' ? 'web' : 'workspace'] };
    const all = { ...plain, 'editor.fontFamily': font, 'remote.extensionKind': kind };
    await writeFile(join(place.folders.userData, 'User', 'settings.json'), JSON.stringify(all));
    const [server, browser] = await Promise.all([startServer(place.folders), launchBrowser()]);
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: zoom,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(workbenchUrl(server, { folder: place.workspace }), { timeout: patience });
    return new Workbench(page, server, place);
  }

  /** Opens a file of the workspace and waits for its findings. */
  async openReport(name: string): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: patience });
    // The list of files has the file as soon as the folder is read.
    await this.pick('Control+P', name, name);
    await this.page.locator('.lines-content .view-line').first().waitFor({ timeout: patience });
    const findings = '[id="status.languageStatus"][aria-label*="Errors: "]';
    await this.page.locator(findings).waitFor({ state: 'attached', timeout: patience });
  }

  /** Runs a command by its English title. */
  async run(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
  }

  /** Opens a list with a key, types into it, and takes its first entry once that has `text`. */
  async pick(key: string, typed: string, text: string): Promise<void> {
    const list = this.page.locator('.quick-input-widget');
    await this.page.keyboard.press(key);
    const input = list.locator('input[type="text"]');
    await input.waitFor({ timeout: patience });
    await input.fill(typed);
    await list.locator('.monaco-list-row.focused', { hasText: text }).first().waitFor({ timeout: patience });
    await this.page.keyboard.press('Enter');
  }

  /**
   * Puts the cursor into a line, which counts from 1.
   *
   * @param back how many characters before its end
   */
  async goTo(line: number, back: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    // Columns that can be typed there count a tab as wide as it is.
    await this.page.keyboard.press('End');
    for (let at = 0; at < back; at++) await this.page.keyboard.press('ArrowLeft');
  }

  /** Waits until the status bar says so of the cursor. */
  async cursorIs(start: string, part = ''): Promise<void> {
    const item = `[id="status.editor.selection"][aria-label^="${start}"]${part && `[aria-label*="${part}"]`}`;
    await this.page.locator(item).waitFor();
  }

  /** Waits until the status bar says that nothing is selected any more. */
  async nothingIsSelected(): Promise<void> {
    await this.page
      .locator('[id="status.editor.selection"]:not([aria-label*="selected"])')
      .waitFor({ state: 'attached' });
  }

  saved(name: string): string {
    return readFileSync(join(this.#place.workspace, name), 'utf8');
  }

  async close(): Promise<void> {
    await this.page.context().browser()?.close();
    await this.#server.stop();
  }
}

/** Nothing that moves by itself. */
const plain = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.sideBar.location': 'right',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
};
