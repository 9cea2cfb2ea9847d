/** What the client does by itself: when it starts the server, and what it keeps. */
import { commands, extensions, languages, type Uri, window, workspace } from 'vscode';
import { cleanUp, fixture, open, openCopy, settled } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

interface Api {
  isServerStarted(): boolean;
}

async function api(): Promise<Api> {
  return extensions.getExtension('disclosure-report.disclosure-report')!.activate();
}

function rulesFoundIn(file: Uri): unknown[] {
  const own = languages.getDiagnostics(file).filter(({ source }) => source === 'disclosure-report');
  return own.map(({ code }) => (typeof code === 'object' ? code.value : code)).sort();
}

async function replaceIn(file: Uri, from: string, to: string): Promise<void> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  ok(text.includes(from), `no ${from} in ${file}`);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text.replaceAll(from, to)));
}

/** Goes to VS Code and back, so that what follows from an event has begun. */
async function roundTrips(count: number): Promise<void> {
  for (let made = 0; made < count; made++) await workspace.fs.stat(fixture('notes.txt'));
}

describe('client', () => {
  afterEach(cleanUp);

  it('starts no server before a report is open', async () => {
    await open(fixture('notes.txt'));
    await roundTrips(20);
    same((await api()).isServerStarted(), false);
    await open(fixture('faulty.disclosure.txt'));
    await eventually(async () => same((await api()).isServerStarted(), true));
  });

  it('leaves a language that was taken back', async () => {
    const { document } = await openCopy('recognised-by-content.txt');
    await eventually(() => same(document.languageId, 'disclosure-report'));
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await window.activeTextEditor?.edit((edit) => edit.insert(document.positionAt(0), ' '));
    await settled();
    same(document.languageId, 'plaintext');
  });

  it('keeps what a check of the workspace found: once, up to date, as long as the file is there', async () => {
    const file = fixture('copy-kept.disclosure.txt');
    await workspace.fs.copy(fixture('faulty.disclosure.txt'), file);
    // Its promise waits for the closing message to be dismissed.
    void commands.executeCommand('disclosureReport.checkWorkspace');
    const found = await eventually(() => {
      const rules = rulesFoundIn(file);
      ok(rules.includes('cell-number'), `no cell-number among ${rules}`);
      return rules;
    });
    await open(file);
    await settled();
    same(rulesFoundIn(file), found, 'in a tab');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await settled();
    same(rulesFoundIn(file), found, 'after the tab');
    await replaceIn(file, '３６', '36');
    await eventually(() => ok(!rulesFoundIn(file).includes('cell-number'), 'the file changed'));
    await workspace.fs.delete(file);
    await eventually(() => same(rulesFoundIn(file), []));
  });
});
