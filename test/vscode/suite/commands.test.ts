import { commands, extensions } from 'vscode';
import { cleanUp, findingOf, fixture, noFindingOf, open, openCopy } from './editor.ts';
import { ok, same } from './expect.ts';

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
    await commands.executeCommand('disclosureReport.fixAll');
    await noFindingOf(document, 'cell-number');
    await noFindingOf(document, 'row-label');
  });

  it('restart the server, which then checks as before', async () => {
    const { document } = await openCopy('faulty.disclosure.txt');
    await findingOf(document, 'cell-number');
    await commands.executeCommand('disclosureReport.restartServer');
    await findingOf(document, 'cell-number');
  });
});
