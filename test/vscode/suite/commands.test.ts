import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  TabInputText,
  TabInputWebview,
  Uri,
  window,
  workspace,
} from 'vscode';
import { documentFixture } from '../report.ts';
import { cleanUp, findingOf, fixture, noFindingOf, open, openCopy } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

interface Contributed {
  readonly command: string;
}

function contributed(): readonly string[] {
  const own = extensions.getExtension('disclosure-report.disclosure-report');
  ok(own, 'the extension is not there');
  return (own.packageJSON.contributes.commands as Contributed[]).map(({ command }) => command);
}

describe('commands', () => {
  afterEach(cleanUp);

  it('are registered, every contributed one', async () => {
    await findingOf((await open(fixture('faulty.disclosure.txt'))).document, 'cell-number');
    const registered = await commands.getCommands(true);
    same(
      contributed().filter((command) => !registered.includes(command)),
      [],
      'not registered',
    );
  });

  it('fix all in the file', async () => {
    const { document } = await openCopy('faulty.disclosure.txt');
    await findingOf(document, 'cell-number');
    ok(
      (await commands.executeCommand<number>('disclosureReport.fixAll')) > 0,
      'how many places were changed',
    );
    await noFindingOf(document, 'cell-number');
    await noFindingOf(document, 'row-label');
  });

  it('restart the server, which then checks as before', async () => {
    const { document } = await openCopy('faulty.disclosure.txt');
    await findingOf(document, 'cell-number');
    await commands.executeCommand('disclosureReport.restartServer');
    await findingOf(document, 'cell-number');
  });

  it('show the output, which says when the server was started and stopped', async function () {
    if (!(await hasOutput())) this.skip();
    await findingOf((await open(fixture('faulty.disclosure.txt'))).document, 'cell-number');
    await commands.executeCommand('disclosureReport.restartServer');
    await commands.executeCommand('disclosureReport.showOutput');
    await eventually(() => ok(/stopped\.[\s\S]*running\./.test(shownOutput()), `it shows ${shownOutput()}`));
  });

  it('check all reports of the workspace, closed ones too', async () => {
    // Not awaited: it ends with a message that somebody has to dismiss.
    void commands.executeCommand('disclosureReport.checkWorkspace');
    const withFindings = await eventually(() => {
      const files = languages.getDiagnostics().filter(([, diagnostics]) => diagnostics.some(isOurs));
      ok(files.length >= 3, `three files expected, found ${files.map(([uri]) => uri.path)}`);
      return files.map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1)).sort();
    });
    same(withFindings, [
      'faulty.disclosure.txt',
      'markdown.disclosure.md',
      `${documentFixture}.disclosure.txt`,
    ]);
    await commands.executeCommand('notifications.clearAll');
  });

  it('explain a rule on a page of its own', async () => {
    const page = Uri.from({ scheme: 'disclosure-report-rule', path: '/row-total' });
    const text = (await workspace.openTextDocument(page)).getText();
    ok(/^# .*row-total/m.test(text), `the page of row-total expected: ${text.slice(0, 200)}`);
    await commands.executeCommand('disclosureReport.explainRule', 'row-total');
    await eventually(() => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      ok(input instanceof TabInputWebview || input instanceof TabInputText, 'no page was opened');
    });
  });
});

const PATIENCE_FOR_OUTPUT = 3000;

/** Whether output is written at all: a VS Code whose native modules are not compiled has none in Node. */
async function hasOutput(): Promise<boolean> {
  const channel = window.createOutputChannel('probe', { log: true });
  channel.info('is written');
  channel.show();
  try {
    await eventually(() => ok(shownOutput().includes('is written'), 'no output'), PATIENCE_FOR_OUTPUT);
    return true;
  } catch {
    return false;
  } finally {
    channel.dispose();
  }
}

function shownOutput(): string {
  const shown = workspace.textDocuments.filter(({ uri }) => uri.scheme === 'output');
  return shown.map((document) => document.getText()).join('\n');
}

function isOurs({ source }: Diagnostic): boolean {
  return source === 'disclosure-report';
}
